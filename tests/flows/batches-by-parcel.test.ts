import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Batch } from "#shared/archive/batch.ts";
import type { Records } from "#shared/archive/collections.ts";
import { editRecord } from "#shared/archive/record.ts";
import type { Role } from "#shared/archive/role.ts";
import { sealBatch } from "#shared/completeness/seal-batch.ts";
import { readContent } from "#electron/completeness/read-content.ts";
import { type EnrollingProvince, openEnrollingProvince } from "#tests/helpers/enrolling-province.ts";
import { blankPack, stepTo, togetherSteps } from "#tests/helpers/sample-steps.ts";
import {
  sampleBatch,
  sampleFile,
  sampleFonds,
  sampleItem,
  samplePage,
} from "#tests/helpers/sample-records.ts";
import { openSyncDesk } from "#tests/helpers/sync-desk.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const district = "52.550";
const scope = "52.550.21976";

let province: EnrollingProvince;
beforeAll(async () => {
  province = await openEnrollingProvince((close) => afterAll(close));
}, 120_000);
beforeEach(() => province.empty());

const steps = togetherSteps(2, ["checking"]);
const rules = {
  ask: () => Promise.resolve(false),
  given: () => ({
    digest: "a",
    rules: { pack: { ...blankPack, batchSteps: steps }, terms: [], stepLists: [] },
  }),
};

/** A desk that was once at the line to be let in and to hear of the others, and has none now. */
async function openMachine(deviceId: string, of: string, role: Role) {
  const { credentials, sender } = await province.enrol(deviceId, of, role, `Máy ${deviceId}`);
  const parcels = { sender: () => Promise.resolve(sender), writeLabel: () => Promise.resolve() };
  const desk = await openSyncDesk(undefined, { parcels, deviceId, rules });
  desk.work(of);
  desk.connect(credentials);
  await desk.until(({ equal, state }) => equal && state === "idle");
  desk.connect(undefined);
  await desk.until(({ state }) => state === "off");
  return desk;
}

type Desk = Awaited<ReturnType<typeof openMachine>>;

async function openBoth(role: Role) {
  const centre = await openMachine("centre", district, "district-checker");
  const village = await openMachine("village", scope, role);
  const stick = join(temporaryFolder(), "usb");
  await mkdir(stick);
  /** Carries what the commune has for its centre, and the centre's word back. */
  const carry = async () => {
    const path = (await village.sync.handlers["parcel.write"]({ folder: stick, all: false }))[0]?.path ?? "";
    const name = path.slice(stick.length + 1);
    const taken = await centre.sync.handlers["parcel.take"]({ folder: stick, name });
    const { digest } = await village.objects.put(await readFile(`${path}.huyen`));
    await village.sync.handlers["parcel.readReceipt"]({ digest });
    return taken;
  };
  return { centre, village, carry };
}

const write = <Name extends "fonds" | "batches" | "files" | "items" | "pages">(
  { journal }: Desk,
  name: Name,
  ...records: Records[Name][]
) =>
  journal.write(
    name,
    records.map((record) => ({ ...record, scope })),
    "screen",
  );

function edit<Name extends "batches" | "files" | "items" | "pages">(
  { journal }: Desk,
  name: Name,
  id: string,
  changes: Partial<Records[Name]>,
): void {
  const record = journal.read(name, id);
  if (!record) throw new Error(`no ${name} ${id}`);
  // Content is carried for those who may write it; who accepts may not.
  const stamp = journal.stamp("Phạm Duyệt");
  const own = name === "files" ? { ...stamp, deviceId: "capturing" } : stamp;
  journal.write(name, [editRecord(record, changes as never, own)], "screen");
}

function writeBatch(...desks: Desk[]): void {
  for (const desk of desks) {
    write(desk, "fonds", sampleFonds("fonds-1"));
    write(desk, "batches", sampleBatch("batch-1", { state: "checking" }));
    write(desk, "files", sampleFile("file-1", { batchId: "batch-1" }));
    write(desk, "items", sampleItem("item-1", { fileId: "file-1" }));
    write(desk, "pages", samplePage("page-1", { itemId: "item-1", wordsDigest: "cd".repeat(32) }));
  }
}

/** Accepts the batch with what is here, and `more` records that are not. */
function accept(desk: Desk, more = 0): void {
  const { seal, records } = sealBatch("batch-1", readContent(desk.journal, "batch-1"));
  const decidedAt = new Date().toISOString();
  const own = { at: decidedAt, by: "Phạm Duyệt", role: "approver", reason: "" } as const;
  const decision = { figures: [], lacks: [], digest: seal.digest, records: records + more };
  const step = { to: "accepted" as const, ...own, decision };
  const decided = { state: "accepted" as const, seal, decidedAt, decidedBy: "Phạm Duyệt", steps: [step] };
  edit(desk, "batches", "batch-1", decided);
}

const batchAt = ({ journal }: Desk) => journal.read("batches", "batch-1");

