import sharp from "sharp";
import { expect, test } from "vitest";
import { type CollectionName, collectionNames, screenCollectionNames } from "#shared/archive/collections.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { type Role, roles } from "#shared/archive/role.ts";
import type { CallInput, CallName } from "#shared/contract/desk.ts";
import { callActs } from "#shared/contract/call-acts.ts";
import { openJournal } from "#electron/journal/open-journal.ts";
import type { Desk } from "#electron/opened-desk.ts";
import { openKeptDesk } from "#tests/flows/keeping-desk.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { makeOf } from "#tests/province/make-of.ts";
import { phuocHoa, phuocLoc, stamp, tuyPhuoc } from "#tests/province/world.ts";

const name = "Lê Thị Mẫu";
const party = { body: "UBND xã", person: "Trần Thị B", position: "Công chức" };

/** Ids of the records of another unit, one of each collection, each below the one that contains it. */
const foreign = (collection: CollectionName) => `ngoai-${collection}`;
const above = {
  ...{ fondsId: "ngoai-fonds", fileId: "ngoai-files", itemId: "ngoai-items", batchId: "ngoai-batches" },
  subject: "files" as const,
};

function foreignRecord(collection: CollectionName): ArchiveRecord {
  const record: ArchiveRecord = makeOf[collection](
    collection === "fonds" ? "f" : foreign(collection),
    phuocHoa,
  );
  const fields: Record<string, unknown> = { ...record, id: foreign(collection), updatedBy: name };
  for (const [field, id] of Object.entries(above)) {
    if (typeof fields[field] === "string" && field !== "subject") fields[field] = id;
  }
  if (collection === "notes") Object.assign(fields, { subject: "files", subjectId: "ngoai-files", by: name });
  if (collection === "handovers") Object.assign(fields, { countedAt: "2025-05-20", countedBy: name });
  if (collection === "custody") Object.assign(fields, { subject: "file", subjectId: "ngoai-files" });
  return fields as unknown as ArchiveRecord;
}

/** A whole desk of a unit, in whose journal lie records of another: as where a machine changed its unit. */
async function openDesk(role: Role, scope: string) {
  const folder = temporaryFolder();
  const journal = openJournal(folder, { deviceId: "before", now: () => Date.UTC(2025, 4, 20, 2) });
  for (const collection of collectionNames)
    journal.write(collection, [foreignRecord(collection)] as never, "province");
  const { seq } = journal.last();
  journal.close();
  const desk = await openKeptDesk(folder);
  await desk.handlers["session.save"]({ name, role, scope });
  return {
    desk,
    /** Closes the desk; answers what it wrote over or beside what was there. */
    written: async () => {
      await desk.close();
      const after = openJournal(folder, { deviceId: "before", now: () => Date.UTC(2025, 4, 21, 2) });
      const changed = collectionNames.flatMap((collection) =>
        after
          .pull(collection, null, 1000)
          .documents.filter(({ id }) => {
            const record = after.states(collection, id).states;
            return record.length > 1 || !id.startsWith("ngoai-");
          })
          .map(({ id, scope: of }) => `${collection} ${id} ${of}`),
      );
      const quarantined = after
        .quarantined()
        .map(({ collection, id, code }) => `${collection} ${id} ${code}`);
      const last = after.last().seq;
      after.close();
      return { changed, quarantined, wrote: last - seq };
    },
  };
}

const push = async (desk: Pick<Desk, "handlers">, collection: CollectionName, records: readonly object[]) =>
  await desk.handlers["records.push"]({
    collection: collection as CallInput<"records.push">["collection"],
    rows: records.map((newDocumentState) => ({ newDocumentState: newDocumentState as { id: string } })),
  });

