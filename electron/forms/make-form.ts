import type { ArchiveFile } from "#shared/archive/file.ts";
import type { CustodyPointRecord } from "#shared/archive/custody-point.ts";
import type { Box } from "#shared/archive/box.ts";
import type { Item } from "#shared/archive/item.ts";
import type { Group } from "#shared/archive/group.ts";
import { type FormOrder, isListForm } from "#shared/contract/forms.ts";
import { boxContents } from "#shared/forms/box-contents.ts";
import { boxLabels, drawLabels } from "#shared/forms/box-label.ts";
import { drawClosing, fileClosing } from "#shared/forms/file-closing.ts";
import { drawFileLabels } from "#shared/forms/file-label.ts";
import { drawRoutingSlip } from "#shared/forms/routing-slip.ts";
import { drawCover } from "#shared/forms/file-cover.ts";
import { fileInventories } from "#shared/forms/file-inventory.ts";
import { fileList } from "#shared/forms/file-list.ts";
import { itemInventory } from "#shared/forms/item-inventory.ts";
import type { ListForm } from "#shared/forms/list-form.ts";
import { drawSeparator, separatorsOf } from "#shared/forms/separator-sheet.ts";
import { byPlace } from "#shared/forms/place-order.ts";
import type { Sheet } from "#shared/forms/sheet.ts";
import { closingSection, coverSection } from "./docx-forms.ts";
import { type FormFonts, measureWith } from "./form-fonts.ts";
import { type FormBytes, makeLists } from "./make-lists.ts";
import { writeDocx } from "./write-docx.ts";
import { writePdf } from "./write-pdf.ts";

export type FondsName = { name: string; code: string };

/** What a form is made of: its order, the fonds, and the records chosen. */
export type FormMatter = {
  order: FormOrder;
  fonds: FondsName;
  /** Of a batch: the fonds of its files, by their ids. */
  fondsById: ReadonlyMap<string, FondsName>;
  files: ArchiveFile[];
  /** Items by the id of their file; for lists of items. */
  items: Map<string, Item[]>;
  /** The classification scheme of the fonds; for the list of files under its headings. */
  groups: readonly Group[];
  /** What is written of the boxes of the fonds; for their lists and labels. */
  boxes: readonly Box[];
  /** The points of the center; for slips. */
  points: readonly CustodyPointRecord[];
  /** When it is made: part of the PDF. */
  madeAt: Date;
};

/** Makes a form. `said` hears of rows planned and written, twice each for a PDF. */
export async function makeForm(
  matter: FormMatter,
  fonts: FormFonts,
  said: (done: number, total: number) => void,
): Promise<FormBytes> {
  const { order, fonds, madeAt } = matter;
  if (isListForm(order.kind)) {
    return makeLists(listsOf(matter), order.format, { fonts, madeAt }, said);
  }
  const { parent, agency } = order.words;
  const files = [...matter.files].sort(byPlace);
  const measure = measureWith(fonts);
  const fondsOf = (file: ArchiveFile) => matter.fondsById.get(file.fondsId) ?? fonds;
  const write = (sheets: readonly Sheet[], rows: number, title: string): FormBytes => {
    const bytes = writePdf(sheets, fonts, { title, createdAt: madeAt });
    return { bytes, rows, pages: sheets.length, codes: [] };
  };
  if (order.kind === "file-cover") {
    const words = { parent, agency, fondsName: fonds.name, fondsCode: fonds.code };
    if (order.format === "docx") {
      const bytes = await writeDocx(
        files.map((file) => coverSection(file, words)),
        "BÌA HỒ SƠ",
      );
      return { bytes, rows: files.length, pages: 0, codes: [] };
    }
    const covers = files.map((file) => drawCover(file, words, measure));
    return write(covers, covers.length, "BÌA HỒ SƠ");
  }
  if (order.kind === "file-closing") {
    const closings = files.map((file) =>
      fileClosing(file, matter.items.get(file.id) ?? [], fonds, order.words),
    );
    if (order.format === "docx") {
      const bytes = await writeDocx(closings.map(closingSection), "CHỨNG TỪ KẾT THÚC");
      return { bytes, rows: closings.length, pages: 0, codes: [] };
    }
    const sheets = closings.map((closing) => drawClosing(closing, measure));
    return write(sheets, closings.length, "CHỨNG TỪ KẾT THÚC");
  }
  if (order.kind === "separators") {
    const parts = separatorsOf(files, matter.items, order.perFile === true ? "file" : "item");
    const sheets = parts.map((part) => drawSeparator(part, measure));
    return write(sheets, parts.length, "TỜ PHÂN CÁCH");
  }
  if (order.kind === "file-labels") {
    return write([...drawFileLabels(files, fondsOf, order.labels, measure)], files.length, "NHÃN HỒ SƠ");
  }
  if (order.kind === "routing-slips") {
    const slips = files.map((file) => {
      const { name, code } = fondsOf(file);
      return drawRoutingSlip(
        file,
        { agency, fondsName: name, fondsCode: code, points: matter.points },
        measure,
      );
    });
    return write(slips, slips.length, "PHIẾU THEO DÕI HỒ SƠ");
  }
  const labels = boxLabels(files, { agency, ...fonds }, matter.boxes);
  return write([...drawLabels(labels, order.labels, measure)], labels.length, "NHÃN HỘP");
}

function listsOf({ order, fonds, files, items, groups, boxes }: FormMatter): ListForm[] {
  const { words, arranged } = order;
  if (order.kind === "file-inventory") return fileInventories(files, { words, arranged });
  if (order.kind === "box-contents") return boxContents(files, fonds, boxes, words);
  if (order.kind === "file-list") {
    const list = fileList(files, groups, words);
    return list ? [list] : [];
  }
  return [...files]
    .sort(byPlace)
    .filter((file) => (items.get(file.id)?.length ?? 0) > 0)
    .map((file) => itemInventory(file, items.get(file.id) ?? [], words));
}
