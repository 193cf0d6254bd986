import { packParts, type Part } from "#electron/inventory/pack-parts.ts";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006/relationships";

/** A workbook out of raw parts, for what our own writer would never write. `sheets` are the insides of `worksheet`. */
export async function rawWorkbook(options: {
  sheets: readonly { name: string; inside: Iterable<string>; state?: string }[];
  /** Insides of `sst` and of `styleSheet`. */
  texts?: string;
  styles?: string;
  date1904?: boolean;
  macros?: boolean;
}): Promise<Buffer> {
  const { sheets, texts = "", styles = "", date1904 = false, macros = false } = options;
  const kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const kind = (path: string, of: string) =>
    `<Override PartName="/xl/${path}.xml" ContentType="${kinds}.${of}+xml"/>`;
  const parts: Part[] = [
    {
      path: "[Content_Types].xml",
      text: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${kind("workbook", "sheet.main")}${kind("sharedStrings", "sharedStrings")}${kind("styles", "styles")}${sheets.map((_, at) => kind(`worksheets/sheet${at + 1}`, "worksheet")).join("")}</Types>`,
    },
    {
      path: "_rels/.rels",
      text: `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    },
    {
      path: "xl/workbook.xml",
      text: `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${date1904 ? ' date1904="1"' : ""}/><sheets>${sheets
        .map(
          ({ name, state }, at) =>
            `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ""} r:id="rId${at + 1}"/>`,
        )
        .join("")}</sheets></workbook>`,
    },
    {
      path: "xl/_rels/workbook.xml.rels",
      text: `<Relationships xmlns="${packages}">${sheets
        .map(
          (_, at) =>
            `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
        )
        .join(
          "",
        )}<Relationship Id="t" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="s" Type="${office}/styles" Target="styles.xml"/>${macros ? '<Relationship Id="m" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>' : ""}</Relationships>`,
    },
    { path: "xl/sharedStrings.xml", text: `<sst xmlns="${main}">${texts}</sst>` },
    { path: "xl/styles.xml", text: `<styleSheet xmlns="${main}">${styles}</styleSheet>` },
    ...sheets.map(({ inside }, at) => ({
      path: `xl/worksheets/sheet${at + 1}.xml`,
      text: (function* pieces() {
        yield `<worksheet xmlns="${main}">`;
        yield* inside;
        yield "</worksheet>";
      })(),
    })),
  ];
  return await packParts(parts);
}

/** Cells of inline text as a row's XML. */
export function textRow(row: number, texts: readonly string[]): string {
  const cells = texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`);
  return `<row r="${row}">${cells.join("")}</row>`;
}
