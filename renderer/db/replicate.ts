import { replicateRxCollection } from "rxdb/plugins/replication";
import { Subject } from "rxjs";
import { type ScreenCollectionName, screenCollectionNames } from "#shared/archive/collections.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import type { Checkpoint, PushRow } from "#shared/replication/messages.ts";
import type { BaseClocks } from "#shared/replication/notice-conflicts.ts";
import type { Database } from "#renderer/db/database.ts";
import { plain } from "#renderer/db/database.ts";
import { findBases, pullPages, type PulledPage, type Replication } from "#renderer/db/pull-pages.ts";
import type { Saving } from "#renderer/db/saving.ts";
import type { Desk } from "#renderer/desk.ts";

export type Replications = Record<ScreenCollectionName, Replication>;

/** Rows asked for in one pull, and the wait between pulls: RxDB has no back-pressure of its own. */
const pullLimit = 500;
const pullPause = 15;
/**
 * The desk also tells of what this screen has just pushed. Its echo is pulled when pushing has been quiet for a while,
 * or has gone on for long, in milliseconds: pulled at once it would slow the pushing down. So is what changes while whole
 * pages are pulled.
 */
const quietPush = 250;
const longestWait = 4000;

/**
 * Keeps every collection equal with the desk's journal by RxDB's own replication. Handlers are total: what the desk
 * refuses is answered as refused and never thrown, for RxDB would not send such a row again.
 */
export function replicate(
  database: Database,
  desk: Desk,
  saving: Saving,
): Replications & { stop(): Promise<void> } {
  const stops: (() => Promise<unknown>)[] = [];
  const states = Object.fromEntries(
    screenCollectionNames.map((name) => {
      const again = new Subject<"RESYNC">();
      const echo = waitForQuiet(() => again.next("RESYNC"));
      const silence = desk.on("records.changed", (value) => {
        if (value.collection === name) echo.ask();
      });
      const ask = async (checkpoint: Checkpoint | null): Promise<PulledPage> => {
        const page = await desk.call("records.pull", { collection: name, checkpoint, limit: pullLimit });
        if (page.documents.length === pullLimit) echo.noise();
        return page;
      };
      const state: Replication = replicateRxCollection<ArchiveRecord, Checkpoint | null>({
        replicationIdentifier: "desk",
        collection: database[name] as never,
        retryTime: 2000,
        pull: {
          batchSize: pullLimit,
          stream$: again,
          handler: async (checkpoint, limit) => {
            const answer = await pullPages(state, ask, checkpoint ?? null, limit);
            if (answer.documents.length >= limit)
              await new Promise((resume) => setTimeout(resume, pullPause));
            return {
              documents: answer.documents.map((document) => ({ ...document, _deleted: false })) as never,
              checkpoint: answer.checkpoint,
            };
          },
        },
        push: {
          batchSize: 500,
          handler: async (rows) => {
            const unknown = rows.flatMap((row) => (row.assumedMasterState ? [] : [row.newDocumentState.id]));
            const bases = await findBases(state, unknown);
            const wire = rows.map((row) => toWire(row, bases));
            echo.noise();
            const answer = await desk.call("records.push", { collection: name, rows: wire });
            echo.noise();
            const refused = new Set(answer.refused.map((refusal) => refusal.id));
            const kept = wire.map((row) => row.newDocumentState as unknown as ArchiveRecord);
            saving.saved(
              name,
              kept.filter((record) => !refused.has(record.id)),
            );
            if (refused.size > 0) saving.refused(name, [...refused]);
            return answer.conflicts as never;
          },
        },
      });
      stops.push(async () => {
        silence();
        echo.stop();
        await state.cancel();
      });
      return [name, state];
    }),
  ) as Replications;
  return Object.assign(states, {
    stop: async () => {
      await Promise.all(stops.map((stop) => stop()));
    },
  });
}

/** Calls `act` once after it was asked for, when there has been no noise for `quietPush`, at the latest after `longestWait`. */
function waitForQuiet(act: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let askedAt = 0;
  let noiseAt = 0;
  const tick = () => {
    const now = performance.now();
    if (now - noiseAt < quietPush && now - askedAt < longestWait) {
      timer = setTimeout(tick, quietPush);
      return;
    }
    timer = undefined;
    act();
  };
  return {
    ask() {
      if (timer !== undefined) return;
      askedAt = performance.now();
      timer = setTimeout(tick, 0);
    },
    noise() {
      noiseAt = performance.now();
    },
    stop: () => clearTimeout(timer),
  };
}

function toWire(
  row: { newDocumentState: ArchiveRecord; assumedMasterState?: object | undefined },
  bases: ReadonlyMap<string, BaseClocks>,
): PushRow {
  const newDocumentState = plain(row.newDocumentState) as unknown as PushRow["newDocumentState"];
  const { id } = newDocumentState;
  const base = bases.get(id);
  const known = row.assumedMasterState ? plain(row.assumedMasterState) : base && { id, clocks: base };
  if (!known) return { newDocumentState };
  return { newDocumentState, assumedMasterState: known as PushRow["newDocumentState"] };
}
