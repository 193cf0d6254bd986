import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { momentTextInVietnam } from "#shared/base/vietnam-time.ts";
import type { CarriedPackages } from "#shared/contract/packages.ts";
import { type BagHistory, writeBagFolder } from "#shared/node/packages/write-bag-folder.ts";
import { writePackageBagInfo } from "#shared/package/bag-lists.ts";
import { vi } from "#shared/text/vi.ts";
import type { AllMade } from "./package-handlers.ts";
import { writeCarriedLabel } from "./write-carried-label.ts";

type Written = Omit<CarriedPackages["places"][number], "resumed">;

/** Writes the bag of what was made to one place, and beside it a receipt and a label, these last. */
export async function writePlace(work: {
  resources: string;
  version: string;
  /** The bag's folder, the place that it is in, and whose name stands on the papers. */
  name: string;
  place: string;
  by: string;
  /** The moment that the packages bear, and now. */
  at: number;
  now: number;
  all: AllMade;
  goOn: (bytes: number) => void;
  history: BagHistory;
}): Promise<Written> {
  const { name, place, by, all, goOn, history } = work;
  const { said, label, files, mark } = all;
  const words = vi.packageCarrying.paper;
  const ofKind = mark === undefined ? words.ofPackages : words.ofTree;
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const info = writePackageBagInfo({
    ...{ organization: by, description: label, day: momentTextInVietnam(work.at).slice(0, 10) },
    ...{ software: `Mục Lục ${work.version}`, bytes, files: files.length },
  });
  const { path, manifest, kept, altered } = await writeBagFolder({ place, name, files, info, goOn, history });
  const count = said.length;
  const lines = said.map(({ code, documents }, index) => {
    const { name: file = "", size = 0, digest = "" } = files[index] ?? {};
    return mark === undefined
      ? words.line(file, code, String(documents), String(size), digest)
      : words.treeLine(code, String(documents));
  });
  const at = momentTextInVietnam(work.now);
  const head = words.receipt({
    ...{ heading: ofKind.receipt, name, at, by, digest: manifest, counted: ofKind.counted(String(count)) },
  });
  const receipt = join(place, `${name}.bien-nhan.txt`);
  await writeFile(receipt, `\uFEFF${[...head, ...lines].join("\r\n")}\r\n`);
  const labelPath = join(place, `${name}.nhan.pdf`);
  const documents = said.reduce((sum, one) => sum + one.documents, 0);
  await writeCarriedLabel(work.resources, labelPath, ofKind, {
    ...{ name, by, at: work.now, count, documents, bytes, digest: manifest },
  });
  return { path, receipt, label: labelPath, kept, altered };
}
