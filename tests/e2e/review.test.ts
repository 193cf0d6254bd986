import type { Page } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import type { CollectionName, Records } from "#shared/archive/collections.ts";
import type { Exclusion } from "#shared/archive/exclusion.ts";
import { makeRecord } from "#shared/archive/record.ts";
import { excludeSecret } from "#shared/rules/exclusion.ts";
import { vi } from "#shared/text/vi.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { sampleFile, sampleFonds, sampleItem, stampAt } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look } from "./pictures.ts";

const words = vi.review;
const issuer = "Ủy ban nhân dân thị trấn Tuy Phước";
const subjects = [
  "Giao đất ở cho hộ gia đình",
  "Bổ nhiệm công chức địa chính",
  "Khen thưởng phong trào thi đua",
  "Trợ cấp xã hội hằng tháng",
];

/** Puts records into the journal as a screen's replication does; the screen then pulls them. */
async function put<Name extends CollectionName>(page: Page, collection: Name, records: Records[Name][]) {
  const rows = records.map((newDocumentState) => ({ newDocumentState }));
  const answer = await page.evaluate(async (body) => {
    const headers = { "content-type": "application/json" };
    return (await fetch("/call/records.push", { method: "POST", headers, body })).json() as Promise<unknown>;
  }, JSON.stringify({ collection, rows }));
  expect(answer).toMatchObject({ ok: true });
}

/** A year of decisions over two files: 14 and 30–33 lack, 7 is listed twice, one is dated too late. */
function decisions(): Records["items"][] {
  const lacking = new Set([14, 30, 31, 32, 33]);
  const items = Array.from({ length: 60 }, (_, index) => index + 1)
    .filter((number) => !lacking.has(number))
    .map((number) => {
      const month = String(1 + Math.floor(number / 6)).padStart(2, "0");
      return sampleItem(`item-${String(number)}`, {
        fileId: number <= 40 ? "file-1" : "file-2",
        ordinal: number,
        number: String(number),
        issuedDate: number === 20 ? "2016-12-28" : `2016-${month}-0${String(1 + (number % 6))}`,
        issuer,
        subject: `Quyết định ${subjects[number % subjects.length] ?? ""} đợt ${String(number)}`,
        leaves: number === 9 ? "20-21" : String(number),
      });
    });
  const seventh = items.find(({ id }) => id === "item-7");
  if (!seventh) throw new Error("the seventh decision is not there");
  const copy = {
    ...seventh,
    id: "copy-7",
    fileId: "file-2",
    ordinal: 90,
    signer: "",
    pageCount: 0,
    leaves: "70",
  };
  return [...items, { ...copy, subject: `${seventh.subject} (bản sao)` }];
}

function excluded(id: string, mark: string): Exclusion {
  const met = { fondsId: "fonds-1", mark, metAt: "Mục lục 2016.xlsx, dòng 48", inventory: "01", box: "12" };
  const fields = excludeSecret(
    { ...met, file: "H05.2016.07", leaves: "15-16" },
    { now: "2025-05-20T02:10:00.000Z", by: "Lê Thị Kiểm" },
  );
  return makeRecord<Exclusion>({ ...fields, id, scope: "52.550.21952" }, stampAt(1));
}

it("what is missing, doubled or out of order in a fonds is found, seen and settled", async () => {
  const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  const { page, errors } = app;
  await answerFirstRun(page, { name: "Lê Thị Kiểm", role: "district-checker", unit: "Huyện Tuy Phước" });
  const name = "Phông Ủy ban nhân dân thị trấn Tuy Phước";
  await put(page, "fonds", [sampleFonds("fonds-1", { name })]);
  await put(page, "files", [
    sampleFile("file-1", {
      code: "H05.2016.01",
      title: "Tập quyết định cá biệt năm 2016, quyển 1",
      leafCount: 40,
    }),
    sampleFile("file-2", {
      code: "H05.2016.02",
      title: "Tập quyết định cá biệt năm 2016, quyển 2",
      leafCount: 70,
    }),
  ]);
  await put(page, "items", decisions());
  await put(page, "exclusions", [excluded("x1", "Mật"), excluded("x2", "Tối mật")]);

  await goTo(page, "/review");
  const row = page.getByRole("article", { name: words.numbers.heading("Quyết định", "2016") });
  await row.getByText(words.numbers.missing("5", "14, 30–33")).waitFor();
  await look(page, "review-numbers");
  await row.getByRole("img").click({ position: { x: 5, y: 5 } });
  await page.waitForURL(/inventory\/file\/file-1/);

  await goTo(page, "/review/fonds-1/leaves");
  await page.getByRole("article", { name: "H05.2016.01" }).waitFor();
  await look(page, "review-leaves");
  await page.getByRole("button", { name: words.leaves.renumberOf("H05.2016.01") }).click();
  await page.getByRole("group", { name: words.renumber.preview }).waitFor();
  await look(page, "review-renumber");
  await page.getByRole("button", { name: /^Đổi \d+ văn bản$/ }).click();
  await page.getByText(words.leaves.miscounted("36", "40")).waitFor();

  await goTo(page, "/review/fonds-1/duplicates");
  const group = page.getByRole("article", { name: words.duplicates.group("1") });
  await group.waitFor();
  await look(page, "review-duplicates");
  await group
    .getByRole("button", { name: `${words.duplicates.keepOne}: ${words.duplicates.copy("1")}` })
    .click();
  await page.getByRole("dialog").getByRole("textbox").fill("Bản sao của cùng quyết định");
  await page.getByRole("dialog").getByRole("button", { name: words.duplicates.keepOne }).click();
  await page.getByText(words.duplicates.none).waitFor();
  // Undone as one step: the group is there again.
  await page.keyboard.press("Control+z");
  await group.waitFor();

  await goTo(page, "/review/fonds-1/exclusions");
  await page.getByRole("table", { name: words.exclusions.list }).waitFor();
  await look(page, "review-exclusions");

  await page.emulateMedia({ colorScheme: "dark" });
  await page.evaluate(() => localStorage.setItem("mantine-color-scheme-value", "dark"));
  await page.reload();
  await goTo(page, "/review/fonds-1/duplicates");
  await group.waitFor();
  await look(page, "review-duplicates-dark");
  await goTo(page, "/review/fonds-1/numbers");
  await row.waitFor();
  await page.getByRole("button", { name: vi.views.title }).click();
  await page.getByRole("dialog", { name: vi.views.title }).getByText(vi.views.none).waitFor();
  await look(page, "review-numbers-dark");
  expect(errors).toEqual([]);
});