test("an acceptance that comes by parcel with all it was given for is taken, compared with what came", async () => {
  const { centre, village, carry } = await openBoth("approver");
  writeBatch(village);
  accept(village);
  expect(await carry()).toMatchObject({ accepted: 5, merged: 0, refused: 0, held: 0 });
  expect(batchAt(centre)).toEqual(batchAt(village));
  expect(batchAt(centre)).toMatchObject({ state: "accepted", refusal: "" });
  // Opened, mended and accepted again without a line: what was mended is let in, and the batch stands again.
  edit(village, "batches", "batch-1", { state: "checking", reason: "Sửa", seal: { digest: "", files: [] } });
  edit(village, "files", "file-1", { title: "Đã sửa sau khi mở" });
  accept(village);
  expect(await carry()).toMatchObject({ refused: 0, held: 0 });
  expect(centre.journal.read("files", "file-1")?.title).toBe("Đã sửa sau khi mở");
  expect(batchAt(centre)).toMatchObject({ state: "accepted", seal: batchAt(village)?.seal });
});

test("an acceptance by parcel of what the centre holds otherwise is refused there, and given again after it was seen", async () => {
  const { centre, village, carry } = await openBoth("approver");
  writeBatch(village, centre);
  edit(centre, "files", "file-1", { title: "Huyện sửa" });
  accept(village);
  expect(await carry()).toMatchObject({ merged: 2, refused: 0, held: 0 });
  const refused = { state: "checking", refusal: "seal-differs" };
  expect(batchAt(centre)).toMatchObject(refused);
  expect(batchAt(village)).toMatchObject(refused);
  // The centre's word brought what it has: that is accepted again.
  expect(village.journal.read("files", "file-1")?.title).toBe("Huyện sửa");
  accept(village);
  expect(await carry()).toMatchObject({ refused: 0, held: 0 });
  expect(batchAt(centre)).toMatchObject({ state: "accepted", refusal: "" });
});

test.each(["known to the centre", "never seen there"])(
  "an acceptance by parcel of which records lack, of a batch %s, waits at its sender and comes again with them",
  async (known) => {
    const { centre, village, carry } = await openBoth("approver");
    writeBatch(village, ...(known === "known to the centre" ? [centre] : []));
    const late = {
      ...samplePage("page-2", { itemId: "item-1", ordinal: 2, wordsDigest: "cd".repeat(32) }),
      scope,
    };
    // Seen where the batch was accepted, and not on the stick yet.
    const seen = await openSyncDesk(undefined, { deviceId: "seen" });
    for (const name of ["batches", "files", "items", "pages"] as const)
      seen.journal.write(name, village.journal.pull(name, null, 10).documents, "screen");
    seen.journal.write("pages", [late], "screen");
    accept(seen);
    village.journal.write("batches", [batchAt(seen) as Batch], "desk");
    expect(await carry()).toMatchObject({ refused: 0, held: 1 });
    expect(batchAt(centre)).toMatchObject({ state: "checking", refusal: "", decidedBy: "" });
    expect(batchAt(village)).toMatchObject({ state: "accepted", refusal: "" });
    // Nothing is stuck: what is written meanwhile goes in, and the acceptance comes again with the next parcel.
    village.journal.write("pages", [late], "screen");
    expect(await carry()).toMatchObject({ accepted: 2, held: 0 });
    expect(batchAt(centre)).toEqual(batchAt(village));
    expect(batchAt(centre)).toMatchObject({ state: "accepted" });
  },
);

test("a step that all batches of a fonds take together waits at the centre for one that its mover had not heard of", async () => {
  const { centre, village, carry } = await openBoth("capture-operator");
  const receivedAt = "2025-05-20T01:00:00.000Z";
  write(centre, "fonds", sampleFonds("fonds-1"));
  write(centre, "batches", sampleBatch("late", { state: "received" }));
  write(centre, "files", sampleFile("file-9", { batchId: "late", receivedAt }));
  const move = (beside: string[]) => {
    const batch = batchAt(village) ?? { ...sampleBatch("batch-1", { state: "capturing" }), scope };
    const stamp = village.journal.stamp("Trần Quét");
    const step = stepTo(batch, "checking", { role: "capture-operator", list: 2 }, stamp);
    const passed = { to: "checking", files: ["file-1"], holds: [], beside };
    village.journal.write("batches", [editRecord(step, { passed }, stamp)], "screen");
  };
  write(village, "fonds", sampleFonds("fonds-1"));
  write(village, "batches", sampleBatch("batch-1", { state: "capturing" }));
  write(village, "files", sampleFile("file-1", { batchId: "batch-1", receivedAt }));
  await carry();
  move([]);
  await carry();
  const refused = { state: "capturing", refusal: "fonds-behind" };
  expect(batchAt(centre)).toMatchObject(refused);
  expect(batchAt(village)).toMatchObject(refused);
  // Who has seen it goes on: it is on its way here, or was given back since.
  move(["late"]);
  await carry();
  expect(batchAt(centre)).toMatchObject({ state: "checking", refusal: "" });
});

test("an item that who captured it passed is not passed at the center, which says why", async () => {
  const { centre, village, carry } = await openBoth("checker");
  writeBatch(village);
  edit(village, "pages", "page-1", { capturedBy: "Trần Quét" });
  await carry();
  edit(village, "items", "item-1", { checkedAt: new Date().toISOString(), checkedBy: "Trần Quét" });
  await carry();
  const refused = { checkedAt: "", checkedBy: "", checkRefusal: "own-work" };
  for (const desk of [centre, village]) expect(desk.journal.read("items", "item-1")).toMatchObject(refused);
});
