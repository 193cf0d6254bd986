import { join } from "node:path";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import type { DatabasesAtRest } from "#shared/contract/keeping.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { fixityPeriod, objectsPerTurn } from "#shared/rules/fixity-due.ts";
import type { Digest } from "#shared/base/digest.ts";
import { editRecord } from "#shared/archive/record.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { ObjectSealing } from "#electron/sealing/object-key.ts";
import { openSealedObjects } from "#electron/sealing/open-sealing.ts";
import type { Secrets } from "#electron/secrets/secrets.ts";
import { openBackups } from "./backups.ts";
import { checkChain, forgetChain, knownChain } from "./check-chain.ts";
import { openFixity } from "./fixity.ts";
import { healObject } from "./heal.ts";
import { openKeepingDatabase, openNotes } from "./keeping-database.ts";
import { machineHandlers, type MachineParts } from "./machine-handlers.ts";
import { nameWrong } from "./name-wrong.ts";
import { openOneTask } from "./one-task.ts";
import { restoringHandlers } from "./restoring.ts";
import type { Room } from "./room.ts";
import { dataAside } from "./swap-data.ts";

type Handlers = Pick<DeskHandlers, Extract<keyof DeskHandlers, `keeping.${string}`>>;

export type KeepingParts = {
  folder: string;
  version: string;
  deviceId: () => string;
  objects: ObjectStore;
  secrets: Secrets;
  sealing: ObjectSealing;
  databases: DatabasesAtRest;
  room: Room;
  /** Nothing where it could not be opened: then there is only repair and restore. */
  journal: Pick<Journal, "pull" | "read" | "write" | "stamp"> | undefined;
  atProvince: (digest: string) => Promise<Response | undefined>;
  /** True while people or pages keep the machine busy: checks by itself wait. */
  busy: () => boolean;
  now: () => number;
  changed: () => void;
  /** Closes the desk and opens it anew; without it that comes with the next start. */
  reopen: (() => void) | undefined;
  /** True where other data have just taken their place. */
  exchanged: boolean | undefined;
  /** Hears whether the journal's chain is known to be broken: at the opening, and each time it was read. */
  standing?: (isBroken: boolean) => void;
  /** The province's sealing key; empty where it is not known. */
  recoveryKey?: () => string;
  /** Who this machine is; nothing where that cannot be told. */
  machine?: MachineParts;
  report: (error: unknown) => void;
  /** How often it is looked what is due, and how long after the start for the first time, in milliseconds. */
  timings?: { turn: number; first: number };
};

export type Keeping = {
  handlers: Handlers;
  /** Begins what goes on by itself: the chain read on, objects read again, daily backups. */
  start(): void;
  /** An object was stored here. */
  arrived(digest: Digest): void;
  /** An object was taken away on purpose. */
  forget(digest: Digest): void;
  stop(): Promise<void>;
};

const usualTimings = { turn: 300_000, first: 20_000 };

/** Everything about the health of this machine's data: checks, backups, restores and repairs. */
export function openKeeping(parts: KeepingParts): Keeping {
  const { folder, objects, journal, now, changed, room } = parts;
  const timings = parts.timings ?? usualTimings;
  const database = openKeepingDatabase(folder);
  const notes = openNotes(database);
  const task = openOneTask(changed);
  const fixity = openFixity(database, objects, join(folder, "objects"), now);
  const recoveryKey = parts.recoveryKey ?? (() => "");
  const backups = openBackups({ ...parts, recoveryKey, notes, task });
  const sealed = openSealedObjects({ ...parts, recoveryKey, task });
  const chainParts = { folder, notes, now };
  const reopen = parts.reopen ?? (() => undefined);
  if (parts.exchanged === true) forgetChain(notes);
  const isBroken = () => typeof knownChain(notes)?.brokenAt === "number";
  parts.standing?.(isBroken());
  const readChain = async (how: "on" | "whole") => {
    const found = await task.run("chain", (watch) => checkChain(chainParts, watch, how));
    parts.standing?.(found.brokenAt !== null);
    return found;
  };
  let timer: NodeJS.Timeout | undefined;
  let turning: Promise<void> = Promise.resolve();
  let stopped = false;

  /** Heals what it can; a page whose scan is lost for good waits for a person to scan it again. */
  const heal = async () => {
    const sets = () => backups.sets();
    for (const { digest, state } of fixity.wrong()) {
      const from = await healObject({ folder, objects, sets, atProvince: parts.atProvince }, digest, state);
      if (from) fixity.healed(digest);
    }
    if (journal && !isBroken()) await holdLost(journal, fixity.wrong());
    changed();
  };
  const turn = async () => {
    if (stopped || task.now() || parts.busy() || parts.sealing.state() === "locked") return;
    await backups.backUpDue();
    await sealed.goOn();
    const known = knownChain(notes);
    const wholeDue = now() - (Date.parse(known?.wholeAt ?? "") || 0) > fixityPeriod;
    if (journal) await readChain(wholeDue ? "whole" : "on");
    await task.run("objects", async (watch) => {
      await fixity.survey();
      await fixity.checkDue(watch, objectsPerTurn(fixity.report().total, timings.turn));
    });
    if (fixity.wrong().length > 0) await heal();
  };
  const turnAgain = (after: number) => {
    timer = setTimeout(() => {
      turning = turn()
        .catch((error: unknown) => {
          if (!(error instanceof DeskFault)) parts.report(error);
        })
        .then(() => {
          if (!stopped) turnAgain(timings.turn);
        });
    }, after);
    timer.unref();
  };

  return {
    handlers: {
      async "keeping.room"() {
        const locked = parts.sealing.state() === "locked" ? "locked" : "none";
        const alarm = isBroken() ? "chain" : fixity.wrong().length > 0 ? "objects" : locked;
        return { ...(await room.look()), alarm };
      },
      async "keeping.status"() {
        return {
          rescue: journal === undefined,
          room: await room.look(),
          task: task.now(),
          chain: knownChain(notes),
          objects: fixity.report(),
          sealing: await sealed.report(),
          aside: await dataAside(folder),
          ...(await backups.report()),
        };
      },
      ...backups.handlers,
      ...sealed.handlers,
      ...restoringHandlers({ ...parts, task, reopen }),
      ...machineHandlers(parts.machine, { now, reopen }),
      "keeping.checkChain": () => readChain("whole"),
      async "keeping.checkObjects"() {
        await task.run("objects", async (watch) => {
          await fixity.checkAll(watch);
          await heal();
        });
        return fixity.report();
      },
      "keeping.wrongObjects": async () => (journal ? nameWrong(journal, fixity.wrong()) : []),
      async "keeping.cancel"() {
        await task.cancel();
        return {};
      },
    },
    start: () => turnAgain(timings.first),
    arrived: (digest) => fixity.arrived(digest),
    forget: (digest) => fixity.forget(digest),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await task.cancel();
      await turning;
      database.close();
    },
  };
}

/** Holds the pages whose master is lost, so that they are shown as such and scanned again. */
async function holdLost(
  journal: NonNullable<KeepingParts["journal"]>,
  wrong: Parameters<typeof nameWrong>[1],
): Promise<void> {
  for (const { field, collection, id } of await nameWrong(journal, wrong)) {
    const page = field === "masterDigest" && collection === "pages" ? journal.read("pages", id) : undefined;
    if (page?.withdrawn !== "" || page.hold !== "") continue;
    journal.write("pages", [editRecord(page, { hold: "corrupt" }, journal.stamp(page.updatedBy))], "desk");
  }
}
