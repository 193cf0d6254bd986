import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { launchBrowser } from "#tests/helpers/browser.ts";
import { startProvince } from "#tests/helpers/running-province.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { paperOf } from "#tests/province/portal/paper.ts";
import { upload } from "#tests/province/upload.ts";
import { digestOfBytes, makeBatch, makeFile, makeFonds, makeItem, phuocLoc } from "#tests/province/world.ts";
import { look, showAs } from "./pictures.ts";

const words = vi.portal;

/** Lets the first administrator in by the command, before the province starts; answers the passphrase. */
function letIn(folder: string, login: string, role: string, scope = "52"): string {
  const output = execFileSync(
    process.execPath,
    [
      join("out", "main", "province.js"),
      ...["reader", "--login", login, "--name", "Trần Văn Quản", "--office", "Sở Nội vụ", "--role", role],
      ...["--scope", scope],
    ],
    { encoding: "utf8", env: { ...process.env, MUCLUC_PROVINCE_DATA: folder, DATABASE_URL: "" } },
  );
  return (JSON.parse(output.trim().split("\n").at(-1) ?? "{}") as { passphrase: string }).passphrase;
}

it("an administrator enters by the passphrase handed over, chooses their own, and lets others in and out", async () => {
  const folder = temporaryFolder();
  const passphrase = letIn(folder, "quan.tv", "portal-administrator");
  const province = await startProvince(folder, []);
  onTestFinished(() => province.stop());
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ locale: "vi-VN", viewport: { width: 1280, height: 840 } });
  page.setDefaultTimeout(60_000);
  await page.goto(province.address);
  await page.getByLabel(words.enter.login).fill("quan.tv");
  await page.getByLabel(words.enter.passphrase).fill("không phải");
  await look(page, "portal-enter");
  await page.getByRole("button", { name: words.enter.submit }).click();
  await page.getByText(words.faults["passphrase-wrong"]).waitFor();
  await page.getByLabel(words.enter.passphrase).fill(passphrase);
  await page.getByRole("button", { name: words.enter.submit }).click();
  await page.getByLabel(words.own.old).fill(passphrase);
  await page.getByLabel(words.own.next, { exact: true }).fill("mười con gà trống");
  await page.getByLabel(words.own.again).fill("mười con gà trống");
  await page.getByRole("button", { name: words.own.submit }).click();
  await page.getByRole("link", { name: words.readers }).click();
  await page.getByRole("heading", { level: 1, name: words.people.title }).waitFor();
  await page.getByRole("button", { name: words.people.add }).click();
  await page.getByLabel(words.people.name).fill("Nguyễn Thị Lan");
  await page.getByLabel(words.people.login).fill("lan.nt");
  await page.getByRole("combobox", { name: words.people.unit }).fill("quy nhon bac");
  await page.getByRole("option", { name: "Phường Quy Nhơn Bắc" }).click();
  await look(page, "portal-new-reader");
  await page.getByRole("button", { name: words.people.save }).click();
  await page.getByText(words.people.passphraseHint("Nguyễn Thị Lan")).waitFor();
  await page.getByRole("button", { name: words.people.done }).click();
  await page.getByRole("button", { name: words.people.of(words.people.close, "Nguyễn Thị Lan") }).click();
  await page.getByRole("button", { name: words.people.of(words.people.reopen, "Nguyễn Thị Lan") }).waitFor();
  await look(page, "portal-people");
  await page.getByRole("button", { name: words.leave }).click();
  await page.getByRole("heading", { level: 1, name: words.title }).waitFor();
  expect(await page.context().cookies()).toEqual([]);
});

const center = { token: "token-of-the-center-00001", scope: "52.550", role: "district-checker" } as const;

