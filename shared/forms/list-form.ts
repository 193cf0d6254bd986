import { canonicalJson } from "#shared/base/canonical.ts";
import { digestOfText } from "#shared/base/digest.ts";
import { type FormWords, placeAndDate } from "#shared/forms/form-words.ts";
import { numberWords, sentenceOf } from "#shared/forms/number-words.ts";

/** A column of a list: its heading, its part of the width, and how its cells stand. */
export type ListColumn = { heading: string; share: number; align: "left" | "center" };

/**
 * A list as an official form: what its paper and its workbook both say. `hidden` are columns the workbook alone has,
 * outside of the printed area, so that it can be read back exactly.
 */
export type ListForm = {
  /** Short name, for the workbook's sheet. */
  name: string;
  /** Agency above, agency: the left of the head. */
  agencies: [string, string];
  title: string;
  /** Lines under the title: `Thời hạn bảo quản: Vĩnh viễn`. */
  facts: string[];
  columns: readonly ListColumn[];
  rows: string[][];
  /** What cells of the rows say as numbers, for a workbook that counts with them. */
  figures?: (number | undefined)[][];
  /** How many of the rows are headings of groups (đề mục), which no total counts. */
  groupRows?: number;
  hidden: { headings: readonly string[]; rows: string[][] };
  /** `Mục lục này gồm: …`, `Viết bằng chữ: …`. */
  totals: string[];
  placeAndDate: string;
  /** Who signs: role, how, name and position. */
  signature: { role: string; how: string; name: string };
  /** A further table of what is signed once, under its first: on paper no signature follows it. */
  signedBefore?: true;
  /** Size of the table's letters in points. */
  size: number;
  /** Size of the headings' letters in points; 12 where it is not said. */
  headSize?: number;
  /** Short code of the list's content, on every page: equal lists, on paper or in a file, have equal codes. */
  code: string;
  /** The paper that the list goes with, by its number, on every page; of lists that stand alone, none. */
  goesWith?: string;
};

type Draft = Pick<
  ListForm,
  "name" | "title" | "facts" | "columns" | "rows" | "groupRows" | "hidden" | "size"
> & {
  /** What the list counts: `hồ sơ (đơn vị bảo quản)`. */
  counted: string;
};

/** Completes a list with its head, totals, signature and code. */
export function listForm(draft: Draft, words: FormWords): ListForm {
  const { counted, ...list } = draft;
  const count = countedRows(list);
  return {
    ...list,
    agencies: [words.parent, words.agency],
    totals: [
      `Mục lục này gồm: ${count} ${counted}.`,
      `Viết bằng chữ: ${sentenceOf(numberWords(count))} ${counted}.`,
    ],
    placeAndDate: placeAndDate(words),
    signature: {
      role: "Người lập",
      how: "(Ký và ghi rõ họ tên, chức vụ)",
      name: [words.preparer, words.position].filter((text) => text !== "").join("\n"),
    },
    code: listCode(list),
  };
}

/** The first 12 digits of the SHA-256 of the list's title, facts, headings and rows, in groups of four. */
export function listCode(list: Pick<ListForm, "title" | "facts" | "columns" | "rows">): string {
  const { title, facts, columns, rows } = list;
  const headings = columns.map(({ heading }) => heading);
  const digest = digestOfText(canonicalJson({ title, facts, headings, rows }));
  return (digest.slice(0, 12).toUpperCase().match(/.{4}/g) ?? []).join("-");
}

/** Rows of what is listed, without the headings of groups. */
export function countedRows({ rows, groupRows = 0 }: Pick<ListForm, "rows" | "groupRows">): number {
  return rows.length - groupRows;
}

/** `Số dòng: 128/128`: rows written of rows there are. */
export function rowsOutOfRows(written: number, there: number): string {
  return `Tổng số dòng: ${written}/${there}`;
}

/** What stands at the foot of each page of a list. */
export function listFoot(list: ListForm): string {
  const count = countedRows(list);
  const lead = list.goesWith === undefined ? "" : `${list.goesWith}. `;
  return `${lead}Mã danh sách (SHA-256): ${list.code}. ${rowsOutOfRows(count, count)}`;
}
