import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import { en } from "#shared/text/en.ts";
import { vi } from "#shared/text/vi.ts";
import { launchBrowser } from "#tests/helpers/browser.ts";
import { startProvince } from "#tests/helpers/running-province.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { outlineOf, readAid } from "#tests/province/sharing/read-aid.ts";
import { makeBatch, makeFile, makeFonds, makeGroup, makeItem, phuocLoc } from "#tests/province/world.ts";
import { look, showAs } from "./pictures.ts";
import { enterFirst } from "./portal-enter.ts";
import { center, letIn, pusher, sendDocuments } from "./portal-store.ts";

const words = vi.portal;
const there = { token: "token-of-another-center-1", scope: "52.540", role: "district-checker" } as const;
const officer = { token: "token-of-the-officer-0001", scope: "52", role: "province-officer" } as const;
const communeThere = "52.540.21550";

/** The fonds of the documents as it is described later, in two groups, and an entry of it from another district. */
async function describeFonds(address: string): Promise<void> {
  const push = pusher(address, center.token);
  const fonds = {
    ...{
      name: "Phông Ủy ban nhân dân xã Phước Lộc",
      code: "P.12",
      archiveCode: "H08.15",
      dateSpan: "1976-2025",
    },
    history: "Xã Phước Lộc lập năm 1975.\nỦy ban nhân dân xã giữ tài liệu tới ngày sáp nhập.",
  };
  await push("fonds", makeFonds("fonds", phuocLoc, fonds, 10));
  await push("groups", makeGroup("g1", phuocLoc, { notation: "I", title: "Đất đai", fondsId: "fonds" }));
  const file = {
    batchId: "batch",
    code: "HS.01",
    title: "Tập quyết định giao đất năm 1995",
    access: "01",
  } as const;
  await push("files", makeFile("file", phuocLoc, { ...file, groupId: "g1", box: "12" }, 10));
  await push("batches", makeBatch("later", phuocLoc, { state: "checking" }));
  await push("files", makeFile("waiting", phuocLoc, { batchId: "later", title: "Hồ sơ chưa nghiệm thu" }));
  const other = pusher(address, there.token);
  await other(
    "fonds",
    makeFonds("twin", communeThere, { name: "UBND xã Phước Lộc (phần ở Quy Nhơn)", code: "P.3" }),
  );
  await other("batches", makeBatch("b-twin", communeThere, { state: "accepted" }));
  const twin = {
    fondsId: "twin",
    batchId: "b-twin",
    access: "01",
    title: "Tập văn bản gửi Quy Nhơn",
  } as const;
  await other("files", makeFile("f-twin", communeThere, twin));
  await other(
    "items",
    makeItem("i-twin", communeThere, { fileId: "f-twin", subject: "Về ranh giới", access: "01" }),
  );
  const decision = { subject: "twin", into: "fonds", verdict: "same", why: "Một cơ quan", seen: 0 };
  const answer = await fetch(`${address}/fonds/decide`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${officer.token}` },
    body: JSON.stringify(decision),
  });
  expect(await answer.json()).toEqual({ done: true });
}

async function taken(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

it("from what was found an archivist comes to its fonds, and takes along its finding aid for another archive", async () => {
  const folder = temporaryFolder();
  const given = letIn(folder, "lan.nt", "archivist");
  const province = await startProvince(folder, [
    { ...center, deviceId: "may-trung-tam" },
    { ...there, deviceId: "may-quy-nhon" },
    { ...officer, deviceId: "may-tinh" },
  ]);
  onTestFinished(() => province.stop());
  await sendDocuments(province.address);
  await describeFonds(province.address);
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ locale: "vi-VN", viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(60_000);
  await enterFirst(page, province.address, "lan.nt", given);
  await page.getByLabel(words.find.words).waitFor();
  const found = page.getByRole("link", { name: "Về ranh giới" });
  await expect
    .poll(
      async () => {
        await page.reload();
        return found.waitFor({ timeout: 3000 }).then(
          () => true,
          () => false,
        );
      },
      { timeout: 60_000 },
    )
    .toBe(true);
  await look(page, "portal-found-fonds");
  const line = page.getByRole("article", { name: "Về việc giao đất vườn" });
  await line.getByRole("link", { name: "Phông Ủy ban nhân dân xã Phước Lộc" }).click();

  const { fonds } = words;
  await page.getByRole("heading", { level: 1, name: "Phông Ủy ban nhân dân xã Phước Lộc" }).waitFor();
  await page.getByText(fonds.counted("3", "3"), { exact: true }).waitFor();
  await page.getByText("P.3 UBND xã Phước Lộc (phần ở Quy Nhơn)").waitFor();
  for (const place of ["Huyện Tuy Phước", "Thành phố Quy Nhơn", "Xã Tuy Phước", "Phường Quy Nhơn Đông"])
    await page.getByText(place, { exact: false }).first().waitFor();
  const level = page.getByLabel(fonds.levels);
  expect(await level.inputValue()).toBe("open");
  const counted = async (files: string, items: string) =>
    page.getByRole("region", { name: fonds.aid }).getByText(fonds.counted(files, items)).waitFor();
  await counted("2", "2");
  await look(page, "portal-fonds");

  const open = await taken(page, fonds.take.ead2002);
  expect(open.name).toBe("phong-fonds.ead2002.xml");
  expect(outlineOf(readAid(open.text, "ead2002", true).fonds)).toEqual([
    ...["g-g1", ["f-file", ["i-one"]], "f-f-twin", ["i-i-twin"]],
  ]);
  await level.selectOption("closed");
  await page.getByText(fonds.closedWarning).waitFor();
  await counted("2", "3");
  await look(page, "portal-fonds-closed");
  const all = await taken(page, fonds.take.ead3);
  expect(all.name).toBe("phong-fonds.ead3.xml");
  expect(outlineOf(readAid(all.text, "ead3", true).fonds)).toEqual([
    ...["g-g1", ["f-file", ["i-one", "i-two"]], "f-f-twin", ["i-i-twin"]],
  ]);
  expect(all.text).not.toContain("chưa nghiệm thu</unittitle>");

  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, "portal-fonds-phone");
  await page.getByText(fonds.takeHint).scrollIntoViewIfNeeded();
  await look(page, "portal-fonds-phone-below");
  await page.setViewportSize({ width: 1280, height: 900 });
  await showAs(page, { language: "en", scale: 100, dark: true });
  await page.getByText(en.portal.fonds.aid, { exact: true }).waitFor();
  await look(page, "portal-fonds-english-dark");
  await showAs(page, { language: "en", scale: 175, dark: false });
  await look(page, "portal-fonds-english-175");
  await showAs(page, { language: "vi", scale: 100, dark: false });
  await page.getByRole("link", { name: fonds.search }).click();
  await page.getByRole("link", { name: "Về ranh giới" }).waitFor();
  await page.getByRole("link", { name: "Hồ sơ chưa nghiệm thu" }).waitFor();
}, 240_000);
