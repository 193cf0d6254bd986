import type { FormFormat } from "#shared/contract/forms.ts";
import { drawList, planList } from "#shared/forms/lay-out-list.ts";
import { countedRows, type ListForm } from "#shared/forms/list-form.ts";
import type { Measure, Sheet } from "#shared/forms/sheet.ts";
import { writeWorkbook } from "#electron/inventory/write-workbook.ts";
import { listSection } from "./docx-forms.ts";
import { type FormFonts, measureWith } from "./form-fonts.ts";
import { listSheet, sheetNames } from "./list-sheet.ts";
import { writeDocx } from "./write-docx.ts";
import { writePdf } from "./write-pdf.ts";

/** A form as bytes: how many rows it holds, its pages (0 for what is no PDF), and the codes of its lists. */
export type FormBytes = {
  bytes: AsyncIterable<Uint8Array> | Uint8Array;
  rows: number;
  pages: number;
  codes: string[];
};

/** Lists as one document, a section, a sheet or some pages each. `said` hears of rows planned and written. */
export async function makeLists(
  lists: readonly ListForm[],
  format: FormFormat,
  made: { fonts: FormFonts; madeAt: Date },
  said: (done: number, total: number) => void,
): Promise<FormBytes> {
  const { fonts, madeAt } = made;
  const rows = lists.reduce((sum, list) => sum + countedRows(list), 0);
  const codes = lists.map(({ code }) => code);
  const title = lists[0]?.title ?? "";
  if (format === "xlsx") {
    const names = sheetNames(lists.map(({ name }) => name));
    const measure = measureWith(fonts);
    const bytes = await writeWorkbook(lists.map((list, at) => listSheet(list, names[at] ?? "", measure)));
    return { bytes, rows, pages: 0, codes };
  }
  if (format === "docx") {
    return { bytes: await writeDocx(lists.map(listSection), title), rows, pages: 0, codes };
  }
  const { sheets, pages } = printLists(lists, measureWith(fonts), said);
  return { bytes: writePdf(sheets, fonts, { title, createdAt: madeAt }), rows, pages, codes };
}

function printLists(
  lists: readonly ListForm[],
  measure: Measure,
  said: (done: number, total: number) => void,
) {
  const total = lists.reduce((sum, list) => sum + list.rows.length, 0) * 2;
  let done = 0;
  const plans = lists.map((list) => {
    const plan = planList(list, measure);
    done += list.rows.length;
    said(done, total);
    return plan;
  });
  function* sheets(): Generator<Sheet> {
    for (const plan of plans) {
      let at = 0;
      for (const sheet of drawList(plan, measure)) {
        yield sheet;
        done += plan.pages[at]?.length ?? 0;
        at += 1;
        if (at % 20 === 0) said(Math.min(done, total), total);
      }
    }
  }
  return { sheets: sheets(), pages: plans.reduce((sum, { pages }) => sum + pages.length, 0) };
}
