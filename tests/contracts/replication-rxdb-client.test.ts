import "fake-indexeddb/auto";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRxDatabase, type RxCollection, type RxJsonSchema } from "rxdb";
import { replicateRxCollection, type RxReplicationState } from "rxdb/plugins/replication";
import { getRxStorageDexie } from "rxdb/plugins/storage-dexie";
import { Subject } from "rxjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ArchiveFile, fileSchema } from "#shared/archive/file.ts";
import { editRecord } from "#shared/archive/record.ts";
import type { Checkpoint, PullAnswer, PushAnswer } from "#shared/replication/messages.ts";
import { enrolDevice } from "#province/access/device.ts";
import { buildProvince } from "#province/app.ts";
import type { App } from "#province/routes/typed.ts";
import { openPglite } from "#province/store/open-pglite.ts";
import { makeFile, phuocLoc, stamp, tuyPhuoc } from "#tests/province/world.ts";

/*
 * A plain RxDB client, with RxDB's own plugin and none of our engine, replicates with the province both ways.
 */

let app: App;
let address = "";
let folder = "";
const closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mucluc-contract-"));
  const database = await openPglite();
  app = await buildProvince({
    database,
    objectsFolder: folder,
    now: Date.now,
    name: "Tỉnh thử",
    practice: true,
    units: [],
  });
  for (const deviceId of ["one", "two"]) {
    const token = `token-of-${deviceId}-0123456789`;
    await enrolDevice(database, { token, scope: tuyPhuoc, role: "district-checker", deviceId }, Date.now());
  }
  address = await app.listen({ host: "127.0.0.1", port: 0 });
  closing.push(
    () => app.close(),
    () => database.close(),
  );
});

afterAll(async () => {
  for (const close of closing) await close();
  await rm(folder, { recursive: true, force: true });
});

const schema = {
  version: 0,
  primaryKey: "id",
  type: "object",
  properties: fileSchema.properties,
  required: [...fileSchema.required],
} as unknown as RxJsonSchema<ArchiveFile>;

type Client = { files: RxCollection<ArchiveFile>; replication: RxReplicationState<ArchiveFile, Checkpoint> };

async function openClient(deviceId: string): Promise<Client> {
  const database = await createRxDatabase<{ files: RxCollection<ArchiveFile> }>({
    name: `contract-${deviceId}-${randomUUID()}`,
    storage: getRxStorageDexie(),
    multiInstance: false,
  });
  const { files } = await database.addCollections({ files: { schema } });
  const authorization = `Bearer token-of-${deviceId}-0123456789`;
  const post = async <Answer>(path: string, body: object): Promise<Answer> => {
    const answer = await fetch(address + path, {
      method: "POST",
      headers: { authorization, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };
  const again = new Subject<"RESYNC">();
  const ended = new AbortController();
  const stream = await fetch(`${address}/replication/stream`, {
    headers: { authorization },
    signal: ended.signal,
  });
  const listening = (async () => {
    for await (const chunk of stream.body ?? []) {
      if (new TextDecoder().decode(chunk).includes("RESYNC")) again.next("RESYNC");
    }
  })().catch(() => undefined);
  const replication = replicateRxCollection<ArchiveFile, Checkpoint>({
    replicationIdentifier: "province",
    collection: files,
    live: true,
    pull: {
      batchSize: 20,
      stream$: again,
      handler: async (checkpoint, limit) => {
        const answer = await post<PullAnswer>("/replication/files/pull", {
          checkpoint: checkpoint ?? null,
          limit,
        });
        return {
          documents: answer.documents as unknown as (ArchiveFile & { _deleted: boolean })[],
          checkpoint: answer.checkpoint ?? undefined,
        };
      },
    },
    push: {
      batchSize: 20,
      handler: async (rows) => {
        const { conflicts, refused } = await post<PushAnswer>("/replication/files/push", { rows });
        expect(refused).toEqual([]);
        return conflicts as unknown as (ArchiveFile & { _deleted: boolean })[];
      },
    },
  });
  closing.unshift(async () => {
    ended.abort();
    await listening;
    await database.close();
  });
  await replication.awaitInitialReplication();
  return { files, replication };
}

async function all({ files, replication }: Client): Promise<Map<string, ArchiveFile>> {
  await replication.awaitInSync();
  const documents = await files.find().exec();
  return new Map(documents.map((document) => [document.id, document.toMutableJSON()]));
}

test("a plain RxDB client replicates both ways, conflicts and live changes included", async () => {
  const one = await openClient("one");
  const made = Array.from({ length: 45 }, (_, at) => makeFile(`file-${at}`, phuocLoc));
  await one.files.bulkInsert(made);
  await one.replication.awaitInSync();

  const two = await openClient("two");
  expect([...(await all(two)).values()].sort(byId)).toEqual([...made].sort(byId));

  // Live: what one writes reaches the other by the stream alone.
  await one.files.insert(makeFile("live", phuocLoc));
  await expect.poll(async () => (await two.files.findOne("live").exec())?.title).toBe("Hồ sơ live");

  // Two fields of one record, edited apart: both survive on both sides.
  const [base] = made;
  if (!base) throw new Error("nothing made");
  await two.replication.pause();
  await two.files.upsert(editRecord(base, { note: "ghi chú của hai" }, stamp(20, "two")));
  await one.files.upsert(editRecord(base, { title: "tên của một" }, stamp(10, "one")));
  await one.replication.awaitInSync();
  await two.replication.start();
  const both = { title: "tên của một", note: "ghi chú của hai" };
  for (const { files } of [one, two]) {
    await expect.poll(async () => (await files.findOne(base.id).exec())?.toMutableJSON()).toMatchObject(both);
  }
  expect(await all(one)).toEqual(await all(two));
});

function byId(one: ArchiveFile, other: ArchiveFile): number {
  return one.id < other.id ? -1 : 1;
}