test.each(roles)("the screen of a %s writes no record of another unit, of whatever kind", async (role) => {
  const { desk, written } = await openDesk(role, phuocLoc);
  const kept: string[] = [];
  for (const collection of screenCollectionNames) {
    const record = foreignRecord(collection);
    const later = { clocks: { "*": stamp(99).clock }, updatedBy: name };
    const rows = [
      { ...record, id: "moi" },
      { ...record, id: "huyen", scope: tuyPhuoc },
      { ...record, ...later },
      // Drawn into one's own unit: what it was decides.
      { ...record, ...later, scope: phuocLoc },
    ];
    const answer = await push(desk, collection, rows);
    expect(
      answer.refused.map(({ id, code }) => `${id} ${code}`),
      collection,
    ).toEqual(rows.map(({ id }) => `${id} not-your-scope`));
    // The screen shows what stands; what was typed is kept beside.
    expect(answer.conflicts, collection).toEqual([{ ...record, _deleted: false }]);
    kept.push(...rows.map(({ id }) => `${collection} ${id} not-your-scope`));
  }
  const { changed, quarantined, wrote } = await written();
  expect({ changed, wrote }).toEqual({ changed: [], wrote: 0 });
  expect(quarantined.sort()).toEqual(kept.sort());
});

test("a district's desk writes the records of all its communes, a commune's its own", async () => {
  for (const [scope, ids] of [
    [tuyPhuoc, ["loc", "hoa", "huyen"]],
    [phuocLoc, ["loc"]],
  ] as const) {
    const { desk } = await openDesk("district-checker", scope);
    for (const collection of screenCollectionNames) {
      const records = [
        makeOf[collection]("loc", phuocLoc),
        makeOf[collection]("hoa", phuocHoa),
        makeOf[collection]("huyen", tuyPhuoc),
      ].map((record) => ({ ...record, updatedBy: name }));
      const { refused } = await push(desk, collection, records);
      const taken = records.map(({ id }) => id).filter((id) => !refused.some((one) => one.id === id));
      expect(taken, `${collection} at ${scope}`).toEqual(ids);
    }
    await desk.close();
  }
});

test("who works on a shared machine for one commune writes for that alone", async () => {
  const { desk } = await openDesk("district-checker", tuyPhuoc);
  const person = {
    id: "",
    name: "Người quét",
    role: "capture-operator",
    scope: phuocLoc,
    head: false,
  } as const;
  await desk.handlers["people.save"](person);
  const by = (updatedBy: string) =>
    [makeOf.items("loc", phuocLoc), makeOf.items("hoa", phuocHoa)].map((item) => ({ ...item, updatedBy }));
  const refused = async (who: string) => (await push(desk, "items", by(who))).refused.map(({ id }) => id);
  expect(await refused("Người quét")).toEqual(["hoa"]);
  // Whose name is not known wrote on this machine: as much as the machine may.
  expect(await refused("Ai đó")).toEqual([]);
});

const said = { kind: "note", text: "ghi", answers: "" } as const;
const handover = {
  ...{
    batchId: above.batchId,
    occasion: "commune-to-center" as const,
    from: party,
    to: party,
    subject: "Địa chính",
  },
  ...{ dateSpan: "1998", condition: "Tốt", note: "", metres: 0.1 },
} as const;

const picture = () =>
  sharp({ create: { width: 60, height: 80, channels: 3, background: "#eee" } })
    .jpeg()
    .toBuffer();

/** Every call that writes records, about those of another unit. */
const writing: {
  readonly [Name in CallName]?: (desk: Pick<Desk, "handlers" | "objects">) => Promise<unknown>;
} = {
  "notes.write": async ({ handlers }) =>
    await handlers["notes.write"]({ subject: "files", subjectId: "ngoai-files", ...said }),
  "notes.solve": async ({ handlers }) => await handlers["notes.solve"]({ id: "ngoai-notes", solved: true }),
  "notes.withdraw": async ({ handlers }) =>
    await handlers["notes.withdraw"]({ id: "ngoai-notes", reason: "nhầm" }),
  "gaps.explain": async ({ handlers }) =>
    await handlers["gaps.explain"]({
      gap: { kind: "box", fondsId: "ngoai-fonds", fileId: "", inventory: "", box: "", from: 3, to: 3 },
      why: "Hộp trống từ trước",
    }),
  "custody.mark": async ({ handlers }) =>
    await handlers["custody.mark"]({
      papers: [{ subject: "file", id: "ngoai-files" }],
      ...{ point: "received", place: "", by: name, note: "" },
    }),
  "custody.withdraw": async ({ handlers }) =>
    await handlers["custody.withdraw"]({ id: "ngoai-custody", reason: "nhầm" }),
  "points.save": async ({ handlers }) =>
    await handlers["points.save"]({ id: "ngoai-points", kind: "at-scanner", name: "Máy quét", number: "9" }),
  "points.end": async ({ handlers }) =>
    await handlers["points.end"]({ id: "ngoai-points", reason: "Máy hỏng" }),
  "points.resume": async ({ handlers }) => await handlers["points.resume"]({ id: "ngoai-points" }),
  "handovers.make": async ({ handlers }) => await handlers["handovers.make"](handover),
  "handovers.keepSigned": async ({ handlers, objects }) => {
    const { digest } = await objects.put(Buffer.from("biên bản"));
    return await handlers["handovers.keepSigned"]({ id: "ngoai-handovers", digest });
  },
  "capture.import": async ({ handlers, objects }) => {
    const { digest } = await objects.put(await picture());
    return await handlers["capture.import"]({ objects: [{ digest, name: "1.jpg" }], itemId: "ngoai-items" });
  },
  "workbook.read": async ({ handlers, objects }) => {
    const { digest } = await objects.put(Buffer.from("x"));
    return await handlers["workbook.read"]({ digest, name: "a.xlsx", fondsId: "ngoai-fonds" });
  },
};

