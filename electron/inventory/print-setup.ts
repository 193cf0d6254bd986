import { escape } from "./escape-xml.ts";

/** How a sheet is printed: A4, as wide as one page. */
export type PrintSetup = {
  landscape: boolean;
  /** First and last row repeated on each page, from 1. */
  titleRows: readonly [number, number];
  /** `A1:G40`. */
  area: string;
  /** Under each page, at the left; the page of pages stands at the right. */
  footer: string;
};

/** The names by which a workbook knows what of its sheets is printed and repeated; empty where none is set up. */
export function printNames(sheets: readonly { name: string; print?: PrintSetup }[]): string {
  const absolute = (range: string) => range.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  const names = sheets.flatMap(({ name, print }, index) => {
    if (!print) return [];
    const sheet = escape(`'${name.replaceAll("'", "''")}'`);
    const [first, last] = print.titleRows;
    return [
      `<definedName name="_xlnm.Print_Area" localSheetId="${index}">${sheet}!${absolute(print.area)}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sheet}!$${first}:$${last}</definedName>`,
    ];
  });
  return names.length === 0 ? "" : `<definedNames>${names.join("")}</definedNames>`;
}

/** Margins, paper and the foot of each page; margins in inches, as NĐ 30/2020/NĐ-CP has them. */
export function pagePart({ landscape, footer }: PrintSetup): string {
  const inches = (millimetres: number) => (millimetres / 25.4).toFixed(3);
  const margins = `left="${inches(30)}" right="${inches(15)}" top="${inches(20)}" bottom="${inches(20)}" header="0.3" footer="${inches(10)}"`;
  const turned = landscape ? "landscape" : "portrait";
  // An ampersand begins a code in a footer; two of them print one.
  const left = escape(footer.replaceAll("&", "&&"));
  return (
    `<printOptions horizontalCentered="1"/><pageMargins ${margins}/>` +
    `<pageSetup paperSize="9" orientation="${turned}" fitToWidth="1" fitToHeight="0"/>` +
    `<headerFooter><oddFooter>&amp;L&amp;"Times New Roman,Italic"&amp;10${left}&amp;R&amp;"Times New Roman,Italic"&amp;10Trang &amp;P/&amp;N</oddFooter></headerFooter>`
  );
}
