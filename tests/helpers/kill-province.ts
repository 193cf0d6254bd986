import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as rest } from "node:timers/promises";
import { hashOfRecord } from "#shared/replication/digest.ts";
import type { PullAnswer, PushAnswer } from "#shared/replication/messages.ts";
import type { BucketServer } from "#tests/helpers/bucket-server.ts";
import { checkUploads, openUploads } from "#tests/helpers/kill-uploads.ts";
import { plainRecord, quickHash } from "#tests/helpers/memory-store.ts";
import type { Chance } from "#tests/helpers/seeded.ts";
import { sampleFile } from "#tests/helpers/sample-records.ts";

export type KilledProvince = {
  kills: number;
  /** Records that the province answered to hold, and objects that it gave a receipt of. */
  acknowledged: number;
  objects: number;
  lost: string[];
};

const scope = "52.550";
const desks = 4;
/** How long an object is waited for, in milliseconds. */
const patience = 20_000;
const token = (desk: number) => `token-of-desk-${desk}-0123456789`;
const enrolments = Array.from({ length: desks }, (_, desk) => {
  return { token: token(desk), scope, role: "district-checker", deviceId: `desk-${desk}` };
});

/**
 * Kills the province's process at random moments while four devices push records and send objects to it without a
 * pause, starts it again each time, and answers which of the records and objects it had acknowledged it no longer
 * holds as they were sent.
 */
export async function killProvince(options: {
  folder: string;
  /** Address of a PostgreSQL server; empty for PGlite in the folder. */
  databaseUrl: string;
  kills: number;
  chance: Chance;
  /** Where its objects are, if not in the folder. */
  bucket?: Pick<BucketServer, "environment" | "kept">;
  /** Ends every connection of the province to its database, as a restart of the server does. */
  cutDatabase?: () => Promise<void>;
}): Promise<KilledProvince> {
  const { kills, chance } = options;
  const hashes = new Map<string, string>();
  const uploads = await openUploads(join(options.folder, "sent"), chance);
  for (let round = 0; round < kills; round += 1) {
    const { child, address } = await begin(options);
    const ended = once(child, "exit");
    let dead = false;
    const pushers = Array.from({ length: desks }, async (_, desk) => {
      for (let batch = 0; !dead; batch += 1) {
        const files = Array.from({ length: 10 }, (_, at) => sampleFile(`${round}-${desk}-${batch}-${at}`));
        const rows = files.map((newDocumentState) => ({ newDocumentState }));
        const answer = await ask<PushAnswer>(address, desk, "push", { rows });
        if (!answer) {
          await rest(20);
          continue;
        }
        if (answer.refused.length + answer.conflicts.length > 0) throw new Error("the province refused");
        for (const file of files) hashes.set(file.id, hashOfRecord(file));
      }
    });
    const sender = uploads.send({ address, token: token(0) }, () => dead);
    const goesOn = async () => {
      const enough = hashes.size + 1;
      while (hashes.size < enough && child.exitCode === null) await rest(5);
    };
    await goesOn();
    // A slow start leaves no time for a whole object: now and then one is waited for.
    const objects = uploads.acknowledged.size;
    const until = Date.now() + (round % 4 === 0 ? patience : 0);
    while (uploads.acknowledged.size === objects && child.exitCode === null && Date.now() < until)
      await rest(5);
    await rest(chance(400));
    if (options.cutDatabase && chance(3) === 0) {
      await options.cutDatabase();
      await goesOn();
    }
    dead = true;
    if (child.exitCode !== null) throw new Error("the province ended by itself");
    child.kill("SIGKILL");
    await Promise.all([ended, sender, ...pushers]);
  }
  const { child, address } = await begin(options);
  const held = new Map<string, string>();
  let checkpoint: PullAnswer["checkpoint"] = null;
  for (let more = true; more;) {
    const answer: PullAnswer | undefined = await ask<PullAnswer>(address, 0, "pull", {
      checkpoint,
      limit: 1000,
    });
    if (!answer) throw new Error("the province does not answer");
    for (const document of answer.documents) held.set(document.id, quickHash(plainRecord(document)));
    checkpoint = answer.checkpoint;
    more = answer.documents.length === 1000;
  }
  const bytesOf = (digest: string) =>
    options.bucket
      ? Promise.resolve(options.bucket.kept(digest))
      : readFile(join(options.folder, "objects", digest.slice(0, 2), digest.slice(2))).catch(() => undefined);
  const lostObjects = await checkUploads({ address, token: token(0) }, bytesOf, uploads.acknowledged);
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
  const lost = [...hashes].filter(([id, hash]) => held.get(id) !== hash).map(([id]) => id);
  const counts = { acknowledged: hashes.size, objects: uploads.acknowledged.size };
  return { kills, ...counts, lost: [...lost, ...lostObjects] };
}

async function begin(options: {
  folder: string;
  databaseUrl: string;
  bucket?: Pick<BucketServer, "environment">;
}): Promise<{ child: ChildProcess; address: string }> {
  const child = fork(join(import.meta.dirname, "..", "..", "province", "main.ts"), {
    env: {
      ...process.env,
      MUCLUC_PROVINCE_DATA: options.folder,
      MUCLUC_PROVINCE_ENROL: JSON.stringify(enrolments),
      MUCLUC_PROVINCE_PORT: "0",
      ...(options.databaseUrl === "" && !options.bucket
        ? { MUCLUC_PROVINCE_PRACTICE: "1" }
        : { DATABASE_URL: options.databaseUrl, ...options.bucket?.environment }),
    },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const address = await new Promise<string>((resolve, reject) => {
    child.on("message", (message: { listening?: string }) => {
      if (message.listening !== undefined) resolve(message.listening);
    });
    child.once("exit", (code) => reject(new Error(`the province ended with ${code}`)));
  });
  return { child, address };
}

/** Nothing where the province died before it answered. */
async function ask<Answer>(
  address: string,
  desk: number,
  call: string,
  body: object,
): Promise<Answer | undefined> {
  try {
    const response = await fetch(`${address}/replication/files/${call}`, {
      method: "POST",
      headers: { authorization: `Bearer ${token(desk)}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return response.status === 200 ? ((await response.json()) as Answer) : undefined;
  } catch {
    return undefined;
  }
}
