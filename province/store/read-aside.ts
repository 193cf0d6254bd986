import type { Batch } from "#shared/archive/batch.ts";
import { collectionNames } from "#shared/archive/collections.ts";
import { nameOfRecord } from "#shared/archive/name-of-record.ts";
import type { Unit } from "#shared/archive/unit.ts";
import type { AsideKind, AsideQuestion, AsideRow, ProvinceAside } from "#shared/contract/province-aside.ts";
import { Refused } from "#shared/node/typed-routes.ts";
import { type Database, numberIn, type Row, textIn } from "./database.ts";
import { readLacking } from "./lacking-content.ts";
import { nameOf } from "./overview.ts";
import { readable } from "./scope.ts";

const most = 200;

/** Of how many acceptances that wait the content is looked at: it is read for each. */
const mostLookedAt = 20;

const deviceName = (table: string) =>
  `coalesce((select d.name from devices d where d.device_id = ${table}.device_id
    order by d.enrolled_at desc limit 1), '')`;

/** Rows of each kind with what tells them apart (`place`), which orders those of one moment. */
const selects: Record<AsideKind, string> = {
  held: `select t.collection, t.id, t.scope, t.district, t.device_id, ${deviceName("t")} as device, t.state::text as state,
      t.held_at as at, 'held' as code, '' as detail, t.parent_collection,
      coalesce((select r.code from refused_rows r where r.district = t.district and r.settled_at = ''
        and r.collection = t.parent_collection and r.id = t.parent_id limit 1), '') as parent_code,
      lpad(t.number::text, 20, '0') as place
    from held_rows t where t.settled_at = '' and ${readable("t")}`,
  refused: `select t.collection, t.id, t.scope, t.district, t.device_id, ${deviceName("t")} as device, t.state,
      t.refused_at as at, t.code, t.detail, '' as parent_collection, '' as parent_code,
      concat_ws(' ', t.id, t.collection, t.district, t.device_id, t.hash) as place
    from refused_rows t where t.settled_at = '' and ${readable("t")}`,
};

/**
 * What machines within a scope sent and the store does not hold: kept for a parent, or refused. The latest rows of
 * each kind or, of the kind that is asked for, those that come after a place.
 */
export async function readAside(
  database: Database,
  { scope }: { scope: string },
  units: readonly Unit[],
  { kind, after }: AsideQuestion = {},
): Promise<ProvinceAside> {
  const list = async (one: AsideKind) => {
    const [counted] = await database.query(
      `select count(*) as total from ${one}_rows t where t.settled_at = '' and ${readable("t")}`,
      [scope],
    );
    const total = counted ? numberIn(counted, "total") : 0;
    if (kind !== undefined && kind !== one) return { total, rows: [], next: "" };
    const rows = await page(database, one, scope, kind === one ? after : undefined);
    const last = rows.length > most ? rows[most - 1] : undefined;
    return {
      total,
      rows: await withLacks(database, rows.slice(0, most), units),
      next: last ? writePlace([textIn(last, "at"), textIn(last, "place")]) : "",
    };
  };
  const [settled] = await database.query(
    `select (select count(*) from held_rows h where h.settled_at <> '' and ${readable("h")})
       + (select count(*) from refused_rows r where r.settled_at <> '' and ${readable("r")}) as settled`,
    [scope],
  );
  const [held, refused] = [await list("held"), await list("refused")];
  return { held, refused, settled: settled ? numberIn(settled, "settled") : 0 };
}

/** One row more than a page holds tells that there are more. */
async function page(
  database: Database,
  kind: AsideKind,
  scope: string,
  after: string | undefined,
): Promise<Row[]> {
  const [at, place] = after === undefined ? ["", ""] : readPlace(after);
  const beyond = after === undefined ? "" : `where a.at < $2 or (a.at = $2 and a.place collate "C" > $3)`;
  return database.query(
    `select * from (${selects[kind]}) a ${beyond} order by a.at desc, a.place collate "C" limit ${most + 1}`,
    after === undefined ? [scope] : [scope, at, place],
  );
}

function writePlace(place: readonly [at: string, place: string]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

function readPlace(text: string): [at: string, place: string] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, "base64url").toString());
    if (Array.isArray(value) && typeof value[0] === "string" && typeof value[1] === "string")
      return [value[0], value[1]];
  } catch {
    // Told below, as everything that is no place.
  }
  throw new Refused(400, "bad-call", "no place in the list");
}

/** The rows for the screen; of the latest acceptances that wait for content also what lacks. */
async function withLacks(
  database: Database,
  rows: readonly Row[],
  units: readonly Unit[],
): Promise<AsideRow[]> {
  const shown: AsideRow[] = [];
  let looked = 0;
  for (const row of rows) {
    const aside = readRow(row, units);
    if (!aside) continue;
    const waits = aside.collection === "batches" && aside.waitsFor?.collection === "batches";
    if (waits && looked < mostLookedAt) {
      looked += 1;
      const batch = JSON.parse(textIn(row, "state")) as Batch;
      shown.push({ ...aside, lacks: await readLacking(database, textIn(row, "district"), batch) });
    } else shown.push(aside);
  }
  return shown;
}

function readRow(row: Row, units: readonly Unit[]): AsideRow | undefined {
  const collection = collectionNames.find((name) => name === row["collection"]);
  if (!collection) return undefined;
  const parent = collectionNames.find((name) => name === row["parent_collection"]);
  const state: unknown = JSON.parse(textIn(row, "state"));
  return {
    collection,
    id: textIn(row, "id"),
    label: typeof state === "object" && state !== null ? nameOfRecord(state).slice(0, 300) : "",
    device: textIn(row, "device") || textIn(row, "device_id"),
    unitName: nameOf(units, textIn(row, "scope")),
    code: textIn(row, "code"),
    detail: textIn(row, "detail"),
    at: textIn(row, "at"),
    ...(parent && { waitsFor: { collection: parent, code: textIn(row, "parent_code") } }),
  };
}
