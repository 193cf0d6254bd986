import { expect, it, onTestFinished } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { putRecords } from "#tests/helpers/desk-records.ts";
import { openMachine } from "#tests/helpers/open-machine.ts";
import { goTo } from "#tests/helpers/opened-app.ts";
import { startProvince } from "#tests/helpers/running-province.ts";
import { sampleItem } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
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
  const { page, errors } = await openMachine(officer, "Phạm Thị Tỉnh", "Bình Định", province.address);
  await goTo(page, "/province");
  // The province hears of them in the sender's next round; the screen asks when it is opened.
  const link = page.getByRole("link", { name: words.open("3") });
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
  await look(page, "province-aside");
  await showAs(page, { language: "en", scale: 175, dark: true });
  await page.getByRole("table").waitFor();
  await look(page, "province-aside-english-large-dark");
  expect([...errors, ...sender.errors]).toEqual([]);
});
