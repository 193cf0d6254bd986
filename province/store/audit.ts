import type { ArchiveRecord } from "#shared/archive/record.ts";
import type { CollectionName } from "#shared/archive/collections.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import { digestOfText } from "#shared/base/digest.ts";
import { numberIn, type Querying, type Row, textIn } from "./database.ts";
import { writtenForm } from "./written-form.ts";

/** What is administered beside the records: machines, people, others' systems and the ways to them, packs of rules, units, what installs the program. */
export type Administered =
  "devices" | "readers" | "partners" | "connectors" | "rules" | "units" | "updates" | "links";

/** Who brought what stands in the audit, when, and of which collection. */
export type AuditSource = {
  at: string;
  deviceId: string;
  role: string;
  collection: CollectionName | Administered;
};

/** One change of one record: which fields it set, in canonical JSON, and the hash of the state it led to. */
export type AuditEntry = {
  seq: number;
  id: string;
  changes: string;
  hash: string;
  /** True where the changes are all of a new record's state. */
  isNew?: boolean;
};

/** The fields that differ between two states, as they are after, but the clocks. */
export function changesBetween(
  collection: CollectionName,
  before: ArchiveRecord | undefined,
  after: ArchiveRecord,
): Pick<AuditEntry, "changes" | "isNew"> {
  if (!before) return { changes: writtenForm(collection, after).changes, isNew: true };
  const old = new Map(Object.entries(before));
  const changed = Object.entries(after).filter(
    ([field, value]) => field !== "clocks" && !isSame(old.get(field), value),
  );
  return { changes: canonicalJson(Object.fromEntries(changed)) };
}

/**
 * Of entries for a district's audit the chain at each, to the one before it, the first to `chain`. Each link is of the
 * canonical JSON of source and entry together.
 */
export function chainEntries(
  district: string,
  chain: string,
  { at, collection, deviceId, role }: AuditSource,
  entries: readonly AuditEntry[],
): string[] {
  const [moment, brought] = [JSON.stringify(at), JSON.stringify({ collection, deviceId }).slice(1, -1)];
  const as = JSON.stringify(role);
  let end = chain;
  return entries.map(({ seq, id, changes, hash }) => {
    const rest = `${brought},"hash":"${hash}","id":${JSON.stringify(id)},"role":${as},"seq":${seq}}`;
    end = linkOf(end, district, `{"at":${moment},"changes":${changes},${rest}`);
    return end;
  });
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
