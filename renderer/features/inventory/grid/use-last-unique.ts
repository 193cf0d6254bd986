import { useEffect, useState } from "react";
import { nextCode } from "#shared/inventory/file-draft.ts";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { suggestOrdinal } from "#renderer/features/inventory/suggest-next.ts";
import type { Parent, RowKind } from "./row-kind.ts";

/** The greatest code or ordinal in use, by what the rows belong to. */
export type LastUnique = {
  read: (parentId: string) => string;
  note: (parentId: string, unique: string) => void;
};

/** Asks for it once a list is shown, so that the next row has its number without waiting. */
export function useLastUnique(kind: RowKind, parent: Parent | undefined): LastUnique {
  const desk = useDesk();
  const work = useWork();
  const parentId = parent?.id ?? "";
  const [known] = useState(rememberUnique);
  useEffect(() => {
    if (parentId === "") return;
    const reading =
      kind.collection === "files"
        ? desk.call("listing.last", { fondsId: parentId }).then(({ code }) => code)
        : suggestOrdinal(work, parentId).then((next) => String(next - 1));
    reading.then(
      (unique) => {
        if (known.read(parentId) === "") known.note(parentId, unique);
      },
      // Without an answer the number goes on from the row above.
      () => undefined,
    );
  }, [desk, work, kind, parentId, known]);
  return known;
}

function rememberUnique(): LastUnique {
  const known = new Map<string, string>();
  return {
    read: (id) => known.get(id) ?? "",
    note(id, unique) {
      if (unique !== "") known.set(id, unique);
    },
  };
}

/** The code or ordinal after one; the first where there is none. A code that ends in no digit has none after it. */
export function uniqueAfter(kind: RowKind, unique: string): string {
  if (kind.collection === "files") return nextCode(unique);
  const ordinal = Number(unique);
  return String((Number.isSafeInteger(ordinal) ? ordinal : 0) + 1);
}
