import { expect, test } from "vitest";
import type { ArchiveFile } from "#shared/archive/file.ts";
import { editRecord } from "#shared/archive/record.ts";
import type { CatalogueAnswer } from "#shared/contract/catalogue.ts";
import type { PortalUnits, TriedAnswer } from "#shared/contract/portal-units.ts";
import type { ReaderList } from "#shared/contract/portal.ts";
import { readerRoles } from "#shared/portal/reader.ts";
import type { Hello } from "#shared/replication/wire.ts";
import type { ProvinceRules } from "#shared/rules/pack.ts";
import { packDigest, type SignedPack } from "#shared/rules/signed-pack.ts";
import type { UnitChange } from "#shared/rules/unit-amendment.ts";
import { isProven } from "#electron/province/judge-packs.ts";
import { verifyAudit } from "#province/store/audit.ts";
import {
  makeBatch,
  makeFile,
  onEachStore,
  phuocHoa,
  phuocLoc,
  stamp,
  tuyPhuoc,
} from "#tests/province/world.ts";
import { signedIn } from "./portal-reader.ts";

const administrator = { login: "quan.tv", name: "Trần Văn Quản", role: "portal-administrator" } as const;
const why = { act: "Nghị quyết số 12/NQ-HĐND", reason: "Bảng của chương trình ghi sai" };
const tuyPhuocOfToday = "52.21952";
const bacOfToday = "52.21964";
const rename: UnitChange = { kind: "rename", scope: phuocLoc, name: "Xã Phước Lộc (đính chính)" };
const corrected: UnitChange = { kind: "merge", from: [phuocLoc], to: bacOfToday, on: "2025-07-01" };

