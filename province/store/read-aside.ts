import { collectionNames } from "#shared/archive/collections.ts";
import { nameOfRecord } from "#shared/archive/name-of-record.ts";
import type { Unit } from "#shared/archive/unit.ts";
import type { AsideRow, ProvinceAside } from "#shared/contract/province-aside.ts";
import type { Device } from "#province/access/device.ts";
import { type Database, numberIn, type Row, textIn } from "./database.ts";
import { nameOf } from "./overview.ts";
import { readable } from "./scope.ts";

const most = 200;

/** What machines within the device's scope sent and the store does not hold: kept for a parent, or refused. */
export async function readAside(
  database: Database,
  device: Device,
  units: readonly Unit[],
): Promise<ProvinceAside> {
  const deviceName = (table: string) =>
    `coalesce((select d.name from devices d where d.device_id = ${table}.device_id
      order by d.enrolled_at desc limit 1), '')`;
  const held = await database.query(
    `select h.collection, h.id, h.scope, h.device_id, ${deviceName("h")} as device, h.state::text as state,
       h.held_at as at, 'held' as code, '' as detail, h.parent_collection,
       coalesce((select r.code from refused_rows r where r.district = h.district and r.settled_at = ''
         and r.collection = h.parent_collection and r.id = h.parent_id limit 1), '') as parent_code,
       count(*) over () as total
     from held_rows h where h.settled_at = '' and ${readable("h")} order by h.held_at desc, h.number limit ${most}`,
    [device.scope],
  );
  const refused = await database.query(
    `select r.collection, r.id, r.scope, r.device_id, ${deviceName("r")} as device, r.state, r.refused_at as at,
       r.code, r.detail, count(*) over () as total
     from refused_rows r where r.settled_at = '' and ${readable("r")}
     order by r.refused_at desc, r.id limit ${most}`,
    [device.scope],
  );
  const [settled] = await database.query(
    `select (select count(*) from held_rows h where h.settled_at <> '' and ${readable("h")})
       + (select count(*) from refused_rows r where r.settled_at <> '' and ${readable("r")}) as settled`,
    [device.scope],
  );
  const list = (rows: readonly Row[]) => ({
    total: rows[0] ? numberIn(rows[0], "total") : 0,
    rows: rows.flatMap((row) => readRow(row, units) ?? []),
  });
  return { held: list(held), refused: list(refused), settled: settled ? numberIn(settled, "settled") : 0 };
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
