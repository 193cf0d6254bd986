import type { CallInput, CallOutput } from "#shared/contract/desk.ts";
import { DeskFault, type FaultCode } from "#shared/contract/fault.ts";
import type { ScannedPage, ScanSession } from "#shared/contract/scan.ts";
import type { ScanLog } from "./scan-log.ts";

export type PlaceParts = {
  log: ScanLog;
  /** Attaches stored objects to items, or lays them in the tray: the desk's own `capture.import`. */
  importScans: (input: CallInput<"capture.import">) => Promise<CallOutput<"capture.import">>;
  /** Hears that something has found its place. */
  changed: () => void;
  report: (error: unknown) => void;
};

export type Placing = {
  /** Gives the waiting pages of a session their places; what cannot be done now stays waiting. */
  run(session: ScanSession): Promise<void>;
  /** Resolves when nothing is being placed. */
  idle(): Promise<void>;
};

/** As many as `capture.import` takes at once. */
const atOnce = 200;
/** What passes: the page waits for room, for a machine that is set up, for a journal that is repaired. */
const passing: readonly FaultCode[] = ["disk-full", "disk-low", "not-set-up", "journal-closed"];

/** Gives saved pages their places, one session's after another's, in the order of coming. Safe to repeat. */
export function openPlacing(parts: PlaceParts): Placing {
  let turn = Promise.resolve();
  return {
    run(session) {
      turn = turn.then(() => placeAll(parts, session)).catch(parts.report);
      return turn;
    },
    idle: () => turn,
  };
}

async function placeAll({ log, importScans, changed }: PlaceParts, session: ScanSession): Promise<void> {
  for (;;) {
    const pages = untilRepeated(log.waiting(session.id, atOnce));
    if (pages.length === 0) return;
    const objects = pages.map(({ digest, name, pageId }) => ({ digest, name, pageId }));
    const target = {
      ...(session.batchId === "" ? {} : { batchId: session.batchId }),
      ...(session.itemId === "" ? {} : { itemId: session.itemId }),
      // What a separator said holds on for the pages that come after it.
      stack: session.id,
    };
    const answer = await tryImport(importScans, { objects, ...target });
    const inTray = new Set(answer.unmatched.map(({ name }) => name));
    const separators = new Set(answer.separators.map(({ name }) => name));
    const refused = new Map(answer.refused.map(({ name, code }) => [name, code]));
    let placed = 0;
    for (const { name, ordinal } of pages) {
      const code = refused.get(name);
      if (code && passing.includes(code)) continue;
      if (code) log.place(session.id, ordinal, "refused", code);
      else
        log.place(
          session.id,
          ordinal,
          separators.has(name) ? "separator" : inTray.has(name) ? "tray" : "item",
        );
      placed += 1;
    }
    changed();
    if (placed === 0) return;
  }
}

/** The pages up to the first whose name came before: an answer tells of names. */
function untilRepeated<Page extends ScannedPage>(pages: readonly Page[]): readonly Page[] {
  const seen = new Set<string>();
  const end = pages.findIndex(({ name }) => seen.size === seen.add(name).size);
  return end === -1 ? pages : pages.slice(0, end);
}

async function tryImport(
  importScans: PlaceParts["importScans"],
  input: CallInput<"capture.import">,
): Promise<CallOutput<"capture.import">> {
  try {
    return await importScans(input);
  } catch (error) {
    const known = error instanceof DeskFault;
    // The item was withdrawn meanwhile: its pages wait in the tray.
    if (known && error.code === "not-found" && input.itemId) {
      return tryImport(importScans, {
        objects: input.objects,
        ...(input.stack ? { stack: input.stack } : {}),
      });
    }
    if (!known) throw error;
    const refused = input.objects.map(({ name }) => ({ name, code: error.code, detail: error.message }));
    return { attached: [], unmatched: [], separators: [], refused };
  }
}
