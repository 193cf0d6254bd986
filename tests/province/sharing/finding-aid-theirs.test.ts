import { expect, test } from "vitest";
import { type AccessLevel, accessLevels, rankOf } from "#shared/archive/access-level.ts";
import type { AccessCode } from "#shared/archive/codes.ts";
import { covers } from "#shared/archive/unit.ts";
import { findingAidForms } from "#province/sharing/finding-aid/model.ts";
import { aidReader, readFonds } from "#province/sharing/finding-aid/read-fonds.ts";
import { writeFindingAid } from "#province/sharing/finding-aid/write-finding-aid.ts";
import type { Database } from "#province/store/database.ts";
import { successors, unitsBefore } from "#tests/fixtures/unit-tables.ts";
import { seeded } from "#tests/helpers/seeded.ts";
import {
  makeBatch,
  makeFile,
  makeFonds,
  makeGroup,
  makeItem,
  onEachStore,
  phuocHoa,
  phuocLoc,
  quyNhon,
  tuyPhuoc,
} from "#tests/province/world.ts";
import { aidPartner, fillAidFonds } from "./aid-fonds.ts";
import { settled } from "./harvester.ts";
import { allIn, readAid } from "./read-aid.ts";

const tries = Number(process.env["MUCLUC_TRIES"] ?? 60);
const seed = Number(process.env["MUCLUC_SEED"] ?? 1);

