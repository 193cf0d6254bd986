import { map } from "rxjs";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Box } from "#shared/archive/box.ts";
import { idOfBox } from "#shared/archive/box-id.ts";
import { placeOfBox } from "#shared/archive/box-place.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useRecord } from "#renderer/app/use-record.ts";
import { useWords } from "#renderer/app/words.tsx";
import { useLive } from "#renderer/db/use-live.ts";

/** What is written of the boxes of a fonds, kept up to date; undefined before it is read. */
export function useBoxes(fondsId: string): Box[] | undefined {
  const { db } = useWork();
  return useLive(`boxes ${fondsId}`, () =>
    db.boxes
      .find({ selector: { fondsId }, index: ["fondsId", "number"] })
      .$.pipe(map((found) => found.map((one) => one.toJSON() as Box))),
  );
}

/** Where the box of a file stands, in words that say so; empty where it is in none or nothing is written of it. */
export function useBoxPlace({ fondsId, inventory, box: number }: ArchiveFile): string {
  const words = useWords().boxes;
  const box = useRecord("boxes", idOfBox({ fondsId, inventory, number }));
  const place = placeOfBox(box ?? undefined, words.placeNames);
  return place === "" ? "" : words.fromBox(place);
}
