import { expect, test } from "vitest";
import { type AccessLevel, accessLevels } from "#shared/archive/access-level.ts";
import type { AccessCode } from "#shared/archive/codes.ts";
import { editRecord } from "#shared/archive/record.ts";
import { covers } from "#shared/archive/unit.ts";
import { addPartner } from "#province/access/partner.ts";
import { offerChanges, takeStamp, tellUpTo } from "#province/store/offer-changes.ts";
import { seeded } from "#tests/helpers/seeded.ts";
import {
  makeBatch,
  makeFile,
  makeFonds,
  makeItem,
  onEachStore,
  phuocHoa,
  phuocLoc,
  stamp,
  start,
} from "#tests/province/world.ts";
import { type Harvested, harvester, settled, takeIn } from "./harvester.ts";

const steps = Number(process.env["MUCLUC_TRIES"] ?? 150);
const seed = Number(process.env["MUCLUC_SEED"] ?? 1);
const communes = [phuocLoc, phuocHoa, "52.540.21550"];

/** By hand, who may have a document: what its own code says, what it tells of, what its file says. */
type Known = { access: AccessCode; personal: boolean; secret: boolean; gone: boolean; accepted: boolean };

function levelByHand(item: Known, file: Known): AccessLevel | "nobody" {
  if (item.gone || file.gone || !file.accepted || item.secret || [item.access, file.access].includes("03"))
    return "nobody";
  if (item.access === "01") return "open";
  if (item.personal) return "closed";
  return (item.access === "" ? file.access : item.access) === "01" ? "open" : "conditional";
}