onEachStore(
  "whoever is given a finding aid",
  (world) => {
    test(`finds in ${tries} random tries all that is theirs of a fonds, each once, and nothing else`, async () => {
      const chance = seeded(seed);
      const one = <Value>(values: readonly Value[]): Value => values[chance(values.length)] as Value;
      const communes = [phuocLoc, phuocHoa, "52.540.21550"];
      const desks = new Map(
        await Promise.all(
          [tuyPhuoc, quyNhon].map(
            async (scope) => [scope, await world.enrol(`desk-${scope}`, scope)] as const,
          ),
        ),
      );
      type Known = { id: string; scope: string; level: AccessLevel | "nobody" };
      const known = new Map<string, Known[]>();
      for (const [at, scope] of communes.entries()) {
        const desk = desks.get(scope.split(".").slice(0, 2).join(".")) ?? "";
        const fondsId = `o-${at}`;
        const records: Known[] = [];
        await world.push(desk, "fonds", makeFonds(fondsId, scope));
        await world.push(
          desk,
          "groups",
          ...[0, 1, 2, 3].map((group) =>
            makeGroup(`g-${at}-${group}`, scope, {
              ...{
                fondsId,
                ordinal: group + 1,
                parentId: group === 0 ? "" : one(["", `g-${at}-${group - 1}`]),
              },
            }),
          ),
        );
        for (const accepted of [true, false])
          await world.push(
            desk,
            "batches",
            makeBatch(`b-${at}-${accepted}`, scope, { state: accepted ? "accepted" : "checking" }),
          );
        for (let file = 0; file < 14; file += 1) {
          const id = `f-${at}-${file}`;
          const accepted = chance(5) > 0;
          const [access, personal] = [one<AccessCode>(["", "01", "02", "03"]), chance(4) === 0];
          const groupId = chance(4) === 0 ? "" : `g-${at}-${chance(5)}`;
          const title = personal ? "Giấy khai sinh" : `Hồ sơ ${id}`;
          const batchId = `b-${at}-${accepted}`;
          await world.push(desk, "files", makeFile(id, scope, { fondsId, batchId, access, groupId, title }));
          const ofFile =
            access === "03" ? "nobody" : personal ? "closed" : access === "01" ? "open" : "conditional";
          records.push({ id: `f-${id}`, scope, level: accepted ? ofFile : "nobody" });
          const items = Array.from({ length: chance(6) }, (_, ordinal) => {
            const own = one<AccessCode>(["", "01", "02", "03"]);
            const note = chance(4) === 0 ? "Giấy khai sinh" : "";
            const item = makeItem(`${id}-${ordinal}`, scope, {
              fileId: id,
              ordinal: ordinal + 1,
              access: own,
              note,
            });
            const plain = (own === "" ? access : own) === "01" ? "open" : "conditional";
            const level = own === "01" ? "open" : note === "" ? plain : "closed";
            const isShut = [own, access].includes("03") || !accepted;
            records.push({ id: `i-${item.id}`, scope, level: isShut ? "nobody" : level });
            return item;
          });
          if (items.length > 0) await world.push(desk, "items", ...items);
        }
        known.set(fondsId, records);
      }
      await settled(world);
      for (let at = 0; at < tries; at += 1) {
        const [scope, level] = [one([...communes, "52", tuyPhuoc, quyNhon]), one(accessLevels)];
        const [id, form] = [one([...known.keys()]), one(findingAidForms)];
        const told = `seed ${seed}, try ${at}: ${scope} ${level} ${id} ${form}`;
        const answer = await (await aidPartner(world, scope, level))(id, `?format=${form}`);
        const theirs = (known.get(id) ?? []).filter(
          (record) =>
            record.level !== "nobody" && rankOf(record.level) <= rankOf(level) && covers(scope, record.scope),
        );
        expect([answer.status, told]).toEqual([theirs.length > 0 ? 200 : 404, told]);
        if (theirs.length === 0) continue;
        const components = allIn(readAid(String(answer.body), form).fonds);
        const records = components.filter((component) => ["file", "item"].includes(component.level));
        expect(records.map((record) => record.id).sort(), told).toEqual(
          theirs.map((record) => record.id).sort(),
        );
        // No group without anything in it, and each document in its own file where that is theirs.
        for (const { level: of, components: within } of components)
          if (of.endsWith("series")) expect([within.length > 0, told]).toEqual([true, told]);
        for (const file of records.filter((record) => record.level === "file"))
          for (const item of file.components)
            expect([item.id.startsWith(`i-${file.id.slice(2)}-`), told]).toEqual([true, told]);
        const bare = components
          .filter(({ level: of }) => of.endsWith("series"))
          .flatMap((group) => group.components);
        for (const item of bare.filter((record) => record.level === "item")) {
          const file = `f-${item.id.slice(2).replace(/-\d+$/, "")}`;
          expect([theirs.some((record) => record.id === file), told]).toEqual([false, told]);
        }
      }
      expect(world.faults).toEqual([]);
    }, 300_000);

    test("finds a record as it is at that moment, however far behind the catalogue is", async () => {
      await fillAidFonds(world);
      const ask = await aidPartner(world, "52", "open");
      const idsNow = async () =>
        allIn(readAid(String((await ask("o")).body), "ead2002").fonds)
          .filter(({ level }) => ["file", "item"].includes(level))
          .map(({ id }) => id);
      expect(await idsNow()).toEqual(["f-top", "f-nine", "i-n1", "i-n2", "f-ten", "i-in-shut", "f-loose"]);
      // Written past every wake of the catalogue.
      const change = (collection: string, id: string, sets: string) =>
        world.database.query(
          `update records set state = jsonb_set(state, ${sets}) where collection = '${collection}' and id = '${id}'`,
        );
      await change("items", "n1", `'{access}', '"03"'`);
      await change("files", "ten", `'{withdrawn}', '"trùng"'`);
      await change("files", "top", `'{title}', '"Sơ yếu lý lịch"'`);
      expect(await idsNow()).toEqual(["f-nine", "i-n2", "i-in-shut", "f-loose"]);
      await change("files", "nine", `'{access}', '"03"'`);
      expect(await idsNow()).toEqual(["i-in-shut", "f-loose"]);
      await change("batches", "b", `'{state}', '"returned"'`);
      expect((await ask("o")).body).not.toContain('level="item"');
    });

    test("reads it as it is written: never more than some of a fonds is in memory", async () => {
      const desk = await world.enrol("desk", tuyPhuoc);
      const [files, perFile] = [1050, 3];
      await world.push(desk, "fonds", makeFonds("o", phuocLoc));
      await world.push(desk, "batches", makeBatch("b", phuocLoc, { state: "accepted" }));
      const own = { fondsId: "o", batchId: "b", access: "01" } as const;
      await world.push(
        desk,
        "files",
        ...Array.from({ length: files }, (_, at) =>
          makeFile(`f${at}`, phuocLoc, { ...own, code: `HS.${at}` }),
        ),
      );
      for (let from = 0; from < files; from += 150)
        await world.push(
          desk,
          "items",
          ...Array.from({ length: 150 * perFile }, (_, at) =>
            makeItem(`i${from * perFile + at}`, phuocLoc, {
              ...{ fileId: `f${from + Math.floor(at / perFile)}`, ordinal: (at % perFile) + 1 },
            }),
          ),
        );
      await settled(world);
      let [most, read] = [0, 0];
      const watched: Database = {
        ...world.database,
        async query(sql, params) {
          const rows = await world.database.query(sql, params);
          const held = rows.filter((row) => "own" in row || "file" in row).length;
          [most, read] = [Math.max(most, held), read + held];
          return rows;
        },
      };
      const asked = aidReader({ reader: { scope: "52", upTo: "open" }, filter: {}, successors });
      const found = await readFonds(watched, asked, "o");
      if (!found) throw new Error("no such fonds");
      const store = { database: watched, units: unitsBefore, name: "Tỉnh thử" };
      const pieces = writeFindingAid(store, asked, found, { form: "ead2002", now: world.clock.now });
      let [text, records, longest] = ["", 0, 0];
      const readBefore: number[] = [];
      for await (const piece of pieces) {
        text += piece.text;
        records += piece.records;
        longest = Math.max(longest, piece.text.length);
        readBefore.push(read);
      }
      expect(records).toBe(files * (perFile + 1));
      expect(new Set(allIn(readAid(text, "ead2002").fonds).map(({ id }) => id)).size).toBe(records);
      expect(readBefore.length).toBeGreaterThan(10);
      // Whoever reads no further has nothing read for them.
      expect(readBefore[0]).toBeLessThan(1000);
      expect(most).toBeLessThanOrEqual(100);
      expect(longest).toBeLessThan(40_000);
    }, 120_000);
  },
  { rate: { device: 100_000, stranger: 100_000 } },
);