onEachStore("the tables of units, amended by the province", (world) => {
  type Person = Awaited<ReturnType<typeof signedIn>>;
  const tablesOf = async (person: Person) =>
    (await person.ask("GET", "/portal/admin/units")).body as PortalUnits;
  const publish = (person: Person, change: UnitChange, seen = 0) =>
    person.ask("POST", "/portal/admin/units", { change, seen, ...why });
  const tried = async (person: Person, change: UnitChange) =>
    (await person.ask("POST", "/portal/admin/units/tried", { change })).body as TriedAnswer;
  const found = async (person: Person, filter: object = {}) => {
    const question = { words: "", filter, from: 0, limit: 20, facets: true };
    return (await person.ask("POST", "/portal/search", question)).body as CatalogueAnswer;
  };
  /** Accepted files of two communes, in the catalogue. */
  const sendFiles = async () => {
    world.clock.now = Date.parse("2025-08-01T08:00:00Z");
    const desk = await world.enrol("desk", tuyPhuoc);
    for (const scope of [phuocLoc, phuocHoa]) {
      const batchId = `batch-${scope}`;
      await world.push(desk, "batches", makeBatch(batchId, scope, { state: "accepted" }));
      await world.push(desk, "files", makeFile(`file-${scope}`, scope, { batchId, access: "01" }));
    }
    await world.restart();
    const archivist = await signedIn(world, { role: "archivist" });
    await expect.poll(async () => (await found(archivist)).total, { timeout: 10_000 }).toBe(2);
    return archivist;
  };

  test("show their effect before it is so: which records are found elsewhere, and nothing is written", async () => {
    await sendFiles();
    const head = await signedIn(world, administrator);
    const { faults, effect } = await tried(head, corrected);
    expect(faults).toEqual([]);
    expect(effect).toEqual({
      moved: [
        {
          unitName: "Xã Phước Lộc",
          from: ["Xã Tuy Phước"],
          to: ["Xã Tuy Phước Bắc"],
          files: 1,
          items: 0,
        },
      ],
      renamed: 0,
      readers: 0,
    });
    expect((await tried(head, rename)).effect).toEqual({ moved: [], renamed: 1, readers: 0 });
    expect((await tablesOf(head)).amendments).toEqual([]);
  });

  test("take effect in the catalogue, its facets and names at once and after a start; all of it stands in the audit", async () => {
    const archivist = await sendFiles();
    const head = await signedIn(world, administrator);
    expect((await publish(head, rename)).body).toEqual({ number: 1 });
    expect((await publish(head, corrected, 1)).body).toEqual({ number: 2 });
    for (const again of [false, true]) {
      if (again) await world.restart();
      const { hits, facets } = await found(archivist, { newCommune: bacOfToday });
      expect(hits.map(({ id, unitName }) => [id, unitName])).toEqual([[`file-${phuocLoc}`, rename.name]]);
      expect(facets?.newCommune).toMatchObject([{ value: bacOfToday, count: 1 }]);
      expect((await tablesOf(head)).amendments).toMatchObject([
        { number: 2, by: administrator.name, ...why, change: corrected, faults: [] },
        { number: 1, change: rename, formerName: "Xã Phước Lộc" },
      ]);
    }
    expect(await verifyAudit(world.database, "52")).toMatchObject({ entries: 2 });
    await expect(world.database.query("delete from unit_amendments")).rejects.toThrow();
    await expect(world.database.query("update unit_amendments set at = ''")).rejects.toThrow();
  });

  test("move nothing between scopes: machines hold what they held, an official sees what their commune receives", async () => {
    await sendFiles();
    const head = await signedIn(world, administrator);
    const own = await world.enrol("xa", phuocLoc, "commune-preparer");
    const other = await world.enrol("xa-khac", phuocHoa, "commune-preparer");
    const officials: Record<string, Person> = {
      [tuyPhuocOfToday]: await signedIn(world, {
        login: "tp",
        role: "commune-reader",
        scope: tuyPhuocOfToday,
      }),
      [bacOfToday]: await signedIn(world, { login: "bac", role: "commune-reader", scope: bacOfToday }),
    };
    const pulled = async () => ({
      own: (await world.pull(own, "files")).documents.map(({ id }) => id),
      other: (await world.pull(other, "files")).documents.map(({ id }) => id),
    });
    const before = await pulled();
    expect(before).toEqual({ own: [`file-${phuocLoc}`], other: [`file-${phuocHoa}`] });
    const seenBy = async (scope: string) => (await found(officials[scope] ?? head)).hits.map(({ id }) => id);
    expect([await seenBy(tuyPhuocOfToday), await seenBy(bacOfToday)]).toEqual([[`file-${phuocLoc}`], []]);
    await publish(head, corrected);
    expect([await seenBy(tuyPhuocOfToday), await seenBy(bacOfToday)]).toEqual([[], [`file-${phuocLoc}`]]);
    expect(await pulled()).toEqual(before);
    const ended: UnitChange = { kind: "merge", from: [bacOfToday], to: tuyPhuocOfToday, on: "2025-08-01" };
    expect((await tried(head, ended)).effect).toMatchObject({ readers: 1 });
    await publish(head, ended, 1);
    expect([await seenBy(tuyPhuocOfToday), await seenBy(bacOfToday)]).toEqual([[`file-${phuocLoc}`], []]);
    expect(await pulled()).toEqual(before);
    // Nobody is let in of a commune that ended.
    const { units } = (await head.ask("GET", "/portal/readers")).body as ReaderList;
    expect(units.some(({ scope }) => scope === bacOfToday)).toBe(false);
    expect(units.some(({ scope }) => scope === tuyPhuocOfToday)).toBe(true);
  });

  test("let a commune give a part away and stay: what may be of it is found by both, until a person chooses", async () => {
    const archivist = await sendFiles();
    const head = await signedIn(world, administrator);
    const ceded: UnitChange = {
      ...{ kind: "split", from: tuyPhuocOfToday, to: [tuyPhuocOfToday, bacOfToday], on: "2025-07-15" },
    };
    const file = `file-${phuocLoc}`;
    const { effect } = await tried(head, ceded);
    expect(effect).toMatchObject({
      moved: [{ unitName: "Xã Phước Lộc", from: ["Xã Tuy Phước"], to: ["Xã Tuy Phước", "Xã Tuy Phước Bắc"] }],
      readers: 0,
    });
    const officials: Person[] = [];
    for (const scope of [tuyPhuocOfToday, bacOfToday])
      officials.push(await signedIn(world, { login: scope, role: "commune-reader", scope }));
    const seen = async () => {
      const lists = [];
      for (const one of officials) lists.push((await found(one)).hits.map(({ id }) => id));
      return lists;
    };
    expect(await seen()).toEqual([[file], []]);
    expect((await publish(head, ceded)).body).toEqual({ number: 1 });
    expect(await seen()).toEqual([[file], [file]]);
    const names = [{ name: "Xã Tuy Phước" }, { name: "Xã Tuy Phước Bắc" }];
    expect((await found(archivist, { commune: phuocLoc })).hits).toMatchObject([
      { id: file, stays: true, newCommunes: names },
    ]);
    expect((await found(archivist, { commune: phuocLoc })).facets?.newCommune).toMatchObject([
      { value: tuyPhuocOfToday, count: 1, undecided: 0 },
      { value: bacOfToday, count: 1, undecided: 1 },
    ]);
    const desk = await world.enrol("desk-2", tuyPhuoc);
    const choose = async (successor: string, clock: number) => {
      const { documents } = await world.pull(desk, "files");
      const chosen = documents.find(({ id }) => id === file);
      await world.push(desk, "files", editRecord(chosen as ArchiveFile, { successor }, stamp(clock)));
    };
    await choose("21964", 7);
    await expect.poll(seen, { timeout: 10_000 }).toEqual([[], [file]]);
    await choose("21952", 9);
    await expect.poll(seen, { timeout: 10_000 }).toEqual([[file], []]);
    expect((await found(archivist, { commune: phuocLoc })).hits[0]?.stays).toBeUndefined();
  });

  test("are published by administrators alone, of units within their scope, and never over another's", async () => {
    world.clock.now = Date.parse("2025-08-01T08:00:00Z");
    for (const role of readerRoles) {
      const scope = role === "commune-reader" ? bacOfToday : "52";
      const person = await signedIn(world, { login: `${role}-1`, role, scope });
      const allowed = role === "portal-administrator";
      expect((await person.ask("GET", "/portal/admin/units")).status, role).toBe(allowed ? 200 : 403);
      expect((await publish(person, rename)).status, role).toBe(allowed ? 200 : 403);
    }
    const of = await signedIn(world, { ...administrator, login: "tuy.phuoc", scope: tuyPhuoc });
    expect((await publish(of, corrected, 1)).body).toMatchObject({ code: "not-your-units" });
    expect((await of.ask("POST", "/portal/admin/units/tried", { change: corrected })).status).toBe(403);
    const named: UnitChange = { ...rename, name: "Xã Phước Lộc" };
    expect((await publish(of, named, 0)).body).toMatchObject({ code: "units-moved" });
    expect((await publish(of, named, 1)).body).toEqual({ number: 2 });
  });

  test("are refused with each fault: an amendment that does not fit, one without a name, an act or a reason", async () => {
    const head = await signedIn(world, administrator);
    const named: UnitChange = { ...rename, name: "Xã Phước Lộc" };
    expect(await tried(head, named)).toEqual({ faults: [{ code: "name-as-before", about: "Xã Phước Lộc" }] });
    expect((await publish(head, named)).body).toMatchObject({ code: "units-unfit" });
    for (const name of ["", "   "]) expect((await publish(head, { ...rename, name })).status).toBe(400);
    for (const blank of [{ act: "      " }, { reason: "  vì   " }]) {
      const body = { change: rename, seen: 0, ...why, ...blank };
      expect((await head.ask("POST", "/portal/admin/units", body)).status).toBe(400);
    }
    expect((await tablesOf(head)).amendments).toEqual([]);
  });

  test("are handed out signed as a part of their own, to machines that know of it; others get the parts they know", async () => {
    const head = await signedIn(world, administrator);
    const desk = await world.enrol("desk", tuyPhuoc);
    const key = ((await world.ask("", "GET", "/hello")).body as Hello).keys?.signing;
    const ask = async (more = "") => {
      const { body } = await world.ask(desk, "GET", `/rules?known=${more}`);
      return body as { digest: string; rules: ProvinceRules; signed: SignedPack[] };
    };
    const none = await ask("&units=yes");
    expect([none.rules.units, none.signed.map(({ name }) => name)]).toEqual([
      undefined,
      ["rules", "words", "units"],
    ]);
    await publish(head, rename);
    const given = await ask("&units=yes");
    expect(given.rules.units).toMatchObject([{ number: 1, change: rename, ...why }]);
    expect(given.digest).not.toBe(none.digest);
    expect(isProven(given, key)).toBe(true);
    expect(given.signed[2]?.digest).toBe(packDigest(given.rules, "units"));
    expect(given.signed[2]?.edition).toBeGreaterThan(none.signed[2]?.edition ?? Infinity);
    expect(given.signed.slice(0, 2)).toEqual(none.signed.slice(0, 2));
    expect((await ask()).signed).toEqual(given.signed.slice(0, 2));
  });
});
