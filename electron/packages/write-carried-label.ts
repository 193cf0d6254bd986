import { writeFile } from "node:fs/promises";
import { drawParcelLabel } from "#shared/forms/parcel-label.ts";
import { loadFormFonts, measureWith } from "#electron/forms/form-fonts.ts";
import { writePdf } from "#electron/forms/write-pdf.ts";

/** Writes the label of a bag of packages as a PDF, to be printed and put with the disk or stick. */
export async function writeCarriedLabel(
  resources: string,
  path: string,
  words: { heading: string; contents: (count: string, documents: string) => string; note: string },
  bag: {
    name: string;
    by: string;
    at: number;
    count: number;
    documents: number;
    bytes: number;
    digest: string;
  },
): Promise<void> {
  const fonts = await loadFormFonts(resources);
  const count = (value: number) => new Intl.NumberFormat("vi-VN").format(value);
  const megabytes = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 1 }).format(bag.bytes / 1e6);
  const day = new Intl.DateTimeFormat("vi-VN", {
    ...{ dateStyle: "short", timeStyle: "short", timeZone: "Asia/Ho_Chi_Minh" },
  });
  const at = new Date(bag.at);
  const label = {
    ...{ id: bag.digest.slice(0, 16).toUpperCase(), sequence: 1, from: bag.by, to: "", at: day.format(at) },
    ...{ fileName: bag.name, records: "", objects: "", bytes: `${megabytes} MB`, digest: bag.digest },
  };
  const sheet = drawParcelLabel(label, measureWith(fonts), {
    heading: words.heading,
    contents: words.contents(count(bag.count), count(bag.documents)),
    note: words.note,
    code: `mucluc:packages:${bag.digest.slice(0, 16)}`,
  });
  await writeFile(path, writePdf([sheet], fonts, { title: words.heading, createdAt: at }));
}
