import {
  Header,
  HorizontalPositionRelativeFrom,
  ImageRun,
  type ISectionOptions,
  Paragraph,
  VerticalPositionRelativeFrom,
} from "docx";
import type { HandoverMinutes } from "#shared/forms/handover-minutes.ts";
import type { ListForm } from "#shared/forms/list-form.ts";
import { listSection } from "#electron/forms/docx-forms.ts";
import { docxHead, docxSection, docxWidths, paragraph, sideBySide } from "#electron/forms/write-docx.ts";
import { qrPicture } from "./qr-picture.ts";

const center = { align: "center" } as const;
/** English Metric Units in a millimetre, and pixels (of 96 to the inch) in twenty. */
const emu = 36_000;
const twentyMillimetres = Math.round((20 / 25.4) * 96);

/** Minutes and their list as Word's sections: each page has the code in the corner of its binding margin. */
export function minutesSections(
  copies: readonly HandoverMinutes[],
  list: ListForm,
  mark: string,
): ISectionOptions[] {
  const picture = qrPicture(mark).bytes;
  const sections = copies.flatMap((copy) => [minutesSection(copy), listSection(list, 0, [])]);
  return sections.map((section) => ({ ...section, headers: { default: cornerCode(picture, list.code) } }));
}

function cornerCode(picture: Buffer, code: string): Header {
  const image = new ImageRun({
    type: "png",
    data: picture,
    transformation: { width: twentyMillimetres, height: twentyMillimetres },
    altText: { name: "QR", title: code, description: code },
    floating: {
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.PAGE, offset: 6 * emu },
      verticalPosition: { relative: VerticalPositionRelativeFrom.PAGE, offset: 6 * emu },
    },
  });
  return new Header({ children: [new Paragraph({ children: [image] })] });
}

function minutesSection(minutes: HandoverMinutes): ISectionOptions {
  const width = docxWidths.upright;
  return docxSection(
    [
      docxHead(minutes.agencies, width),
      paragraph(minutes.title, { size: 14, bold: true }, { ...center, before: 16 }),
      ...minutes.facts.map((fact) => paragraph(fact, { size: 12, italics: true }, center)),
      ...minutes.statements.map(({ text, strong }, at) =>
        paragraph(
          text,
          { size: 13, bold: strong === true },
          { before: at === 0 ? 8 : 0, after: 3, keep: at === minutes.statements.length - 1 },
        ),
      ),
      sideBySide(
        minutes.signatures.map(([role, name]) => [
          paragraph(role, { size: 13, bold: true }, { ...center, before: 8 }),
          paragraph("(Ký, ghi rõ họ tên và đóng dấu)", { size: 12, italics: true }, { ...center, after: 58 }),
          paragraph(name, { size: 13, bold: true }, center),
        ]),
        [1, 1],
        width,
      ),
    ],
    { across: false, foot: minutes.foot },
  );
}
