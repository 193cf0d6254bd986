import { compareNames } from "#shared/capture/name-rules.ts";
import type { ImportAnswer } from "#shared/contract/capture.ts";
import { DeskFault, type FaultCode } from "#shared/contract/fault.ts";
import type { Desk } from "#renderer/desk.ts";

/** Bytes with the name they have within what the person chose: `hop-01/H05….0000001.pdf`. */
export type Scan = { name: string; bytes: Blob };

export type StoredScan = { name: string; digest: string };

/** How many are stored on the desk's disk, and how many have been attached, refused or set aside. */
export type ImportProgress = { total: number; stored: number; done: number };

/**
 * Where the scans belong: to one item, or by their names and the separators among them to the items of a batch;
 * `stack` names the pile of paper they are of, as slices of it are sent.
 */
export type ImportTarget = { batchId: string; itemId?: string; stack?: string };

const sliceSize = 50;

/**
 * Stores scans on the desk and attaches them in slices, in the order of their names. One that cannot be stored or a
 * slice that the desk refuses is answered as refused and never stops the others.
 */
export async function importScans(
  desk: Desk,
  scans: readonly Scan[],
  target: ImportTarget,
  report: (progress: ImportProgress) => void,
): Promise<ImportAnswer> {
  const ordered = [...scans].sort((one, other) => compareNames(one.name, other.name));
  const whole: ImportAnswer = { attached: [], unmatched: [], separators: [], refused: [] };
  const progress = { total: scans.length, stored: 0, done: 0 };
  for (let at = 0; at < ordered.length; at += sliceSize) {
    const slice = ordered.slice(at, at + sliceSize);
    const stored: StoredScan[] = [];
    for (const scan of slice) {
      try {
        const { digest } = await desk.store(scan.bytes);
        stored.push({ name: scan.name.normalize("NFC"), digest });
      } catch (error) {
        whole.refused.push({ name: scan.name, ...readFault(error) });
      }
      progress.stored += 1;
      report({ ...progress });
    }
    gather(whole, await attachSlice(desk, stored, target));
    progress.done += slice.length;
    report({ ...progress });
  }
  return whole;
}

/** Attaches scans that the desk stores already, in slices; as `importScans`. */
export async function importStored(
  desk: Desk,
  scans: readonly StoredScan[],
  target: ImportTarget,
  report: (progress: ImportProgress) => void,
): Promise<ImportAnswer> {
  const whole: ImportAnswer = { attached: [], unmatched: [], separators: [], refused: [] };
  for (let at = 0; at < scans.length; at += sliceSize) {
    const slice = scans.slice(at, at + sliceSize);
    gather(whole, await attachSlice(desk, slice, target));
    report({ total: scans.length, stored: scans.length, done: at + slice.length });
  }
  return whole;
}

async function attachSlice(
  desk: Desk,
  objects: readonly StoredScan[],
  target: ImportTarget,
): Promise<ImportAnswer> {
  if (objects.length === 0) return { attached: [], unmatched: [], separators: [], refused: [] };
  try {
    return await desk.call("capture.import", { objects: [...objects], ...target });
  } catch (error) {
    const fault = readFault(error);
    return {
      attached: [],
      unmatched: [],
      separators: [],
      refused: objects.map(({ name }) => ({ name, ...fault })),
    };
  }
}

function gather(whole: ImportAnswer, part: ImportAnswer): void {
  whole.attached.push(...part.attached);
  whole.unmatched.push(...part.unmatched);
  whole.separators.push(...part.separators);
  whole.refused.push(...part.refused);
}

/** The code and detail of anything thrown by a call to the desk. */
function readFault(error: unknown): { code: FaultCode; detail: string } {
  if (error instanceof DeskFault) return { code: error.code, detail: error.message };
  return { code: "internal", detail: error instanceof Error ? error.message : "" };
}
