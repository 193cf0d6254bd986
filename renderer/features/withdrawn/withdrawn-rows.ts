import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Fonds } from "#shared/archive/fonds.ts";
import type { Item } from "#shared/archive/item.ts";
import { readClock } from "#shared/base/clock.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { readRecords } from "#renderer/db/change-records.ts";
import type { Work } from "#renderer/db/work.ts";
import type { Desk } from "#renderer/desk.ts";

/** A withdrawn fonds, file or item: what it is, why, when (milliseconds, 0 where not known) and by whom it was withdrawn. */
export type WithdrawnRow = {
  collection: "fonds" | "files" | "items";
  id: string;
  label: string;
  title: string;
  reason: string;
  at: number;
  by: string;
  /** Withdrawn within the last 30 days. */
  recent: boolean;
};

const recentTime = 30 * 86_400_000;

/** As many records are read at a time. */
const slice = 500;

/** The withdrawn fonds, files and items of this machine, those withdrawn last first. */
export async function readWithdrawn(work: Work, desk: Desk): Promise<WithdrawnRow[]> {
  const rows: WithdrawnRow[] = [];
  const since = Date.parse(work.now()) - recentTime;
  for (const collection of ["files", "items"] as const) {
    const { ids } = await desk.call("listing.order", {
      collection,
      filter: { state: "withdrawn", withdrawnToo: true },
      sort: "place",
    });
    for (let from = 0; from < ids.length; from += slice) {
      const some = await readRecords(work, collection, ids.slice(from, from + slice));
      // The desk may be a moment behind: what was restored since is not withdrawn.
      for (const record of some.values()) {
        if (record.withdrawn !== "") rows.push(rowOf(collection, record, since));
      }
    }
  }
  const fonds = await work.db.fonds.find({ selector: { withdrawn: { $ne: "" } } }).exec();
  rows.push(...fonds.map((document) => rowOf("fonds", document.toJSON() as ArchiveRecord, since)));
  return rows.sort((one, other) => other.at - one.at);
}

function rowOf(collection: WithdrawnRow["collection"], record: ArchiveRecord, since: number): WithdrawnRow {
  const clock = record.clocks["withdrawn"] ?? record.clocks["*"] ?? "";
  const at = readClock(clock)?.ms ?? 0;
  const shared = {
    collection,
    id: record.id,
    reason: record.withdrawn,
    at,
    recent: at >= since,
    by: record.updatedBy,
  };
  if (collection === "fonds") {
    const { code, name } = record as Fonds;
    return { ...shared, label: code, title: name };
  }
  if (collection === "files") {
    const { code, title } = record as ArchiveFile;
    return { ...shared, label: code, title };
  }
  const { number, symbol, subject, ordinal } = record as Item;
  const notation = [number, symbol].filter((part) => part !== "").join("/");
  return { ...shared, label: notation || String(ordinal), title: subject };
}