/** Calls that take an act and write no record of a unit that is named to them, and why. */
const elsewhere: { readonly [Name in CallName]?: string } = {
  "workbook.write": "writes what was read, and reading is of one's own unit",
  "workbook.undo": "takes back what was written from a reading of one's own unit",
  "workbook.problemRows": "reads a reading",
  "workbook.problems": "reads a reading",
  "workbook.dismiss": "forgets a reading",
  "scheme.read": "reads a sheet",
  "handovers.keepCount": "keeps what is being typed, as no record",
  "handovers.count": "by its minutes, as keepSigned; wants a list that is whole",
  "packages.carry": "makes packages as packages.make does, and writes no records",
  "packages.stop": "stops one's own writing",
  "packages.unfinished": "tells where packages are half written, and of no records",
  "claims.take": "through the same guard as notes.write; wants a batch at a station",
  "claims.release": "one's own claim alone, as rework.close",
  "rework.send": "through the same guard as notes.write; wants a batch that is checked",
  "rework.answer": "as rework.send",
  "rework.again": "as rework.send",
  "rework.close": "as rework.send",
  "jobs.retry": "the machine's own findings on what it has",
  "capture.inspect": "counts pages of objects",
  "capture.laid": "says what lies in the tray",
  "packages.make": "makes objects",
  "quality.operators": "counts what this machine holds",
  "packages.look": "reads a package",
  "packages.take": "files what the package holds under one's own unit, through the same guard",
  "reports.make": "of one's own unit always",
  "reports.takeMessage": "asks the province",
  "cost.setNorms": "a setting",
  "province.confirmFonds": "asks the province",
  "province.decideTerm": "asks the province",
  "province.decideFonds": "asks the province",
  "parcel.take": "by the card of who sent it, within this centre's unit",
};
const ofMachine = /^(scan|keeping|hub|parcel|enrolment|province\.enrol|freeing|session|signing)/;

test("every call that takes an act is known here: it is about one's own unit, or writes no records", () => {
  const unknown = Object.entries(callActs)
    .filter(([call, act]) => act !== "look" && !ofMachine.test(call))
    .map(([call]) => call)
    .filter((call) => !(call in writing) && !(call in elsewhere));
  expect(unknown).toEqual([]);
});

test.each(Object.entries(writing))(
  "%s is refused for another unit's records, and writes nothing",
  async (call, make) => {
    const { desk, written } = await openDesk("district-checker", phuocLoc);
    await expect(Promise.resolve(make(desk)), call).rejects.toMatchObject({ code: "not-your-scope" });
    expect(await written()).toMatchObject({ changed: [], wrote: 0 });
  },
);

test("what is of one's own unit is written by the same calls", async () => {
  const { desk, written } = await openDesk("district-checker", phuocHoa);
  for (const [call, make] of Object.entries(writing)) {
    if (call === "workbook.read") continue;
    await make(desk);
  }
  const { wrote } = await written();
  expect(wrote).toBeGreaterThanOrEqual(6);
});
