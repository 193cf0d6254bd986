import { filter, map } from "rxjs";
import type { ArchiveFile } from "#shared/archive/file.ts";
import { useWork } from "#renderer/app/session.tsx";
import { type Keyset, useKeyset } from "#renderer/app/use-keyset.ts";

/** The files of a fonds in the order of their codes, a page at a time, kept up to date. */
export function useFondsFiles(fondsId: string, withdrawnToo: boolean): Keyset<ArchiveFile> {
  const { db } = useWork();
  return useKeyset<ArchiveFile>(`${fondsId} ${withdrawnToo}`, {
    read: async (from, limit) => {
      const found = await db.files
        .find({
          selector: {
            fondsId,
            ...(from ? { code: { $gte: from.code } } : {}),
            ...(withdrawnToo ? {} : { withdrawn: "" }),
          },
          sort: [{ fondsId: "asc" }, { code: "asc" }],
          index: ["fondsId", "code"],
          limit,
        })
        .exec();
      return found.map((file) => file.toJSON() as ArchiveFile);
    },
    changes: () =>
      db.files.$.pipe(
        map((event) => event.documentData as unknown as ArchiveFile),
        filter((file) => file.fondsId === fondsId),
      ),
    belongs: (file) => file.fondsId === fondsId && (withdrawnToo || file.withdrawn === ""),
    compare: byCode,
  });
}

/** The order of the index: by code units. */
function byCode(one: ArchiveFile, other: ArchiveFile): number {
  return one.code < other.code ? -1 : one.code > other.code ? 1 : 0;
}
