import { accessLevels, rankOf } from "#shared/archive/access-level.ts";
import { receivingUnit } from "#shared/archive/successor.ts";
import { districtOf } from "#shared/archive/unit.ts";
import type { PortalFonds } from "#shared/contract/portal.ts";
import type { Reader as Person } from "#shared/portal/reader.ts";
import { Refused } from "#province/routes/typed.ts";
import { aidReader, type FoundFonds, readFonds } from "#province/sharing/finding-aid/read-fonds.ts";
import { maskedFonds } from "#province/sharing/mask-record.ts";
import type { Named } from "#province/store/catalogue-hits.ts";
import type { Database } from "#province/store/database.ts";
import { countFondsByUnit, type FondsEntry, type FondsReader } from "#province/store/fonds-contents.ts";
import { nameOf } from "#province/store/overview.ts";
import { findsOf } from "./may-open.ts";

type Store = { database: Database } & Named;

/** As who a person reads of a fonds: by the rule of the search itself. */
export function readsFondsAs({ successors }: Named, person: Person): FondsReader {
  return { ...findsOf(person), successors };
}

/** Finds a fonds with what of it a person finds, where that is from and goes to, and what a finding aid would hold. Throws `not-found`. */
export async function findFonds(
  store: Store,
  person: Person,
  id: string,
): Promise<PortalFonds & { district: string }> {
  const { database } = store;
  const asked = readsFondsAs(store, person);
  const found = await readFonds(database, asked, id);
  if (!found) throw new Refused(404, "not-found", "no such fonds to be read");
  const { head, same, parts } = found;
  const shown = ({ fonds }: FondsEntry) => (asked.reader.masked === true ? maskedFonds(fonds) : fonds);
  const { code, archiveCode, name, dateSpan, history } = shown(head);
  const other = (entry: FondsEntry, part: boolean) => ({
    ...{ id: entry.fonds.id, code: entry.fonds.code, name: shown(entry).name, part },
  });
  const entries = [head, ...same, ...parts];
  const [units, aids] = await Promise.all([
    countFondsByUnit(
      database,
      asked,
      entries.map(({ fonds }) => fonds.id),
    ),
    aidsOf(database, asked, id),
  ]);
  return {
    ...{ id: head.fonds.id, district: head.district, code, archiveCode, name, dateSpan, history },
    others: [...same.map((entry) => other(entry, false)), ...parts.map((entry) => other(entry, true))],
    ...countsOf(found),
    ...placesOf(store, units),
    aids,
  };
}

/** What a finding aid up to each of a person's levels would hold. */
async function aidsOf(database: Database, asked: FondsReader, id: string): Promise<PortalFonds["aids"]> {
  const levels = accessLevels.filter((level) => rankOf(level) <= rankOf(asked.reader.upTo));
  const aids = await Promise.all(
    levels.map(async (level) => {
      const found = await readFonds(database, aidReader(asked, level), id);
      return found ? [{ level, ...countsOf(found) }] : [];
    }),
  );
  return aids.flat();
}

function countsOf({ head, same, parts }: FoundFonds): { files: number; items: number } {
  const entries = [head, ...same, ...parts];
  return {
    files: entries.reduce((sum, { files }) => sum + files, 0),
    items: entries.reduce((sum, { items }) => sum + items, 0),
  };
}

function placesOf(
  { units, successors }: Named,
  counted: readonly { scope: string; choice: string; count: number }[],
): Pick<PortalFonds, "districts" | "newCommunes"> {
  const districts = new Map<string, PortalFonds["districts"][number]>();
  const communes = new Map<string, PortalFonds["newCommunes"][number]>();
  const add = (scope: string, name: string, count: number, undecided: number) => {
    const before = communes.get(scope) ?? { scope, name, count: 0, undecided: 0 };
    communes.set(scope, { ...before, count: before.count + count, undecided: before.undecided + undecided });
  };
  for (const { scope, choice, count } of counted) {
    const district = districtOf(scope);
    const before = districts.get(district) ?? { scope: district, name: nameOf(units, district), count: 0 };
    districts.set(district, { ...before, count: before.count + count });
    const receiving = receivingUnit(successors, scope, choice);
    if (receiving.kind === "known") add(receiving.unit.scope, receiving.unit.name, count, 0);
    if (receiving.kind === "open" || receiving.kind === "stays")
      for (const { to } of receiving.choices) {
        const isKeeper = receiving.kind === "stays" && to.scope === receiving.unit.scope;
        add(to.scope, to.name, count, isKeeper ? 0 : count);
      }
  }
  const most = <Place extends { count: number }>(places: Map<string, Place>) =>
    [...places.values()].sort((one, other) => other.count - one.count);
  return { districts: most(districts), newCommunes: most(communes) };
}
