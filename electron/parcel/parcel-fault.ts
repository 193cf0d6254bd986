import { stat, statfs } from "node:fs/promises";
import { isAbsolute } from "node:path";
import { DeskFault, type FaultCode } from "#shared/contract/fault.ts";
import { BagFault, type BagFaultKind } from "#shared/node/bag-fault.ts";
import { isDiskFull } from "#electron/journal/transaction.ts";

const damaged = {
  "not-an-envelope": "parcel-not-known",
  "not-a-bag": "parcel-not-known",
  damaged: "parcel-damaged",
  "cut-short": "parcel-damaged",
  "not-signed": "parcel-damaged",
} as const;

const codes: Record<"answer" | "parcel", Record<BagFaultKind, FaultCode>> = {
  answer: { ...damaged, "not-for-us": "parcel-not-ours", stranger: "parcel-not-ours" },
  parcel: { ...damaged, "not-for-us": "parcel-not-for-us", stranger: "parcel-stranger" },
};

/** Why a parcel, or an answer to one, was not read, in the words of a fault; other errors as they are. */
export function asParcelFault(error: unknown, read: "answer" | "parcel"): unknown {
  if (error instanceof BagFault) {
    const detail = `${error.kind}: ${error.message}`;
    return new DeskFault(codes[read][error.kind], { detail, cause: error });
  }
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (isDiskFull(error) || code === "EFBIG")
    return new DeskFault("disk-full", { lasting: false, cause: error });
  return error;
}

const placeFaults: Record<string, FaultCode> = {
  ...{ ENOSPC: "parcel-place-full", EFBIG: "parcel-place-full", EDQUOT: "parcel-place-full" },
  ...{ ENOENT: "parcel-place-gone", EIO: "parcel-place-gone", ENODEV: "parcel-place-gone" },
  ENXIO: "parcel-place-gone",
};

/** Why a parcel was not written to its stick, in the words of a fault; other errors as they are. */
export function asWritingFault(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const fault = placeFaults[code];
  return fault ? new DeskFault(fault, { lasting: false, cause: error }) : error;
}

/** Rejects with `DeskFault("parcel-place-full")` where a folder's disk says that it has no room for so many bytes. */
export async function checkRoom(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < bytes) throw new DeskFault("parcel-place-full", { lasting: false });
}

/** Rejects with `DeskFault("folder-missing")` where a person named no folder that is there. */
export async function checkFolder(folder: string): Promise<void> {
  const found = isAbsolute(folder) ? await stat(folder).catch(() => undefined) : undefined;
  if (found?.isDirectory() !== true) throw new DeskFault("folder-missing", { detail: folder });
}
