import type { Handover } from "#shared/archive/handover.ts";
import { readMoment } from "#shared/base/moment.ts";
import type { MadeForm } from "#shared/contract/forms.ts";
import { drawMinutes, markPage } from "#shared/forms/draw-minutes.ts";
import type { FormWords } from "#shared/forms/form-words.ts";
import { handoverList, handoverMinutes, writeHandoverMark } from "#shared/forms/handover-minutes.ts";
import { drawList, planList } from "#shared/forms/lay-out-list.ts";
import { type AttachedFile, shortCode } from "#shared/handover/attached-list.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { loadFormFonts, measureWith } from "#electron/forms/form-fonts.ts";
import { writeDocx } from "#electron/forms/write-docx.ts";
import { writePdf } from "#electron/forms/write-pdf.ts";
import { minutesSections } from "./minutes-docx.ts";

/** Both copies of minutes, each followed by the list, as a stored object. */
export async function writeMinutes(order: {
  objects: ObjectStore;
  resources: string;
  handover: Handover;
  list: readonly AttachedFile[];
  format: "pdf" | "docx";
  words: Pick<FormWords, "parent" | "place">;
}): Promise<MadeForm> {
  const { objects, handover, format, words } = order;
  const copies = handoverMinutes(handover, words);
  const list = handoverList(handover, order.list, words);
  const code = shortCode(handover.listDigest);
  const title = `Biên bản giao nhận ${handover.number}`;
  const about = { name: `bien-ban-giao-nhan-${handover.number}.${format}`, rows: order.list.length };
  if (format === "docx") {
    const { digest, size } = await objects.put(
      await writeDocx(minutesSections(copies, list, writeHandoverMark(handover)), title),
    );
    return { ...about, digest, size, pages: 0, codes: [code] };
  }
  const fonts = await loadFormFonts(order.resources);
  const measure = measureWith(fonts);
  const listed = [...drawList(planList(list, measure), measure)];
  const sheets = copies.flatMap((copy, at) => {
    const drawn = [...drawMinutes(copy, measure), ...listed];
    return drawn.map((sheet, place) => {
      const of = { copy: at + 1, sheet: place + 1, sheets: drawn.length };
      return markPage(sheet, writeHandoverMark(handover, of), code, measure);
    });
  });
  const createdAt = new Date(readMoment(handover.at));
  const { digest, size } = await objects.put(writePdf(sheets, fonts, { title, createdAt }));
  return { ...about, digest, size, pages: sheets.length, codes: [code] };
}
