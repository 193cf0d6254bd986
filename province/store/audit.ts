import type { ArchiveRecord } from "#shared/archive/record.ts";
import type { CollectionName } from "#shared/archive/collections.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import { digestOfText } from "#shared/base/digest.ts";
import { without } from "#shared/base/without.ts";
import { numberIn, type Querying, type Row, textIn } from "./database.ts";

/** What is administered beside the records: machines, people, others' systems and the ways to them, packs of rules, units, what installs the program. */
export type Administered = "devices" | "readers" | "partners" | "connectors" | "rules" | "units" | "updates";

/** One change of one record: who brought it, which fields it set, and the hash of the state it led to. */
export type AuditEntry = {
  seq: number;
  at: string;
  deviceId: string;
  role: string;
  collection: CollectionName | Administered;
  id: string;
  changes: Record<string, unknown>;
  hash: string;
};

/** The fields that differ between two states, as they are after. */
export function changesBetween(
  before: ArchiveRecord | undefined,
  after: ArchiveRecord,
): Record<string, unknown> {
  if (!before) return without(after, "clocks");
  const old = new Map(Object.entries(before));
  return Object.fromEntries(
    Object.entries(after).filter(([field, value]) => field !== "clocks" && !isSame(old.get(field), value)),
  );
}

/** An entry as it is written; without changes where they are a new record's whole state. */
type ChainedEntry = Omit<AuditEntry, "changes"> & { changes: string | undefined; chain: string };

/**
 * Entries for a district's audit, each chained to the one before it, the first to `chain`; and the chain's new end.
 * `whole` answers the canonical JSON of changes that are all of a new record's state, and need not be written twice.
 */
export function chainEntries(
  district: string,
  chain: string,
  entries: readonly AuditEntry[],
  whole: (entry: AuditEntry) => string | undefined,
): { rows: ChainedEntry[]; end: string } {
  let end = chain;
  const rows = entries.map((entry) => {
    const known = whole(entry);
    const changes = known ?? canonicalJson(entry.changes);
    end = linkOf(end, district, textOf(entry, changes));
    return { ...entry, changes: known === undefined ? changes : undefined, chain: end };
  });
  return { rows, end };
}

/** As `canonicalJson` of the entry, with its changes written already. */
function textOf(entry: AuditEntry, changes: string): string {
  const { at, collection, deviceId, hash, id, role, seq } = entry;
  const rest = JSON.stringify({ collection, deviceId, hash, id, role, seq });
  return `{"at":${JSON.stringify(at)},"changes":${changes},${rest.slice(1)}`;
}

/** At most a thousand entries of a district's audit after one, in their order, each with its `chain`. */
export async function readAuditPart(database: Querying, district: string, after: number): Promise<Row[]> {
  return database.query(
    `select seq, at, device_id as "deviceId", role, collection, id, changes, hash, chain from audit
     where district = $1 and seq > $2 order by seq limit 1000`,
    [district, after],
  );
}

/**
 * Walks a district's audit to its end, also while others write on; names the first entry that does not follow from the
 * one before, if any. `rest` is awaited between parts, so that it stands in nobody's way.
 */
export async function verifyAudit(
  database: Querying,
  district: string,
  rest: () => Promise<void> = () => Promise.resolve(),
): Promise<{ entries: number; brokenAt: number | undefined }> {
  let chain = "";
  let entries = 0;
  for (let after = 0; ;) {
    await rest();
    const rows = await readAuditPart(database, district, after);
    if (rows.length === 0) {
      // Asked in one statement: what was written since the last part is walked too before the ends are compared.
      const [feed] = await database.query(
        `select seq, chain, coalesce((select max(a.seq) from audit a where a.district = $1), 0) as last
         from feeds where district = $1`,
        [district],
      );
      if (feed && numberIn(feed, "last") > after) continue;
      return {
        entries,
        brokenAt: feed && textIn(feed, "chain") !== chain ? numberIn(feed, "seq") : undefined,
      };
    }
    for (const { chain: stated, ...entry } of rows) {
      chain = chainOf(chain, district, entry);
      after = numberIn(entry, "seq");
      if (chain !== stated) return { entries, brokenAt: after };
      entries += 1;
    }
  }
}

/** The chain at an entry, by the chain before it. */
export function chainOf(before: string, district: string, entry: object): string {
  return linkOf(before, district, canonicalJson(entry));
}

function linkOf(before: string, district: string, entry: string): string {
  return digestOfText(`${before}\n${district}\n${entry}`);
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || (one !== undefined && canonicalJson(one) === canonicalJson(other));
}
