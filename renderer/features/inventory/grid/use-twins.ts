import { useDebouncedCallback } from "@mantine/hooks";
import { useCallback, useRef, useState } from "react";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { findTwins, type Twin } from "#renderer/features/inventory/find-twins.ts";
import type { CellEdit } from "./apply-cells.ts";
import type { RowKind } from "./row-kind.ts";
import type { RowStore } from "./row-store.ts";

const asked = new Set(["number", "symbol", "issuedDate", "subject", "addressee"]);

/** More rows than these at once are a block: the review finds what is doubled in it. */
const mostAtOnce = 40;

/** Documents that rows of items are like, asked of the desk a moment after what tells them apart was changed. */
export function useTwins(kind: RowKind, store: RowStore, fondsId: string) {
  const work = useWork();
  const desk = useDesk();
  const [found, setFound] = useState<ReadonlyMap<string, readonly Twin[]>>(new Map());
  const waiting = useRef(new Set<string>());
  const ask = useDebouncedCallback(async () => {
    const ids = [...waiting.current].slice(0, mostAtOnce);
    waiting.current.clear();
    const answers: [string, Twin[]][] = [];
    for (const id of ids) {
      const cells = store.cells(id);
      const probe = probeOf(kind, cells, fondsId);
      if (!probe) continue;
      // The desk's answer is a help: without it the row is as good.
      const twins = await findTwins(work, (of) => desk.call("listing.twins", of), probe, id).catch(() => []);
      answers.push([id, twins]);
    }
    setFound((before) => {
      const next = new Map(before);
      for (const [id, twins] of answers) {
        if (twins.length > 0) next.set(id, twins);
        else next.delete(id);
      }
      return next;
    });
  }, 600);
  const edited = useCallback(
    (edits: readonly CellEdit[]) => {
      if (kind.collection !== "items") return;
      const ids = new Set(edits.filter(({ field }) => asked.has(field)).map(({ id }) => id));
      if (ids.size === 0) return;
      for (const id of ids) waiting.current.add(id);
      ask();
    },
    [kind, ask],
  );
  return { found, edited };
}

/** What the desk is asked of a row; nothing where a cell of it is not read. */
export function probeOf(kind: RowKind, cells: Readonly<Record<string, string>>, fondsId: string) {
  const date = kind.readCell("issuedDate", cells["issuedDate"] ?? "");
  const text = (field: string, limit: number) => (cells[field] ?? "").trim().slice(0, limit);
  if (!date.ok) return undefined;
  return {
    fondsId,
    number: text("number", 11),
    symbol: text("symbol", 30),
    issuedDate: typeof date.value === "string" ? date.value : "",
    subject: text("subject", 500),
    addressee: text("addressee", 200),
  };
}