/** What a center has sent: a file of an accepted batch with two documents, one with its PDF/A. */
async function send(address: string): Promise<void> {
  const push = async (collection: string, ...records: object[]) => {
    const answer = await fetch(`${address}/replication/${collection}/push`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${center.token}` },
      body: JSON.stringify({ rows: records.map((newDocumentState) => ({ newDocumentState })) }),
    });
    expect(await answer.json()).toMatchObject({ refused: [] });
  };
  const bytes = await paperOf("Quyết định giao đất ở cho ông Trần Văn An, CMND số 211 234 567");
  await upload(address, center.token, bytes, digestOfBytes(bytes));
  await push("fonds", makeFonds("fonds", phuocLoc, { name: "UBND xã Phước Lộc" }));
  await push("batches", makeBatch("batch", phuocLoc, { state: "accepted" }));
  const file = {
    batchId: "batch",
    code: "HS.01",
    title: "Tập quyết định giao đất năm 1995",
    access: "01",
  } as const;
  await push(
    "files",
    makeFile("file", phuocLoc, { ...file, inventory: "01", box: "12", location: "Kho A, giá 3" }),
  );
  const item = {
    type: "02",
    number: "64",
    symbol: "QĐ-UB",
    issuedDate: "1995-03-02",
    issuer: "UBND huyện Tuy Phước",
  } as const;
  await push(
    "items",
    makeItem("one", phuocLoc, {
      ...{ ...item, subject: "Về việc giao đất ở cho hộ gia đình", signer: "Nguyễn Văn Bình" },
      ...{ access: "01", renditionDigest: digestOfBytes(bytes) },
    }),
    makeItem("two", phuocLoc, {
      ...item,
      ordinal: 2,
      number: "65",
      subject: "Về việc giao đất vườn",
      access: "02",
    }),
  );
}

it("an official of the new commune finds a document, sees its words marked and its numbers covered, and its box", async () => {
  const folder = temporaryFolder();
  const given = letIn(folder, "lan.nt", "commune-reader", "52.21952");
  const province = await startProvince(folder, [{ ...center, deviceId: "e2e-center" }]);
  onTestFinished(() => province.stop());
  await send(province.address);
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ locale: "vi-VN", viewport: { width: 1280, height: 840 } });
  page.setDefaultTimeout(60_000);
  await page.goto(province.address);
  await page.getByLabel(words.enter.login).fill("lan.nt");
  await page.getByLabel(words.enter.passphrase).fill(given);
  await page.getByRole("button", { name: words.enter.submit }).click();
  await page.getByLabel(words.own.old).fill(given);
  await page.getByLabel(words.own.next, { exact: true }).fill("mười con gà trống");
  await page.getByLabel(words.own.again).fill("mười con gà trống");
  await page.getByRole("button", { name: words.own.submit }).click();
  const found = page.getByRole("link", { name: "Về việc giao đất ở cho hộ gia đình" });
  // What readers find is kept up beside the pushes.
  await expect
    .poll(
      async () => {
        await page.getByLabel(words.find.words).fill("giao dat ho gia dinh");
        await page.getByRole("button", { name: words.find.submit }).click();
        return found.waitFor({ timeout: 3000 }).then(
          () => true,
          async () => {
            await page.reload();
            return false;
          },
        );
      },
      { timeout: 60_000 },
    )
    .toBe(true);
  await page.getByLabel(words.find.words).fill("giao dat");
  await page.getByRole("button", { name: words.find.submit }).click();
  await page.getByRole("link", { name: "Về việc giao đất vườn" }).waitFor();
  await look(page, "portal-found");
  await found.click();
  await page.getByRole("img", { name: words.item.page(1, 2) }).waitFor();
  await page.getByText("Kho A, giá 3").waitFor();
  await look(page, "portal-document");
  await page.setViewportSize({ width: 390, height: 780 });
  await look(page, "portal-document-phone");
  await page.getByRole("link", { name: words.item.back }).click();
  await page.getByRole("link", { name: "Về việc giao đất vườn" }).waitFor();
  await look(page, "portal-found-phone");
  await page.setViewportSize({ width: 1280, height: 840 });
  await page.getByRole("link", { name: "Về việc giao đất vườn" }).click();
  await page.getByText(words.item["on-request"]).waitFor();
  await showAs(page, { language: "en", scale: 175, dark: true });
  await look(page, "portal-closed-english-dark-175");
});
