import { randomInt } from "node:crypto";
import { setImmediate as breathe } from "node:timers/promises";
import type { FaultCode } from "#shared/contract/fault.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { type RoundReport, syncRound } from "#shared/replication/engine.ts";
import { openPortion } from "#shared/replication/portion.ts";
import { WireFault } from "#shared/replication/sync-wire.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { confirmSent } from "./check-receipt.ts";
import type { ConfirmedObjects } from "./confirmed-objects.ts";
import { countReceiving, type Receiving } from "./count-receiving.ts";
import type { Facts } from "./facts.ts";
import { followStream } from "./follow-stream.ts";
import type { JournalStore } from "./journal-store.ts";
import { codeOfProblem } from "./province-fault.ts";
import { type Credentials, openProvinceWire, type ProvinceWire, type WireLimits } from "./province-wire.ts";
import type { UploadPacing } from "./pace-uploads.ts";
import { queueObjects } from "./queue-objects.ts";
import { type Outcome, repeat, type Repeating, spreadBackOff } from "./repeat.ts";
import { noteRound } from "./round-log.ts";
import { sendObjects } from "./send-objects.ts";
import type { UploadQueue } from "./upload-queue.ts";

/** How long the desk waits for what, in milliseconds. */
export type SyncTimings = {
  /** After a local write, so that a burst of them makes one round. */
  soonMs: number;
  /** Between rounds while nothing is heard. */
  idleMs: number;
  backOffMs: (failures: number) => number;
  /** Longest time without progress of an upload. */
  uploadIdleMs: number;
  /** Longest silence of the province's stream. */
  silenceMs: number;
};

export type LinkParts = {
  credentials: Credentials;
  journal: Journal;
  objects: ObjectStore;
  store: JournalStore;
  queue: UploadQueue;
  confirmed: ConfirmedObjects;
  pacing: UploadPacing;
  facts: Facts;
  now: () => number;
  limits: WireLimits;
  timings: SyncTimings;
  /** Counts writes to the journal that are not the engine's own. */
  writes: () => number;
  changed: () => void;
  /** Asks the province for its rules, after each round; never rejects. */
  heardRules: (wire: ProvinceWire) => Promise<void>;
};

/** The desk's work with one province: rounds of records, uploads of objects, and the stream that wakes them. */
export type Link = {
  credentials: Credentials;
  records: Pick<Repeating, "wake" | "now" | "state" | "settled">;
  objects: Pick<Repeating, "wake" | "now" | "state">;
  /** Code of why the last round, or the last upload, failed; empty when it did not. */
  problem(): FaultCode | "";
  /** What comes to a machine that has never read it before; nothing once it has. */
  receiving(): Receiving | undefined;
  /** True while the last comparison was equal, the province held nothing back, and nothing was written since. */
  equal(): boolean;
  stop(): Promise<void>;
};

export const lastRoundFact = "round:at";
export const clockAheadFact = "clock:ahead";

export function openLink(parts: LinkParts): Link {
  const { credentials, queue, store, timings, changed } = parts;
  const ended = new AbortController();
  let recordsProblem: FaultCode | "" = "";
  let objectsProblem: FaultCode | "" = "";
  let equalAt = -1;
  let unequalRounds = 0;

  const shared = {
    soonMs: timings.soonMs,
    idleMs: timings.idleMs,
    backOffMs: timings.backOffMs,
    changed,
  };
  const portion = openPortion();
  let receiving: Receiving | undefined;
  let begun = 0;
  let lastReport: RoundReport | undefined;
  let ahead: number | undefined;
  const drift = { now: parts.now, heard: (ms: number) => void (ahead = ms) };
  const wireFor = (signal: AbortSignal) => openProvinceWire(credentials, signal, parts.limits, drift);

  const records = repeat({
    ...shared,
    work: (signal) =>
      ending(signal, async () => {
        const failing = recordsProblem !== "";
        begun = parts.now();
        lastReport = undefined;
        const before = parts.writes();
        equalAt = -1;
        const wire = countReceiving(store, wireFor(signal), (now) => {
          receiving = now;
          changed();
        });
        const report = await syncRound({ store, wire, now: parts.now, portion, pause: () => breathe() });
        lastReport = report;
        if (report.otherLife) queue.forgetReceipts(credentials.hub ? "unsigned" : "all");
        if (report.fault) throw report.fault;
        if (report.equal && report.held === 0) equalAt = before;
        const quiet = parts.writes() === before;
        unequalRounds = report.equal || !quiet || report.waiting.length > 0 ? 0 : unequalRounds + 1;
        // Once may be another desk's writing between two looks; again means a record that does not pass.
        const older = report.waiting.length > 0;
        recordsProblem = older ? "province-older" : unequalRounds > 1 ? "province-garbled" : "";
        if (ahead !== undefined) parts.facts.write(clockAheadFact, String(ahead));
        parts.facts.write(lastRoundFact, new Date(parts.now()).toISOString());
        await parts.heardRules(wire);
        if (failing || report.otherLife) void objects.now();
        return report.equal || !quiet || older ? "done" : "later";
      })
        .catch((error: unknown) => {
          recordsProblem = noteProblem(error);
          return outcomeOf(error);
        })
        .finally(() => {
          receiving = undefined;
          if (signal.aborted) return;
          const ended = parts.now();
          noteRound(parts.facts, { begun, ended, problem: recordsProblem, report: lastReport });
        }),
  });
  const objects = repeat({
    ...shared,
    work: (signal) =>
      ending(signal, async () => {
        await queueObjects(parts, signal);
        changed();
        const { uploadIdleMs: idleMs } = timings;
        const wire = wireFor(signal);
        await sendObjects({ ...parts, wire, signal, idleMs, lanes: 3 });
        await confirmSent({ confirmed: parts.confirmed, wire, pin: credentials.pin, signal });
        objectsProblem = "";
        return "done";
      }).catch((error: unknown) => {
        objectsProblem = noteProblem(error);
        return outcomeOf(error);
      }),
  });
  const stream = followStream({
    wire: wireFor(ended.signal),
    signal: ended.signal,
    resync: () => records.wake(),
    silenceMs: timings.silenceMs,
    backOffMs: timings.backOffMs,
  });
  void records.now();
  void objects.now();

  return {
    credentials,
    records,
    objects,
    problem: () => recordsProblem || objectsProblem,
    receiving: () => receiving,
    equal: () => equalAt === parts.writes(),
    async stop() {
      ended.abort();
      await Promise.all([records.stop(), objects.stop(), stream]);
    },
  };
}

/** Work whose failure after its signal is no failure. */
async function ending(signal: AbortSignal, work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (signal.aborted) return "done";
    throw error;
  }
}

function outcomeOf(error: unknown): Outcome {
  return error instanceof WireFault && error.kind === "credentials" ? "stopped" : "later";
}

function noteProblem(error: unknown): FaultCode {
  const code = codeOfProblem(error);
  if (code === "internal") process.emitWarning(error instanceof Error ? error : String(error));
  return code;
}

export function defaultTimings(): SyncTimings {
  return {
    soonMs: 300,
    idleMs: 300_000,
    backOffMs: (failures) => spreadBackOff(failures, randomInt),
    uploadIdleMs: 120_000,
    silenceMs: 60_000,
  };
}
