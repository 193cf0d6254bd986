import { map } from "rxjs";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useLive } from "#renderer/db/use-live.ts";

/** Items of these ids in their order, kept up to date; `undefined` before they are read. */
export function useItems(ids: readonly string[]): readonly Item[] | undefined {
  const { db } = useWork();
  return useLive(`review/items/${ids.join(" ")}`, () =>
    db.items.findByIds([...ids]).$.pipe(
      map((found) =>
        ids.flatMap((id) => {
          const document = found.get(id);
          return document ? [document.toJSON()] : [];
        }),
      ),
    ),
  );
}

/** Files of these ids, kept up to date; `undefined` before they are read. */
export function useFiles(ids: readonly string[]): ReadonlyMap<string, ArchiveFile> | undefined {
  const { db } = useWork();
  const own = [...new Set(ids)].sort();
  return useLive(`review/files/${own.join(" ")}`, () =>
    db.files
      .findByIds(own)
      .$.pipe(map((found) => new Map([...found].map(([id, file]) => [id, file.toJSON() as ArchiveFile])))),
  );
}

/** The items of a file that count, kept up to date; `undefined` before they are read. */
export function useItemsOfFile(fileId: string): readonly Item[] | undefined {
  const { db } = useWork();
  return useLive(`review/file/${fileId}`, () =>
    db.items
      .find({ selector: { fileId, withdrawn: "" }, index: ["fileId", "ordinal"] })
      .$.pipe(map((found) => found.map((item) => item.toJSON() as Item))),
  );
}
