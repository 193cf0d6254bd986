import { useCallback, useEffect, useRef, useState } from "react";
import type { Observable } from "rxjs";

/** A list read in pages along an index, and kept up to date by changes; never counted, never skipped through. */
export type Keyset<Row> = {
  rows: readonly Row[];
  /** True once the last page is read. */
  complete: boolean;
  /** Reads the next page; safe to call at any time. */
  more: () => void;
};

type KeysetSource<Row> = {
  /** Rows at or after `from` in the order of `compare` (from the start without it), at most `limit`. */
  read: (from: Row | undefined, limit: number) => Promise<readonly Row[]>;
  changes: () => Observable<Row>;
  /** Whether a changed row is one of the list. */
  belongs: (row: Row) => boolean;
  compare: (one: Row, other: Row) => number;
};

const pageSize = 100;

/** `key` stands for everything the source depends on. */
export function useKeyset<Row extends { id: string }>(key: string, source: KeysetSource<Row>): Keyset<Row> {
  const [list, setList] = useState<{ key: string; rows: readonly Row[]; complete: boolean }>();
  const reader = useRef<() => void>(() => undefined);
  useEffect(() => {
    const { read, changes, belongs, compare } = source;
    let rows: readonly Row[] = [];
    let complete = false;
    let busy = false;
    let gone = false;
    const show = () => {
      if (!gone) setList({ key, rows, complete });
    };
    const merge = (more: readonly Row[]) => {
      const known = new Map(rows.map((row) => [row.id, row]));
      for (const row of more) known.set(row.id, row);
      rows = [...known.values()].sort(compare);
    };
    async function readPage() {
      if (busy || complete || gone) return;
      busy = true;
      const from = rows.at(-1);
      // Rows equal to the last one in the index's order come again.
      const again = from ? rows.filter((row) => compare(row, from) === 0).length : 0;
      const page = await read(from, pageSize + again);
      complete = page.length < pageSize + again;
      merge(page);
      busy = false;
      show();
    }
    const subscription = changes().subscribe((row) => {
      const last = rows.at(-1);
      if (!belongs(row)) rows = rows.filter((known) => known.id !== row.id);
      else if (complete || (last && compare(row, last) <= 0)) merge([row]);
      else rows = rows.filter((known) => known.id !== row.id);
      show();
    });
    reader.current = () => void readPage();
    reader.current();
    return () => {
      gone = true;
      subscription.unsubscribe();
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key stands for everything the source depends on
  }, [key]);
  const more = useCallback(() => reader.current(), []);
  const fresh = list?.key === key ? list : undefined;
  return { rows: fresh?.rows ?? [], complete: fresh?.complete ?? false, more };
}
