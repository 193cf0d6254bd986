import { join } from "node:path";
import { Check } from "typebox/value";
import type { Batch } from "#shared/archive/batch.ts";
import { type CollectionName, collectionNames } from "#shared/archive/collections.ts";
import { isDigest } from "#shared/base/digest.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import { receiptText } from "#shared/keys/hello.ts";
import { signText } from "#shared/node/keys.ts";
import { OtherObject } from "#shared/node/object-store.ts";
import { type Bag, withBag } from "#shared/node/read-bag.ts";
import { writeBag } from "#shared/node/write-bag.ts";
import {
  type AnswerLine,
  answersList,
  objectLineSchema,
  objectPath,
  objectsList,
  receiptsList,
  recordsPath,
} from "#shared/parcel/parcel-lines.ts";
import { hashOfRecord } from "#shared/replication/digest.ts";
import { isSealed } from "#shared/replication/rule-frozen.ts";
import { type PushRow, pushRowSchema, type WireRecord } from "#shared/replication/messages.ts";
import { objectLimit, type Receipt } from "#shared/replication/wire.ts";
import { type Device, findDeviceByKey } from "#province/access/device.ts";
import type { Province } from "#province/routes/typed.ts";
import { numberIn, textIn } from "#province/store/database.ts";
import { pushRows } from "#province/store/push.ts";
import { findReceipt, writeReceipt } from "#province/store/receipts.ts";

export type ParcelOutcome = {
  id: string;
  deviceId: string;
  sequence: number;
  accepted: number;
  merged: number;
  refused: number;
  /** Records that wait for one that they belong to. */
  held: number;
  objects: number;
  /** How often it was read before; and whether a later one of the same desk was read first. */
  readBefore: number;
  outOfOrder: boolean;
};

type Parts = Pick<Province, "database" | "objects" | "keys" | "now" | "indexWords" | "bell"> & {
  name: string;
};

/**
 * Takes a parcel in by the very way of a push, with the rights of the device that signed it, and writes the signed
 * and sealed receipt for that device to `receiptPath`. Nothing is taken from a parcel that is not whole (`BagFault`);
 * one that comes twice, or after a later one, is merged again and does no harm.
 */
export async function readParcel(
  parts: Parts,
  files: { path: string; folder: string; receiptPath: string },
): Promise<ParcelOutcome> {
  const { database, keys } = parts;
  let sender: Awaited<ReturnType<typeof findDeviceByKey>>;
  const isSigner = async ({ signer }: { signer: string }) => {
    sender = await findDeviceByKey(database, signer);
    return sender !== undefined;
  };
  const { path, folder } = files;
  return withBag({ path, folder, sealing: keys.sealing, kinds: ["parcel"], isSigner }, async (bag) => {
    if (!sender) throw new Error("a parcel without its sender");
    const device = sender;
    const answers: AnswerLine[] = [];
    const take = (collection: CollectionName, which: (row: PushRow) => boolean) =>
      takeRecords(parts, { device, bag, which }, collection, answers);
    // As by the line: what is accepted comes after all that it was accepted with.
    for (const collection of collectionNames) await take(collection, (row) => !isAcceptance(collection, row));
    await take("batches", (row) => isAcceptance("batches", row));
    const receipts = await takeObjects(parts, device, bag);
    const { info } = bag;
    const before = await noteParcel(parts, device, info.id, info.sequence);
    await writeBag({
      path: files.receiptPath,
      signing: keys.signing,
      sealing: keys.sealing,
      info: {
        ...info,
        kind: "receipt",
        at: new Date(parts.now()).toISOString(),
        ...{ from: parts.name, to: info.from },
        ...{ signer: keys.signing.publicKey, receiver: device.sealing, alsoFor: "" },
        ...{ records: answers.length, objects: receipts.length },
      },
      parts: [
        { path: answersList, compress: true, bytes: () => jsonLines(answers) },
        { path: receiptsList, compress: true, bytes: () => jsonLines(receipts) },
      ],
    });
    const count = (outcome: AnswerLine["outcome"]) =>
      answers.filter((answer) => answer.outcome === outcome).length;
    return {
      ...{ id: info.id, deviceId: device.deviceId, sequence: info.sequence },
      ...{ accepted: count("accepted"), merged: count("merged"), refused: count("refused") },
      held: count("held"),
      objects: receipts.length,
      ...before,
    };
  });
}

