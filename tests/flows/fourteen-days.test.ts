import { expect, onTestFinished, test } from "vitest";
import { collectionNames, type Records } from "#shared/archive/collections.ts";
import { editRecord } from "#shared/archive/record.ts";
import type { Database } from "#province/store/database.ts";
import { migrate } from "#province/store/migrations.ts";
import { openPglite } from "#province/store/open-pglite.ts";
import { openPostgres } from "#province/store/open-postgres.ts";
import { openLoopbackProvince } from "#tests/helpers/loopback-province.ts";
import { findPostgres, startPostgres } from "#tests/helpers/postgres.ts";
import { sampleFile, sampleFonds, stampAt } from "#tests/helpers/sample-records.ts";
import { openSyncDesk, type SyncDesk } from "#tests/helpers/sync-desk.ts";

const fileCount = 500;
const days = 14;
const editsADay = 60;
const dayMs = 86_400_000;
const fields = ["title", "box", "note", "leafCount"] as const;
const district = "52.550";

type Person = "Lan" | "Minh";
/** The last value that a person wrote of a field, and its clock. */
type Written = { value: string | number; clock: string };
type Model = Record<Person, Map<string, Written>>;

/** Numbers that a seed repeats. */
function chanceOf(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}

/** One day of one person's edits, without a line; the model keeps the last of each field. */
function workOneDay(
  desk: SyncDesk,
  person: Person,
  day: number,
  chance: (below: number) => number,
  model: Model,
) {
  for (let edit = 0; edit < editsADay; edit += 1) {
    const id = `file-${String(chance(fileCount))}`;
    const field = fields[chance(fields.length)] ?? "title";
    // Few values, so that both write the same one now and then.
    const value = field === "leafCount" ? 50 + chance(3) : `Giá trị ${String(chance(3))}`;
    const file = desk.journal.read("files", id);
    if (!file) throw new Error(id);
    const ms = dayMs * (day + 1) + edit * 60_000 + (person === "Lan" ? 0 : 30_000);
    const edited = editRecord(file, { [field]: value }, { ...stampAt(ms, person), by: person });
    if (edited === file) continue;
    desk.journal.write("files", [edited], "screen");
    model[person].set(`${id} ${field}`, { value, clock: edited.clocks[field] ?? edited.clocks["*"] ?? "" });
  }
}

async function liveApart(database: Database, seed: number) {
  console.info(`seed ${String(seed)}`);
  const province = await openLoopbackProvince(database);
  const lan = await openSyncDesk(await province.enrol(district, "district-checker", "Lan"));
  const minh = await openSyncDesk(await province.enrol(district, "district-checker", "Minh"));
  const files = Array.from({ length: fileCount }, (_, at) => sampleFile(`file-${String(at)}`));
  lan.journal.write("fonds", [sampleFonds("fonds-1")], "screen");
  lan.journal.write("files", files, "screen");
  const first = await lan.until(({ equal }) => equal);
  // The province's time came with its answers: these clocks are one.
  expect(Math.abs(first.clockAheadMs ?? 1e9)).toBeLessThan(60_000);
  await minh.until(({ equal, savedRecords }) => equal && savedRecords === fileCount + 1);
  for (const desk of [lan, minh]) desk.connect(undefined);
  await minh.until(({ state }) => state === "off");

  const chance = chanceOf(seed);
  const model: Model = { Lan: new Map(), Minh: new Map() };
  for (let day = 0; day < days; day += 1) {
    workOneDay(lan, "Lan", day, chance, model);
    workOneDay(minh, "Minh", day, chance, model);
    if (day === 6) await minh.restart();
  }

  const started = performance.now();
  lan.connect(await province.enrol(district, "district-checker", "Lan"));
  await lan.until(({ equal }) => equal);
  minh.connect(await province.enrol(district, "district-checker", "Minh"));
  await minh.until(({ equal }) => equal);
  await lan.until(
    ({ equal }) =>
      equal && lan.journal.digest("conflicts").digest === minh.journal.digest("conflicts").digest,
  );
  console.info(
    `equal again ${String(Math.round(performance.now() - started))} ms after the first reconnection`,
  );
  for (const name of collectionNames) expect(lan.journal.digest(name)).toEqual(minh.journal.digest(name));

  const found = new Map<string, Records["conflicts"]>();
  for (let at = 0; at < fileCount; at += 1) {
    for (const conflict of lan.journal.children("conflicts", `file-${String(at)}`)) {
      const key = `${conflict.subjectId} ${conflict.field}`;
      expect(found.has(key)).toBe(false);
      found.set(key, conflict);
    }
  }
  const expected: string[] = [];
  for (const key of new Set([...model.Lan.keys(), ...model.Minh.keys()])) {
    const [id = "", field = ""] = key.split(" ");
    const [one, other] = [model.Lan.get(key), model.Minh.get(key)];
    const later = !one || (other && other.clock > one.clock) ? other : one;
    const held: unknown = Reflect.get(lan.journal.read("files", id) ?? {}, field);
    expect({ key, held }).toEqual({ key, held: later?.value });
    if (!one || !other || one.value === other.value) continue;
    expected.push(key);
    // Nothing is lost: what the record does not hold, its conflict does; the order is that of the province.
    const sides = found.get(key)?.sides.map(({ value, by }) => [by, JSON.parse(value) as unknown]);
    expect({ key, sides }).toEqual({
      key,
      sides: [
        ["Lan", one.value],
        ["Minh", other.value],
      ],
    });
  }
  expect([...found.keys()].sort()).toEqual(expected.sort());
  expect(expected.length).toBeGreaterThan(50);
  expect(await minh.journal.verify()).toMatchObject({ brokenAt: undefined });
  expect(province.faults).toEqual([]);
  console.info(`${String(expected.length)} conflicts, as the model predicts`);
}

const postgres = await findPostgres();

test("fourteen days without a line, two people at the same 500 files: one reconnection, nothing lost (PGlite)", async () => {
  await liveApart(await openPglite(), 20250514);
}, 240_000);

test.skipIf(postgres === undefined)(
  "fourteen days without a line, two people at the same 500 files: one reconnection, nothing lost (PostgreSQL)",
  async () => {
    if (postgres === undefined) throw new Error("skipped");
    const server = await startPostgres(postgres);
    onTestFinished(() => server.stop());
    const database = openPostgres(server.address, () => undefined);
    await migrate(database, () => Date.now());
    await liveApart(database, 20250515);
  },
  240_000,
);

if (postgres === undefined)
  console.warn("SKIPPED: fourteen days on PostgreSQL: no initdb and pg_ctl were found on this machine");
