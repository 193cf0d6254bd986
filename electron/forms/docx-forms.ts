import type { FileChild, ISectionOptions } from "docx";
import type { ArchiveFile } from "#shared/archive/file.ts";
import { writeDate } from "#shared/archive/date-text.ts";
import type { FileClosing } from "#shared/forms/file-closing.ts";
import type { CoverWords } from "#shared/forms/file-cover.ts";
import { retentionName, upper } from "#shared/forms/form-words.ts";
import { type ListForm, listFoot } from "#shared/forms/list-form.ts";
import { fileNumber } from "#shared/forms/place-order.ts";
import { docxHead, docxSection, docxWidths, paragraph, ruledTable, sideBySide } from "./write-docx.ts";

const center = { align: "center" } as const;

/** A list as its PDF shows it: headings on each page, the code of the list and the page below. */
export function listSection(list: ListForm, _: number, lists: readonly ListForm[]): ISectionOptions {
  const width = docxWidths.across;
  const children: FileChild[] = [
    docxHead(list.agencies, width),
    paragraph(list.title, { size: 14, bold: true }, { ...center, before: 16 }),
    ...list.facts.map((fact, at) =>
      paragraph(fact, { size: 13 }, { ...center, after: at === list.facts.length - 1 ? 6 : 0 }),
    ),
    ruledTable({
      width,
      shares: list.columns.map(({ share }) => share),
      heads: [
        list.columns.map(({ heading }) =>
          paragraph(heading, { size: list.headSize ?? 12, bold: true }, center),
        ),
        list.columns.map((_, at) => paragraph(`(${at + 1})`, { size: 11, italics: true }, center)),
      ],
      rows: list.rows.map((row) =>
        list.columns.map(({ align }, at) => paragraph(row[at] ?? "", { size: list.size }, { align })),
      ),
    }),
    ...list.totals.map((total, at) =>
      paragraph(total, { size: 13 }, { before: at === 0 ? 8 : 0, keep: true }),
    ),
    ...(list.signedBefore ? [] : [signed(list, width)]),
  ];
  return docxSection(children, { across: true, foot: listFoot(list), alone: lists.length === 1 });
}

/** Place and date, and the room to sign, at the right. */
function signed(
  { placeAndDate, signature }: Pick<ListForm, "placeAndDate" | "signature">,
  width: number,
): FileChild {
  const { role, how, name } = signature;
  const right = [
    paragraph(placeAndDate, { size: 13, italics: true }, { ...center, before: 6 }),
    paragraph(role, { size: 13, bold: true }, center),
    paragraph(how, { size: 13, italics: true }, { ...center, after: 58 }),
    paragraph(name, { size: 13, bold: true }, center),
  ];
  return sideBySide([[paragraph("", { size: 13 })], right], [Math.max(1, width - 320), 320], width);
}

export function closingSection(closing: FileClosing): ISectionOptions {
  const width = docxWidths.upright;
  return docxSection(
    [
      docxHead(closing.agencies, width),
      paragraph(closing.title, { size: 16, bold: true }, { ...center, before: 30, after: 8 }),
      ...closing.facts.map((fact, at) =>
        paragraph(fact, { size: 13, bold: at === closing.facts.length - 1 }, { ...center, after: 4 }),
      ),
      ...closing.statements.map((statement, at) =>
        paragraph(statement, { size: 14 }, { before: at === 0 ? 18 : 0, after: 8 }),
      ),
      signed(closing, width),
    ],
    { across: false },
  );
}

const dots = "……………";

/** The cover of a file with the entries of TCVN 9251:2012. */
export function coverSection(file: ArchiveFile, words: CoverWords): ISectionOptions {
  const [start, end] = [file.startDate, file.endDate].map((date) => (date === "" ? dots : writeDate(date)));
  const retention = retentionName(file.retention);
  const size = file.title.length > 400 ? 12 : file.title.length > 180 ? 14 : 18;
  const lines = Math.ceil((file.title.length * size * 0.5) / docxWidths.upright);
  const room = Math.max(24, 190 - lines * size * 1.2);
  const numbers = [
    `Phông số: ${words.fondsCode || dots}`,
    `Mục lục số: ${file.inventory || dots}`,
    `Hồ sơ số: ${fileNumber(file) || dots}`,
  ];
  return docxSection(
    [
      paragraph(upper(words.parent), { size: 13 }, center),
      paragraph(upper(words.agency), { size: 13, bold: true }, center),
      paragraph("_____________", { size: 8, bold: true }, { ...center, after: 6 }),
      paragraph(words.fondsName, { size: 13, italics: true }, center),
      paragraph("HỒ SƠ", { size: 36, bold: true }, { ...center, before: 100, after: 14 }),
      paragraph(file.title, { size, bold: true }, { ...center, after: room }),
      paragraph(
        `Từ ngày: ${start ?? dots}   đến ngày: ${end ?? dots}`,
        { size: 14 },
        { ...center, after: 8 },
      ),
      paragraph(
        `Gồm: ${file.leafCount === 0 ? dots : file.leafCount} tờ`,
        { size: 14 },
        { ...center, after: 110 },
      ),
      sideBySide(
        [
          numbers.map((text) => paragraph(text, { size: 14 }, { after: 6 })),
          [
            paragraph("THỜI HẠN BẢO QUẢN", { size: 13, bold: true }, { ...center, after: 6 }),
            paragraph(retention === "" ? dots : upper(retention), { size: 16, bold: true }, center),
          ],
        ],
        [1, 1],
        docxWidths.upright,
      ),
    ],
    { across: false },
  );
}
