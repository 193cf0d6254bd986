import { writeFile } from "node:fs/promises";
import { drawParcelLabel } from "#shared/forms/parcel-label.ts";
import type { BagInfo } from "#shared/parcel/bag-info.ts";
import { loadFormFonts, measureWith } from "#electron/forms/form-fonts.ts";
import { writePdf } from "#electron/forms/write-pdf.ts";

/** Writes a parcel's label as a PDF. */
export function labelWriter(resources: string) {
  return async (path: string, info: BagInfo, fileName: string, digest: string): Promise<void> => {
    const fonts = await loadFormFonts(resources);
    const count = (value: number) => new Intl.NumberFormat("vi-VN").format(value);
    const at = new Date(info.at);
    const day = new Intl.DateTimeFormat("vi-VN", {
      ...{ dateStyle: "short", timeStyle: "short", timeZone: "Asia/Ho_Chi_Minh" },
    });
    const megabytes = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 1 }).format(info.bytes / 1e6);
    const label = {
      ...{ id: info.id, sequence: info.sequence, from: info.from, to: info.to, fileName, digest },
      ...{ at: day.format(at), records: count(info.records), objects: count(info.objects) },
      bytes: `${megabytes} MB`,
    };
    const sheet = drawParcelLabel(label, measureWith(fonts));
    await writeFile(path, writePdf([sheet], fonts, { title: `Gói ${info.sequence}`, createdAt: at }));
  };
}
