import { statfs } from "node:fs/promises";
import { DeskFault, type FaultCode } from "#shared/contract/fault.ts";
import { DiskLies } from "#shared/node/packages/write-bag-folder.ts";

const places: Record<string, FaultCode> = {
  ...{ ENOSPC: "place-full", EFBIG: "place-full", EDQUOT: "place-full" },
  ...{ EACCES: "place-locked", EPERM: "place-locked", EROFS: "place-locked" },
  ...{ EIO: "place-gone", ENXIO: "place-gone", ENODEV: "place-gone", ENOENT: "place-gone" },
  ...{ EBADF: "place-gone", ENOTCONN: "place-gone", UNKNOWN: "place-gone" },
};

/** What befell the disk or stick, in the words of a fault; other errors as they are. */
export function asPlaceFault(error: unknown): unknown {
  if (error instanceof DiskLies)
    return new DeskFault("place-lies", { lasting: false, detail: error.message, cause: error });
  const code = error instanceof Error && "code" in error ? places[String(error.code)] : undefined;
  if (error instanceof DeskFault || code === undefined) return error;
  return new DeskFault(code, { lasting: false, detail: String(error), cause: error });
}

/** Rejects where a place has no room for so many bytes: a disk that is found full after an hour has cost an hour. */
export async function checkRoomAt(place: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(place);
  const free = bavail * bsize;
  if (free < bytes * 1.02 + 1_000_000)
    throw new DeskFault("place-full", { lasting: false, detail: `${place}: ${free} < ${bytes}` });
}
