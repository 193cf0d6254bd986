import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { type Digest, isDigest } from "#shared/base/digest.ts";
import type { ObjectsReport } from "#shared/contract/keeping.ts";
import { type ObjectStore, sealedEnding } from "#shared/node/object-store.ts";
import { SealedObjectFault } from "#shared/node/sealed-object.ts";
import { fixityPeriod } from "#shared/rules/fixity-due.ts";
import { numberIn, textIn } from "#electron/journal/row.ts";
import { inTransaction } from "#electron/journal/transaction.ts";
import type { Watch } from "./take-backup.ts";

export type WrongState = "damaged" | "missing";

/**
 * The rolling check of the objects on this machine: every object that was ever seen here is read again within thirty
 * days, and one that is not the bytes of its digest, or is gone, is told until it is healed.
 */
export type Fixity = {
  report(): ObjectsReport;
  /** Looks which objects are here; notes new ones, and those that are gone. */
  survey(): Promise<void>;
  /** Reads those that are due, the longest unread first, at most `most`; rests between them so as to disturb nobody. */
  checkDue(watch: Watch, most: number): Promise<Digest[]>;
  /** Reads all of them, as fast as they come. */
  checkAll(watch: Watch): Promise<Digest[]>;
  wrong(): { digest: Digest; state: WrongState; since: string }[];
  healed(digest: Digest): void;
  /** An object was stored here. */
  arrived(digest: Digest): void;
  /** An object that was taken away on purpose is not missed. */
  forget(digest: Digest): void;
};

/** Of the time that reading takes, how many times as long the disk is left to others. */
const restFactor = 4;

export function openFixity(
  database: Sqlite,
  objects: Pick<ObjectStore, "has" | "read">,
  objectsFolder: string,
  now: () => number,
): Fixity {
  const add = database.prepare(
    `INSERT INTO objects (digest, state, checked_at, seen, since) VALUES (?1, 'whole', 0, ?2, '')
     ON CONFLICT (digest) DO UPDATE SET seen = ?2`,
  );
  const gone = database.prepare(
    "UPDATE objects SET state = 'missing', since = ? WHERE seen < ? AND state = 'whole' AND digest >= ? AND digest < ?",
  );
  const back = database.prepare(
    "UPDATE objects SET state = 'whole', checked_at = 0, since = '' WHERE seen = ? AND state = 'missing'",
  );
  const due = database.prepare(
    "SELECT digest FROM objects WHERE state = 'whole' AND checked_at <= ? ORDER BY checked_at LIMIT ?",
  );
  const set = database.prepare("UPDATE objects SET state = ?, checked_at = ?, since = ? WHERE digest = ?");
  const listWrong = database.prepare("SELECT * FROM objects WHERE state <> 'whole' ORDER BY since, digest");
  const remove = database.prepare("DELETE FROM objects WHERE digest = ?");
  const counts = database.prepare(
    `SELECT count(*) AS total, coalesce(sum(state = 'whole' AND checked_at > ?), 0) AS fresh,
       coalesce(sum(state = 'damaged'), 0) AS damaged, coalesce(sum(state = 'missing'), 0) AS missing,
       coalesce(min(checked_at), 0) AS oldest FROM objects`,
  );
  const at = () => new Date(now()).toISOString();

  const check = async (digest: Digest): Promise<boolean> => {
    const whole = await readWhole(objects, digest);
    if (whole === undefined) {
      set.run("missing", now(), at(), digest);
      return false;
    }
    set.run(whole ? "whole" : "damaged", now(), whole ? "" : at(), digest);
    return whole;
  };
  const dueNow = (before: number, most: number) =>
    due.all(before, most).flatMap((row): Digest[] => {
      const digest = textIn(row, "digest");
      return isDigest(digest) ? [digest] : [];
    });

  return {
    report() {
      const row = counts.get(now() - fixityPeriod) ?? {};
      const oldest = numberIn(row, "oldest");
      return {
        total: numberIn(row, "total"),
        fresh: numberIn(row, "fresh"),
        damaged: numberIn(row, "damaged"),
        missing: numberIn(row, "missing"),
        oldestAt: oldest === 0 ? "" : new Date(oldest).toISOString(),
      };
    },
    async survey() {
      const seen = now();
      for (let prefix = 0; prefix < 256; prefix += 1) {
        const folder = prefix.toString(16).padStart(2, "0");
        const names = await readdir(join(objectsFolder, folder)).catch(nothingThere);
        const digests = names.map((name) => folder + basename(name, sealedEnding)).filter(isDigest);
        inTransaction(database, () => {
          for (const digest of digests) add.run(digest, seen);
          gone.run(at(), seen, folder, `${folder}g`);
        });
      }
      back.run(seen);
    },
    async checkDue({ signal, progress }, most) {
      const digests = dueNow(now() - fixityPeriod, most);
      const wrong: Digest[] = [];
      for (const [done, digest] of digests.entries()) {
        if (signal.aborted) break;
        const begun = performance.now();
        if (!(await check(digest))) wrong.push(digest);
        progress(done + 1, digests.length);
        const rest = Math.min(2_000, (performance.now() - begun) * restFactor);
        await wait(rest, undefined, { signal }).catch(() => undefined);
      }
      return wrong;
    },
    async checkAll({ signal, progress }) {
      await this.survey();
      const digests = dueNow(now(), Number.MAX_SAFE_INTEGER);
      const wrong: Digest[] = [];
      for (const [done, digest] of digests.entries()) {
        signal.throwIfAborted();
        if (!(await check(digest))) wrong.push(digest);
        progress(done + 1, digests.length);
      }
      return wrong;
    },
    wrong: () =>
      listWrong.all().flatMap((row) => {
        const digest = textIn(row, "digest");
        const state: WrongState = row["state"] === "missing" ? "missing" : "damaged";
        return isDigest(digest) ? [{ digest, state, since: textIn(row, "since") }] : [];
      }),
    healed: (digest) => void set.run("whole", now(), "", digest),
    arrived(digest) {
      try {
        add.run(digest, now());
      } catch {
        // On a full disk: the next survey notes it.
      }
    },
    forget: (digest) => void remove.run(digest),
  };
}

/**
 * True where the object is the bytes of its digest; nothing where there is none. Rejects where it is sealed and the key
 * is not here: that says nothing of the object.
 */
async function readWhole(
  objects: Pick<ObjectStore, "has" | "read">,
  digest: Digest,
): Promise<boolean | undefined> {
  if (!objects.has(digest)) return undefined;
  const hash = createHash("sha256");
  try {
    for await (const chunk of objects.read(digest) as AsyncIterable<Buffer>) hash.update(chunk);
  } catch (error) {
    if (error instanceof SealedObjectFault && error.kind === "locked") throw error;
    return false;
  }
  return hash.digest("hex") === digest;
}

function nothingThere(error: unknown): string[] {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
  throw error;
}
