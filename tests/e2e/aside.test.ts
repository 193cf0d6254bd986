import { expect, it, onTestFinished } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { acceptWith } from "#tests/helpers/accepted-batch.ts";
import { putRecords } from "#tests/helpers/desk-records.ts";
import { openMachine } from "#tests/helpers/open-machine.ts";
import { goTo } from "#tests/helpers/opened-app.ts";
import { startProvince } from "#tests/helpers/running-province.ts";
import { sampleItem } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { makeBatch, makeFile, makeFonds, makeItem, makePage } from "#tests/province/world.ts";
import { look, showAs } from "./pictures.ts";

const words = vi.aside;
const center = { token: "token-of-the-center-00001", scope: "52.550", role: "district-checker" } as const;
const officer = { token: "token-of-the-officer-0001", scope: "52", role: "province-officer" } as const;

it("an officer sees what a district sent before its file, who sent it and what it waits for", async () => {
  const province = await startProvince(
    temporaryFolder(),
    [center, officer].map((who) => ({ ...who, deviceId: `e2e-${who.role}` })),
  );
  onTestFinished(() => province.stop());
  const sender = await openMachine(center, "Lê Văn C", "Tuy Phước", province.address);
  await putRecords(
    sender.page,
    "items",
    [1, 2, 3].map((ordinal) =>
      sampleItem(`early-${ordinal}`, { scope: "52.550.21952", fileId: "not-sent", ordinal }),
    ),
  );
  await acceptInPart(province.address);
  const { page, errors } = await openMachine(officer, "Phạm Thị Tỉnh", "Bình Định", province.address);
  await goTo(page, "/province");
  // The province hears of them in the sender's next round; the screen asks when it is opened.
  const link = page.getByRole("link", { name: words.open("4") });
  await expect
    .poll(
      async () => {
        await page.reload();
        await page.getByRole("heading", { level: 1 }).waitFor();
        return link.waitFor({ timeout: 3000 }).then(
          () => true,
          () => false,
        );
      },
      { timeout: 60_000 },
    )
    .toBe(true);
  await link.click();
  await page.getByRole("heading", { level: 1, name: words.title }).waitFor();
  const waiting = page.getByText(words.waitsFor(vi.refused.collections.files));
  await expect.poll(() => waiting.count(), { timeout: 60_000 }).toBe(3);
  // An acceptance that waits names what of its batch has not come.
  await page.getByText(vi.refused.lacking.count("4")).waitFor();
  await look(page, "province-aside");
  await page.getByText(vi.refused.lacking.why.partial).scrollIntoViewIfNeeded();
  await look(page, "province-aside-acceptance");
  const desktop = page.viewportSize() ?? { width: 1280, height: 900 };
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, "province-aside-phone");
  await page.setViewportSize(desktop);
  await showAs(page, { language: "en", scale: 175, dark: true });
  await page.getByRole("table").waitFor();
  await look(page, "province-aside-english-large-dark");
  expect([...errors, ...sender.errors]).toEqual([]);
});

/** A batch of two files whose acceptance comes before the second of them, and before what lies in the first. */
async function acceptInPart(address: string): Promise<void> {
  const scope = "52.550.21952";
  const batch = makeBatch("b", scope, { state: "checking", number: "2025-003" });
  const files = ["f1", "f2"].map((id) => makeFile(id, scope, { batchId: "b" }));
  const items = ["f1", "f2"].map((id) => makeItem(`${id}-i`, scope, { fileId: id }));
  const pages = [makePage("f1-1", scope, { itemId: "f1-i" })];
  const push = async (collection: string, record: object) => {
    const answer = await fetch(`${address}/replication/${collection}/push`, {
      method: "POST",
      headers: { authorization: `Bearer ${center.token}`, "content-type": "application/json" },
      body: JSON.stringify({ rows: [{ newDocumentState: record }], holds: true }),
    });
    expect(answer.status).toBe(200);
  };
  await push("fonds", makeFonds("fonds", scope));
  await push("batches", batch);
  await push("files", files[0] ?? {});
  await push("batches", acceptWith({ files, items, pages }, batch));
}
