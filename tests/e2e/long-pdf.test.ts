import { expect, it, onTestFinished } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { openDesk } from "#electron/desk.ts";
import { smallJpeg } from "#tests/electron/capture/scans.ts";
import { encryptedPdf, pdfOfPages } from "#tests/fixtures/bad-objects.ts";
import { hostilePdfs } from "#tests/fixtures/damage/hostile-pdfs.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { goTo, openApp } from "#tests/helpers/opened-app.ts";
import { sampleBatch, sampleFile, sampleFonds, sampleItem } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look } from "./pictures.ts";

const scope = "52.550";

/** A machine whose batch has an item for each PDF, as if each had been written for it. */
async function prepareItems(folder: string, pdfs: readonly Buffer[]): Promise<void> {
  const desk = await openDesk({
    folder,
    resources,
    host: "loopback",
    startPractice: undefined,
    report: (error) => console.error(error),
  });
  await desk.handlers["session.save"]({ name: "Lê Thị Quét", role: "district-checker", scope });
  await desk.handlers["jobs.pause"]({ paused: true });
  const stored = await Promise.all(pdfs.map((pdf) => desk.objects.put(pdf)));
  const push = (collection: "fonds" | "batches" | "files" | "items", records: readonly { id: string }[]) =>
    desk.handlers["records.push"]({
      collection,
      rows: records.map((record) => ({ newDocumentState: record })),
    });
  await push("fonds", [sampleFonds("fonds-1", { scope })]);
  await push("batches", [sampleBatch("batch-1", { scope, state: "capturing" })]);
  await push("files", [sampleFile("file-1", { scope, fondsId: "fonds-1", batchId: "batch-1" })]);
  const items = stored.map(({ digest, size }, at) =>
    sampleItem(`item-${at}`, {
      ...{ scope, fileId: "file-1", ordinal: at + 1, subject: `Văn bản mẫu ${at + 1}` },
      ...{ renditionDigest: digest, renditionSize: size, renditionName: `${at}.pdf` },
    }),
  );
  await push("items", items);
  await desk.close();
}

it("shows a PDF of 2,000 pages a few at a time, runs no script of one, and says when one has a password", async () => {
  const folder = temporaryFolder();
  const script = hostilePdfs().find(({ name }) => name === "javascript.pdf")?.bytes ?? Buffer.alloc(0);
  const long = pdfOfPages(2000, await smallJpeg(1), 160, 226);
  await prepareItems(folder, [long, script, await encryptedPdf()]);
  const app = await openApp(folder, { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  const { page } = app;
  page.setDefaultTimeout(60_000);
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const open = async (place: number) => {
    await goTo(page, "/capture/batch-1/items");
    await page.getByText(`Văn bản mẫu ${place}`).first().click();
    await page.getByRole("button", { name: vi.capture.items.openPdf }).click();
  };
  const drawn = (number: number, of: number, timeout = 60_000) =>
    page
      .locator(`[role=group][aria-label="${vi.viewer.page(number, of)}"][aria-busy=false]`)
      .waitFor({ timeout });
  const close = async () => {
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  };

  await open(1);
  await drawn(1, 2000);
  const frame = page.getByRole("region", { name: vi.viewer.document });
  // The browser glides there, and a busy machine may lose a key while it does.
  const goBy = async (key: "End" | "Home", number: number) => {
    const press = async () => {
      await frame.focus();
      await page.keyboard.press(key);
      return drawn(number, 2000, 5000).then(
        () => true,
        () => false,
      );
    };
    await expect.poll(press, { timeout: 120_000 }).toBe(true);
  };
  await goBy("End", 2000);
  await goBy("Home", 1);
  expect(await page.locator("canvas").count()).toBeLessThan(15);
  await look(page, "pdf-of-2000-pages");
  await close();

  await open(2);
  await drawn(1, 1);
  await close();
  expect(dialogs).toEqual([]);
  expect(app.errors).toEqual([]);

  await open(3);
  await page.getByRole("alert").filter({ hasText: vi.viewer.failed }).waitFor();
  await look(page, "pdf-with-password");
});