onEachStore(
  "whoever harvests",
  (world) => {
    test(`is given in ${steps} random steps nothing that is closed at that moment, and in the end all that is theirs`, async () => {
      const chance = seeded(seed);
      const one = <Value>(values: readonly Value[]): Value => values[chance(values.length)] as Value;
      const blank = (): Known => ({
        access: "",
        personal: false,
        secret: false,
        gone: false,
        accepted: true,
      });
      const items = communes.flatMap((scope, at) =>
        [0, 1, 2].map((ordinal) => ({ id: `i-${at}-${ordinal}`, at, scope, ordinal, known: blank() })),
      );
      const files = communes.map((scope, at) => ({ id: `f-${at}`, at, scope, known: blank() }));
      let clocks = 0;
      const desks = await Promise.all(
        communes.map((scope, at) => world.enrol(`desk-${at}`, scope.split(".").slice(0, 2).join("."))),
      );
      const sendFile = async ({ id, at, scope, known }: (typeof files)[number]) => {
        const file = makeFile(id, scope, { fondsId: `o-${at}` });
        const { access, gone, accepted } = known;
        const batchId = accepted ? `b-${at}` : "";
        const change = { access, batchId, withdrawn: gone ? "trùng" : "", note: `lần ${clocks}` };
        await world.push(
          desks[at] ?? "",
          "files",
          editRecord(file, change, stamp((clocks += 1)), { anew: true }),
        );
      };
      const sendItem = async ({ id, at, scope, ordinal, known }: (typeof items)[number]) => {
        const item = makeItem(id, scope, { fileId: `f-${at}`, ordinal: ordinal + 1 });
        const { access, personal, secret, gone } = known;
        const change = {
          ...{ access, withdrawn: gone ? "trùng" : "", hold: secret ? ("secret" as const) : ("" as const) },
          subject: `Văn bản lần ${clocks}`,
          note: personal ? "Giấy khai sinh" : "",
        };
        await world.push(
          desks[at] ?? "",
          "items",
          editRecord(item, change, stamp((clocks += 1)), { anew: true }),
        );
      };
      for (const [at, scope] of communes.entries()) {
        await world.push(desks[at] ?? "", "fonds", makeFonds(`o-${at}`, scope));
        await world.push(desks[at] ?? "", "batches", makeBatch(`b-${at}`, scope, { state: "accepted" }));
      }
      for (const file of files) await sendFile(file);
      for (const item of items) await sendItem(item);

      const readers = [
        { scope: "52", upTo: "open" as AccessLevel, token: undefined as string | undefined },
        ...(await Promise.all(
          ["52", "52.550", phuocLoc].flatMap((scope) =>
            accessLevels.map(async (upTo) => {
              const wanted = { name: "Đối tác", scope, level: upTo };
              return {
                scope,
                upTo,
                token: (await addPartner(world.database, wanted, world.clock.now)).token,
              };
            }),
          ),
        )),
      ].map((reader) => ({ ...reader, held: new Map<string, Harvested>(), from: "" }));
      const allowed = (reader: (typeof readers)[number]) => {
        const rank = accessLevels.indexOf(reader.upTo);
        return items
          .filter(({ at, scope, known }) => {
            const level = levelByHand(known, files[at]?.known ?? blank());
            return level !== "nobody" && accessLevels.indexOf(level) <= rank && covers(reader.scope, scope);
          })
          .map(({ id }) => `oai:luutru.example.vn:items/${id}`);
      };
      const harvest = async (reader: (typeof readers)[number], told: string) => {
        const from = reader.from === "" ? {} : { from: reader.from };
        const got = await harvester(world, reader.token).harvest({ metadataPrefix: "oai_dc", ...from });
        const theirs = new Set(allowed(reader));
        const given = got.records.filter(
          ({ deleted, identifier }) => !deleted && identifier.includes("items/"),
        );
        expect(
          given.filter(({ identifier }) => !theirs.has(identifier)),
          told,
        ).toEqual([]);
        takeIn(reader.held, got.records);
        reader.from = chance(2) === 0 ? got.first : got.last;
      };
      for (let at = 0; at < steps; at += 1) {
        const told = `seed ${seed}, step ${at}`;
        world.clock.now += one([0, 0, 300, 1000, 2500, -4000]);
        const what = chance(10);
        if (what < 4) {
          const item = one(items);
          item.known = {
            ...{ access: one(["", "01", "02", "03"] as const), personal: chance(3) === 0 },
            ...{ secret: chance(6) === 0, gone: chance(6) === 0, accepted: true },
          };
          await sendItem(item);
        } else if (what < 5) {
          const file = one(files);
          file.known = {
            ...blank(),
            access: one(["", "01", "02", "03"] as const),
            gone: chance(4) === 0,
            accepted: chance(3) > 0,
          };
          await sendFile(file);
        } else if (what < 6) await settled(world);
        else await harvest(one(readers), told);
      }
      await settled(world);
      world.clock.now += 600_000;
      for (const reader of readers) {
        const told = `seed ${seed}: ${reader.scope} up to ${reader.upTo}`;
        await harvest(reader, told);
        const held = [...reader.held.keys()].filter((identifier) => identifier.includes("items/"));
        expect(held.sort(), told).toEqual(allowed(reader).sort());
      }
      expect(world.faults).toEqual([]);
    }, 600_000);

    test("is given a record as it is at that moment, however far behind the catalogue is", async () => {
      const desk = await world.enrol("desk", "52.550");
      await world.push(desk, "fonds", makeFonds("o", phuocLoc));
      await world.push(desk, "batches", makeBatch("b", phuocLoc, { state: "accepted" }));
      await world.push(desk, "files", makeFile("f", phuocLoc, { fondsId: "o", batchId: "b", access: "01" }));
      const items = [1, 2, 3].map((ordinal) => makeItem(`i-${ordinal}`, phuocLoc, { fileId: "f", ordinal }));
      await world.push(desk, "items", ...items);
      await settled(world);
      const { harvest, ask } = harvester(world);
      const list = { metadataPrefix: "oai_dc", set: "fonds:o" };
      expect((await harvest(list)).records).toHaveLength(4);
      // Written past every wake of the catalogue.
      const sets = [`'{access}', '"03"'`, `'{note}', '"Giấy khai sinh"'`];
      for (const [at, change] of sets.entries())
        await world.database.query(
          `update records set state = jsonb_set(state, ${change}) where collection = 'items' and id = 'i-${at + 1}'`,
        );
      for (const verb of ["ListRecords", "ListIdentifiers"])
        expect((await harvest({ verb, ...list })).records.map(({ identifier }) => identifier).sort()).toEqual(
          ["files/f", "items/i-3"].map((name) => `oai:luutru.example.vn:${name}`),
        );
      const identifier = "oai:luutru.example.vn:items/i-1";
      expect((await ask({ verb: "GetRecord", identifier, metadataPrefix: "oai_dc" })).error).toBe(
        "idDoesNotExist",
      );
      await world.database.query(
        `update records set state = jsonb_set(state, '{access}', '"03"') where id = 'f'`,
      );
      expect((await harvest(list)).records).toEqual([]);
    });

    test("is not told of a second while somebody still writes at it", async () => {
      // The embedded store runs one transaction at a time: there the order holds by itself.
      const order: string[] = [];
      let release: () => void = () => undefined;
      const gate = new Promise<void>((resolve) => (release = resolve));
      let begun: () => void = () => undefined;
      const isWriting = new Promise<void>((resolve) => (begun = resolve));
      const writing = world.database.transaction(async (inside) => {
        const second = await takeStamp(inside, start);
        await offerChanges(inside, { district: "52.550", kind: "items", ids: ["x"], stamp: second });
        begun();
        await gate;
        order.push("written");
        return second;
      });
      await isWriting;
      const telling = tellUpTo(world.database, start + 60_000).then((told) => {
        order.push("told");
        return told;
      });
      await new Promise((resolve) => setTimeout(resolve, 200));
      release();
      const [second, told] = await Promise.all([writing, telling]);
      expect(order).toEqual(["written", "told"]);
      expect(told).toBeGreaterThanOrEqual(second);
      // Whatever the clock says then, what is written after comes later than what was told.
      for (const now of [start, start + 59_000, start + 60_000])
        expect(await world.database.transaction((inside) => takeStamp(inside, now))).toBeGreaterThan(told);
      expect(await tellUpTo(world.database, start)).toBe(told + 1);
    });
  },
  { rate: { device: 100_000, stranger: 100_000 } },
);
