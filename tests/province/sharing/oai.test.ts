import { expect, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { openSchema } from "#shared/node/packages/read-xml.ts";
import { addPartner, revokePartner } from "#province/access/partner.ts";
import {
  makeBatch,
  makeFile,
  makeFonds,
  makeItem,
  onEachStore,
  phuocHoa,
  phuocLoc,
  quyNhon,
  stamp,
  tuyPhuoc,
  type World,
} from "#tests/province/world.ts";
import { type Harvested, harvester, settled, takeIn } from "./harvester.ts";

const dc = { metadataPrefix: "oai_dc" };
const rate = { device: 100_000, stranger: 100_000 };
const named = (kind: string, id: string) => `oai:luutru.example.vn:${kind}/${id}`;

async function fill(world: World, count: number): Promise<string> {
  const desk = await world.enrol("desk", tuyPhuoc);
  await world.push(
    desk,
    "fonds",
    makeFonds("fonds", phuocLoc, { name: "UBND xã Phước Lộc", archiveCode: "H08" }),
  );
  await world.push(desk, "batches", makeBatch("batch", phuocLoc, { state: "accepted" }));
  const file = { access: "01", title: "Tập quyết định", batchId: "batch" } as const;
  await world.push(desk, "files", makeFile("file", phuocLoc, file));
  const items = Array.from({ length: count }, (_, at) =>
    makeItem(`item-${at}`, phuocLoc, { ordinal: at + 1, subject: `Giao đất ${at}`, pageCount: 2 }),
  );
  await world.push(desk, "items", ...items);
  await settled(world);
  return desk;
}

onEachStore(
  "harvesting",
  (world) => {
    test("answers the six verbs, by GET and POST, and says what fault of the protocol it is", async () => {
      await fill(world, 1);
      const { ask } = harvester(world);
      const told = await ask({ verb: "Identify" });
      for (const part of ["Tỉnh thử", "https://luutru.example.vn/oai", "persistent", "luutru@example.vn"])
        expect(told.xml).toContain(part);
      expect((await ask({ verb: "ListMetadataFormats" })).xml).toContain("<metadataPrefix>ead<");
      const sets = await ask({ verb: "ListSets" });
      expect(sets.xml).toContain("<setSpec>fonds:fonds</setSpec>");
      expect(sets.xml).toContain("<setName>UBND xã Phước Lộc</setName>");
      expect(sets.xml).toContain("<setName>Huyện Tuy Phước</setName>");
      const item = named("items", "item-0");
      expect((await ask({ verb: "ListMetadataFormats", identifier: item })).xml).not.toContain(">ead<");
      const got = await ask({ verb: "GetRecord", identifier: item, ...dc }, "POST");
      expect(got.records).toMatchObject([{ identifier: item, texts: { title: ["Giao đất 0"] } }]);
      expect((await ask({ verb: "ListIdentifiers", ...dc }, "POST")).records).toHaveLength(2);
      const faults: [string, Record<string, string> | [string, string][]][] = [
        ["badVerb", {}],
        ["badVerb", { verb: "Drop" }],
        [
          "badVerb",
          [
            ["verb", "Identify"],
            ["verb", "Identify"],
          ],
        ],
        ["badArgument", { verb: "Identify", more: "1" }],
        ["badArgument", { verb: "ListRecords" }],
        [
          "badArgument",
          [
            ["verb", "ListRecords"],
            ["metadataPrefix", "ead"],
            ["metadataPrefix", "ead"],
          ],
        ],
        ["badArgument", { verb: "GetRecord", ...dc }],
        ["badArgument", { verb: "ListRecords", ...dc, from: "2025-02-30" }],
        ["badArgument", { verb: "ListRecords", ...dc, from: "2025-05-20T08:00Z" }],
        ["badArgument", { verb: "ListRecords", ...dc, from: "2025-05-20", until: "2025-05-21T00:00:00Z" }],
        ["badArgument", { verb: "ListRecords", ...dc, from: "2025-05-21", until: "2025-05-20" }],
        ["badArgument", { verb: "ListRecords", ...dc, resumptionToken: "x" }],
        ["badResumptionToken", { verb: "ListRecords", resumptionToken: "x" }],
        ["badResumptionToken", { verb: "ListSets", resumptionToken: "e30" }],
        ["cannotDisseminateFormat", { verb: "ListRecords", metadataPrefix: "marc21" }],
        ["cannotDisseminateFormat", { verb: "GetRecord", identifier: item, metadataPrefix: "ead" }],
        ["idDoesNotExist", { verb: "GetRecord", identifier: named("items", "none"), ...dc }],
        ["idDoesNotExist", { verb: "GetRecord", identifier: "item-0", ...dc }],
        ["idDoesNotExist", { verb: "GetRecord", identifier: named("items", "%00"), ...dc }],
        ["idDoesNotExist", { verb: "ListMetadataFormats", identifier: named("items", "%ff") }],
        ["badArgument", { verb: "ListMetadataFormats", identifier: named("items", "%zz") }],
        ["badArgument", { verb: "ListRecords", metadataPrefix: "oai dc" }],
        ["badArgument", { verb: "ListRecords", ...dc, set: "fonds:" }],
        ["noRecordsMatch", { verb: "ListRecords", ...dc, set: "fonds:none" }],
        ["noRecordsMatch", { verb: "ListRecords", ...dc, set: "elsewhere" }],
        ["noRecordsMatch", { verb: "ListRecords", ...dc, until: "2025-05-19" }],
      ];
      for (const [code, args] of faults) expect((await ask(args)).error, JSON.stringify(args)).toBe(code);
      expect(world.faults).toEqual([]);
    });

    test("gives every record in parts, those changed meanwhile too, and later only what changed", async () => {
      const desk = await fill(world, 230);
      const { harvest } = harvester(world);
      const seen = new Map<string, Harvested>();
      let parts = 0;
      const whole = await harvest(dc, async () => {
        parts += 1;
        // Of the first part one is called anew, one of the last is withdrawn: both come at the end.
        const changes =
          parts === 1
            ? [
                { id: "item-0", subject: "Thu hồi đất" },
                { id: "item-229", withdrawn: "trùng" },
              ]
            : [{ id: "item-1", subject: "Cấp đất" }];
        for (const { id, ...change } of changes) {
          const item = makeItem(id, phuocLoc, { ordinal: Number(id.slice(5)) + 1, pageCount: 2 });
          await world.push(desk, "items", editRecord(item, change, stamp(1000 + parts)));
        }
        await settled(world);
      });
      expect(parts).toBe(2);
      takeIn(seen, whole.records);
      expect(seen.size).toBe(230);
      expect(seen.get(named("items", "item-0"))?.texts["title"]).toEqual(["Thu hồi đất"]);
      expect(seen.has(named("items", "item-229"))).toBe(false);
      // By the date of either answer the next harvest has what this one has not.
      for (const from of [whole.first, whole.last]) {
        const held = takeIn(new Map(seen), (await harvest({ ...dc, from })).records);
        expect(held.get(named("items", "item-1"))?.texts["title"]).toEqual(["Cấp đất"]);
        expect(held.size).toBe(230);
      }
      const later = await harvest({ ...dc, from: whole.last });
      expect(later.records.length).toBeLessThan(10);
      const deleted = await harvester(world).ask({
        ...{ verb: "GetRecord", identifier: named("items", "item-229") },
        ...dc,
      });
      expect(deleted.records).toMatchObject([{ deleted: true, xml: "" }]);
    });

    test("keeps a token a day, and the end of a list that was bounded", async () => {
      const desk = await fill(world, 150);
      const { ask } = harvester(world);
      const first = await ask({ verb: "ListRecords", ...dc, until: "2025-05-20" });
      const resumed = { verb: "ListRecords", resumptionToken: first.token ?? "" };
      expect((await ask({ ...resumed, verb: "ListIdentifiers" })).error).toBe("badResumptionToken");
      world.clock.now += 23 * 3_600_000;
      await world.push(desk, "items", makeItem("late", phuocLoc, { ordinal: 200 }));
      await settled(world);
      const rest = await ask(resumed);
      expect([rest.records.length, rest.token]).toEqual([51, ""]);
      expect(await ask(resumed)).toMatchObject({ records: rest.records });
      world.clock.now += 2 * 3_600_000;
      expect((await ask(resumed)).error).toBe("badResumptionToken");
    });

    test("describes a file by its EAD, valid by the schema it names, with open documents alone", async () => {
      const desk = await fill(world, 3);
      await world.push(
        desk,
        "items",
        makeItem("shut", phuocLoc, { ordinal: 9, note: "CMND", pageCount: 50 }),
      );
      await settled(world);
      const { harvest } = harvester(world);
      const { records } = await harvest({ metadataPrefix: "ead" });
      expect(records).toHaveLength(1);
      expect(records[0]?.texts).toMatchObject({
        arcFileCode: [expect.stringContaining("HS.file")],
        totalDoc: ["3"],
        numberOfPage: ["6"],
      });
      const xsd = await world.app.inject({ url: "/oai/ead.xsd" });
      const schema = openSchema(Buffer.from(xsd.body));
      if (!schema.ok) throw new Error(JSON.stringify(schema));
      expect(schema.value.check(Buffer.from(records[0]?.xml ?? ""))).toEqual([]);
      expect(schema.value.check(Buffer.from("<simpledc/>"))).not.toEqual([]);
      schema.value.dispose();
      // Another document, and another name of the archive, change what is said of the file.
      world.clock.now += 5000;
      const from = (await harvest(dc)).last;
      await world.push(desk, "items", makeItem("more", phuocLoc, { ordinal: 10, pageCount: 1 }));
      await settled(world);
      expect((await harvest({ metadataPrefix: "ead", from })).records[0]?.texts["totalDoc"]).toEqual(["4"]);
      const again = (await harvest(dc)).last;
      world.clock.now += 5000;
      const fonds = makeFonds("fonds", phuocLoc, { name: "UBND xã Phước Lộc", archiveCode: "H08" });
      await world.push(desk, "fonds", editRecord(fonds, { archiveCode: "H21" }, stamp(9000)));
      await settled(world);
      const changed = (await harvest({ metadataPrefix: "ead", from: again })).records;
      expect(changed[0]?.texts["arcFileCode"]).toEqual(["H21.HS.file"]);
    });

    test("writes texts as XML takes them, and no number of a paper of identity", async () => {
      const desk = await fill(world, 0);
      const subject = `<b> & "x" \u0001 ]]> CMND số 211 234 567 của ông Bảy`;
      await world.push(desk, "items", makeItem("a/b ~ư", phuocLoc, { access: "01", subject }));
      await settled(world);
      const { harvest, ask } = harvester(world);
      const [record] = (await harvest(dc)).records.filter(({ identifier }) => identifier.includes("items/"));
      expect(record?.texts["title"]).toEqual([`<b> & "x"  ]]> CMND số ••• ••• ••• của ông Bảy`]);
      const got = await ask({ verb: "GetRecord", identifier: record?.identifier ?? "", ...dc });
      expect(got.records).toHaveLength(1);
    });

    test("gives a partner what lies in its scope and level, notes it, and nothing once it is shut out", async () => {
      const desk = await fill(world, 2);
      const other = await world.enrol("other", quyNhon);
      await world.push(other, "fonds", makeFonds("far", "52.540.21550"));
      await world.push(other, "batches", makeBatch("far", "52.540.21550", { state: "accepted" }));
      await world.push(
        other,
        "files",
        makeFile("far-file", "52.540.21550", { fondsId: "far", batchId: "far", access: "01" }),
      );
      const conditional = makeItem("asked", phuocLoc, { access: "02", ordinal: 8 });
      await world.push(desk, "items", conditional, makeItem("shut", phuocLoc, { note: "CMND", ordinal: 9 }));
      await settled(world);
      const let_in = (scope: string, level: "open" | "conditional" | "closed") =>
        addPartner(world.database, { name: "Kho dữ liệu", scope, level }, world.clock.now);
      const { partner, token } = await let_in(phuocLoc, "conditional");
      const idsOf = async (token?: string) =>
        (await harvester(world, token).harvest(dc)).records
          .map(({ identifier }) => identifier.split("/")[1])
          .sort();
      expect(await idsOf(token)).toEqual(["asked", "file", "item-0", "item-1"]);
      expect(await idsOf()).toEqual(["far-file", "file", "item-0", "item-1"]);
      expect(await idsOf((await let_in(phuocHoa, "closed")).token)).toEqual([]);
      expect(await idsOf((await let_in("52", "closed")).token)).toHaveLength(6);
      // What no checker has accepted is nobody's yet.
      const waiting = makeFile("waiting", phuocLoc, { access: "01" });
      await world.push(desk, "files", waiting);
      await world.push(desk, "items", makeItem("unseen", phuocLoc, { fileId: "waiting", access: "01" }));
      await settled(world);
      expect(await idsOf()).toEqual(["far-file", "file", "item-0", "item-1"]);
      // Called conditional after it was open: gone for everyone, changed for the partner.
      const item = makeItem("item-0", phuocLoc, { subject: "Giao đất 0", pageCount: 2 });
      await world.push(desk, "items", editRecord(item, { access: "02" }, stamp(7000)));
      await settled(world);
      expect(takeIn(new Map(), (await harvester(world).harvest(dc)).records).size).toBe(3);
      expect(await idsOf(token)).toHaveLength(4);
      const notes = await world.database.query(
        "select act, detail from readings where reader_id = $1 order by number",
        [partner.id],
      );
      expect(notes).toContainEqual({
        act: "shared",
        detail: "GET /oai?verb=ListRecords&metadataPrefix=oai_dc",
      });
      expect(JSON.stringify(await world.database.query("select * from partners"))).not.toContain(token);
      expect(await revokePartner(world.database, partner.id, world.clock.now)).toBe(true);
      const answer = await world.app.inject({
        url: "/oai?verb=Identify",
        headers: { authorization: `Bearer ${token}` },
      });
      expect([answer.statusCode, answer.headers["www-authenticate"]]).toEqual([
        401,
        expect.stringContaining("Basic"),
      ]);
    });
  },
  { rate },
);

onEachStore(
  "harvesting too fast",
  (world) => {
    test("is told when to come again", async () => {
      const ask = () => world.app.inject({ url: "/oai?verb=Identify" });
      for (let at = 0; at < 3; at += 1) expect((await ask()).statusCode).toBe(200);
      const late = await ask();
      expect([late.statusCode, late.headers["retry-after"]]).toEqual([503, "60"]);
      world.clock.now += 61_000;
      expect((await ask()).statusCode).toBe(200);
    });
  },
  { rate: { device: 3, stranger: 3 } },
);