async function takeRecords(
  parts: Parts,
  from: { device: Device; bag: Bag; which: (row: PushRow) => boolean },
  collection: CollectionName,
  answers: AnswerLine[],
): Promise<void> {
  const { database, now } = parts;
  const { device, bag, which } = from;
  let rows: PushRow[] = [];
  const flush = async () => {
    if (rows.length === 0) return;
    const push = { device, collection, rows, now: now(), holds: true };
    const { answer, scopes, pages } = await pushRows(database, push);
    const merged = new Map(answer.conflicts.map((state) => [state.id, state]));
    const refused = new Map(answer.refused.map((refusal) => [refusal.id, refusal]));
    const waiting = new Map(answer.held?.map((held) => [held.id, held]));
    for (const { newDocumentState } of rows) {
      const record: WireRecord = { ...newDocumentState };
      delete record._deleted;
      const { id } = record;
      const hash = hashOfRecord(record as unknown as Parameters<typeof hashOfRecord>[0]);
      const refusal = refused.get(id);
      const state = merged.get(id);
      const held = waiting.get(id);
      const detail = held ? `${held.collection}/${held.parentId}` : (refusal?.detail ?? "");
      answers.push({
        ...{ collection, id, hash },
        outcome: refusal ? "refused" : held ? "held" : state ? "merged" : "accepted",
        ...{ code: refusal?.code ?? "", detail: detail.slice(0, 500) },
        ...(state && !refusal && !held ? { state } : {}),
      });
    }
    parts.bell.ring(scopes);
    if (pages.length > 0) await parts.indexWords({ district: device.district, ids: pages });
    rows = [];
  };
  for await (const row of bag.lines(recordsPath(collection))) {
    if (!Check(pushRowSchema, row) || !which(row)) continue;
    rows.push(row);
    if (rows.length >= 500) await flush();
  }
  await flush();
}

function isAcceptance(collection: CollectionName, { newDocumentState: state }: PushRow): boolean {
  return collection === "batches" && isSealed(state as unknown as Batch);
}

async function takeObjects(parts: Parts, device: Device, bag: Bag): Promise<Required<Receipt>[]> {
  const { database, objects, keys, now } = parts;
  const receipts: Required<Receipt>[] = [];
  for await (const line of bag.lines(objectsList)) {
    if (!Check(objectLineSchema, line) || !isDigest(line.digest) || !bag.has(objectPath(line.digest)))
      continue;
    const { digest: expected, mediaType } = line;
    const bytes = await bag.read(objectPath(expected));
    const put = await objects.put(bytes, { limit: objectLimit, expected }).catch((error: unknown) => {
      if (error instanceof OtherObject) return undefined;
      throw error;
    });
    if (!put) continue;
    await writeReceipt(database, device, { ...put, mediaType }, now());
    const receipt = await findReceipt(database, device, put.digest);
    if (!receipt) throw new Error("a receipt vanished");
    receipts.push({ ...receipt, signature: signText("receipt", receiptText(receipt), keys.signing) });
  }
  await parts.indexWords({ district: device.district, digests: receipts.map(({ digest }) => digest) });
  return receipts;
}

async function noteParcel(
  { database, now }: Parts,
  { deviceId }: Device,
  id: string,
  sequence: number,
): Promise<Pick<ParcelOutcome, "readBefore" | "outOfOrder">> {
  const [later] = await database.query(
    "select coalesce(max(sequence), 0)::bigint as last from parcels where device_id = $1",
    [deviceId],
  );
  const [row] = await database.query(
    `insert into parcels (id, device_id, sequence, read_at, times) values ($1, $2, $3, $4, 1)
     on conflict (id) do update set times = parcels.times + 1, read_at = excluded.read_at
     returning times::bigint as times, device_id`,
    [id, deviceId, sequence, new Date(now()).toISOString()],
  );
  if (!row || !later || textIn(row, "device_id") !== deviceId)
    throw new Error("the parcel's row is another's");
  const readBefore = numberIn(row, "times") - 1;
  return { readBefore, outOfOrder: readBefore === 0 && numberIn(later, "last") > sequence };
}

async function* jsonLines(values: readonly object[]): AsyncGenerator<Uint8Array> {
  for (const value of values) yield await Promise.resolve(Buffer.from(`${canonicalJson(value)}\n`));
}

/** Where parcels are opened while they are read. */
export function parcelFolder(objectsFolder: string): string {
  return join(objectsFolder, "parcels");
}
