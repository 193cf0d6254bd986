import type { ArchiveFile } from "#shared/archive/file.ts";
import { fold } from "#shared/base/fold.ts";
import type { Work } from "#renderer/db/work.ts";

const sliceSize = 500;

/** The files of a fonds that count and are in no batch, in the order of their codes; read in slices. */
export async function readFreeFiles(work: Work, fondsId: string): Promise<ArchiveFile[]> {
  const free: ArchiveFile[] = [];
  const seen = new Set<string>();
  for (let from = ""; ;) {
    const slice = await work.db.files
      .find({
        selector: { fondsId, code: { $gte: from } },
        sort: [{ fondsId: "asc" }, { code: "asc" }],
        index: ["fondsId", "code"],
        limit: sliceSize,
      })
      .exec();
    for (const document of slice) {
      if (seen.has(document.id)) continue;
      seen.add(document.id);
      const file = document.toJSON() as ArchiveFile;
      if (file.batchId === "" && file.withdrawn === "") free.push(file);
    }
    const last = slice.at(-1)?.code ?? "";
    // A slice of one code alone would be read for ever; codes are meant to be unique, and few ever repeat.
    if (slice.length < sliceSize || last === from) return free;
    from = last;
  }
}

/** The files whose code or title holds every word typed, without regard to accents and case. */
export function filterFiles(files: readonly ArchiveFile[], typed: string): readonly ArchiveFile[] {
  const words = fold(typed)
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return files;
  return files.filter((file) => {
    const text = fold(`${file.code} ${file.title}`);
    return words.every((word) => text.includes(word));
  });
}
