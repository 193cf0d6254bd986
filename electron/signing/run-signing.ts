import { setImmediate as pause } from "node:timers/promises";
import { editRecord } from "#shared/archive/record.ts";
import type { SigningRun } from "#shared/contract/signing.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import type { SigningFaultKind } from "#shared/signing/signing-fault.ts";
import type { OtherCheckers } from "#electron/pipeline/rendition/other-checkers.ts";
import type { Stamp } from "./build-cms.ts";
import { type Candidate, refusedOf, type SignableParts } from "./signable-items.ts";
import { signItem } from "./sign-item.ts";
import type { SignatureFace } from "./signature-face.ts";
import { SigningFault } from "./signing-fault.ts";
import type { SigningMeans } from "./signing-means.ts";

export type RunParts = Omit<SignableParts, "objects"> & {
  objects: ObjectStore;
  checkers: () => Promise<OtherCheckers>;
  now: () => number;
};

export type RunWith = {
  means: SigningMeans;
  face: SignatureFace;
  agency: string;
  stamp: Stamp | undefined;
  /** Who is at work. */
  by: string;
  candidates: readonly Candidate[];
  signal: AbortSignal;
  told: () => void;
};

/** Faults of the key, the token or the authority: what follows would fail as this one did. */
const ofTheMeans: readonly SigningFaultKind[] = ["no-token", "token-locked", "token-failed", "stamp-failed"];
const mostNamed = 200;

/** While one document is looked over by other programs and written to disk, the next is signed. */
const handsAtOnce = 4;

/**
 * Signs candidates in their order, a few at a time, with what they say when their turn comes. One that cannot be signed
 * is named and harms no other; `run` says how far it is. Where the means fail none is begun any more; what was begun is
 * finished before this ends.
 */
export async function runSigning(parts: RunParts, run: SigningRun, how: RunWith): Promise<void> {
  const checkers = await parts.checkers();
  const waiting = how.candidates.values();
  // Told once no hand works any more: what is being signed would be counted after the end.
  const ends: Pick<SigningRun, "state" | "why">[] = [];
  const faults: unknown[] = [];
  const hand = async () => {
    for (const { itemId, label } of waiting) {
      if (how.signal.aborted) ends.push({ state: "cancelled", why: null });
      if (ends.length + faults.length > 0) return;
      try {
        if (await signOne(parts, checkers, itemId, how)) run.signed += 1;
      } catch (error) {
        const why = error instanceof SigningFault ? error.kind : "not-signable";
        if (!(error instanceof SigningFault) && isOfDisk(error)) {
          faults.push(error);
          return;
        }
        if (run.failed.length < mostNamed) run.failed.push({ label, why });
        if (ofTheMeans.includes(why)) {
          ends.push({ state: "stopped", why });
          return;
        }
      }
      run.done += 1;
      how.told();
      await pause();
    }
  };
  await Promise.all(Array.from({ length: handsAtOnce }, hand));
  if (faults.length > 0) throw faults[0];
  Object.assign(run, ends[0] ?? { state: "done" });
}

/** Signs an item that may still be signed; false where it no longer may, or was changed meanwhile. */
async function signOne(
  parts: RunParts,
  checkers: OtherCheckers,
  itemId: string,
  how: RunWith,
): Promise<boolean> {
  const item = readSignable(parts, itemId);
  if (!item) return false;
  const { means, face, agency, stamp, by } = how;
  const signed = await signItem(parts.objects, checkers, item, {
    means,
    face,
    agency,
    stamp,
    by,
    at: parts.now(),
  });
  const now = readSignable(parts, itemId);
  if (now?.renditionDigest !== item.renditionDigest) return false;
  parts.journal.write("items", [editRecord(now, signed, parts.journal.stamp(by))], "desk");
  return true;
}

function readSignable(parts: RunParts, itemId: string) {
  const item = parts.journal.read("items", itemId);
  const file = item && parts.journal.read("files", item.fileId);
  if (!item || !file || item.withdrawn !== "" || file.withdrawn !== "") return undefined;
  return refusedOf(parts, item, file) === undefined ? item : undefined;
}

function isOfDisk(error: unknown): boolean {
  return error instanceof Error && ("syscall" in error || error.name === "DeskFault");
}
