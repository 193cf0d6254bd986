import { sideAt } from "#shared/archive/count-leaves.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { ScannedPage, ScanSession } from "#shared/contract/scan.ts";
import type { Digest } from "#shared/base/digest.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { objectLimit } from "#shared/replication/wire.ts";
import { isNoRoom } from "#electron/pipeline/failure.ts";
import type { ScanLog } from "./scan-log.ts";
import { type FedPage, Unsettled } from "./scanner.ts";

export type TakeParts = {
  log: ScanLog;
  objects: Pick<ObjectStore, "put" | "size">;
  now: () => number;
  newId: () => string;
  /** Hears of each page when it is safe. */
  saved: (session: ScanSession, page: ScannedPage) => void;
};

/**
 * Takes pages one after another: each is stored and recorded, both durable, before the next is asked for. A file that
 * is still being written is left for later; anything else that fails ends the taking with its fault. `taken` sides of
 * the stack came before: a feeder that scans both sides gives front and back in turn.
 */
export async function takePages(
  parts: TakeParts,
  session: ScanSession,
  feed: AsyncIterable<FedPage>,
  taken = 0,
): Promise<void> {
  let place = taken;
  for await (const page of feed) {
    try {
      if (await takePage(parts, session, page, place)) place += 1;
    } catch (error) {
      if (error instanceof Unsettled) continue;
      if (error instanceof DeskFault) throw error;
      if (isNoRoom(error)) throw new DeskFault("disk-full", { lasting: false, cause: error });
      throw error;
    }
  }
}

/**
 * Makes one page safe. One that came before, as its source tells, is let go of again and not taken twice. True where
 * it was a new one.
 */
async function takePage(
  parts: TakeParts,
  session: ScanSession,
  page: FedPage,
  place: number,
): Promise<boolean> {
  const { log, objects } = parts;
  const { id, deviceId } = session;
  let isNew = false;
  if (page.mark === "" || !log.taken(deviceId, page.mark)) {
    const stored = await objects.put(page.bytes, { limit: objectLimit });
    // The same file with a new date is the same file.
    if (page.name !== "" && log.cameBefore(deviceId, page.name, stored.digest)) log.mark(deviceId, page.mark);
    else {
      parts.saved(session, recordPage(parts, session, stored, { ...page, place }));
      isNew = true;
    }
    if ((await objects.size(stored.digest)) !== stored.size) {
      throw new DeskFault("internal", { lasting: false, detail: `a page of ${id} is not in the store` });
    }
  }
  await page.kept?.();
  return isNew;
}

/** Records a stored object as the next page of a session, at a place of its stack; durable when this returns. */
export function recordPage(
  { log, now, newId }: Pick<TakeParts, "log" | "now" | "newId">,
  session: Pick<ScanSession, "id" | "startedAt">,
  stored: { digest: Digest; size: number },
  page: Pick<FedPage, "name" | "ending" | "mark"> & { place: number },
): ScannedPage {
  const [last] = log.pages(session.id, 1).map(({ ordinal }) => ordinal);
  const name =
    page.name === ""
      ? freeName(log, stored.digest, nameOf(session.startedAt, (last ?? 0) + 1), page.ending)
      : page.name.normalize("NFC").slice(-1000);
  const savedAt = new Date(now()).toISOString();
  // A person may have said how the paper lies since the session began.
  const side = sideAt(page.place, log.session(session.id)?.sides ?? "");
  return log.addPage(session.id, { ...stored, name, savedAt, pageId: newId(), side }, page.mark);
}

/** `quet-20250520-080000-0007`: by the session's start (UTC, to the second) and the page's place in it. */
function nameOf(startedAt: string, ordinal: number): string {
  const start = startedAt.slice(0, 19).replaceAll(/[-:]/gu, "").replace("T", "-");
  return `quet-${start}-${String(ordinal).padStart(4, "0")}`;
}

/**
 * The first of `stem`, `stem-2`, `stem-3`… under which these bytes did not come before: two scanners may begin in one
 * second, and two blank sides may be the same bytes, but an object of one name is one page.
 */
function freeName(log: Pick<ScanLog, "origin">, digest: Digest, stem: string, ending: string): string {
  for (let again = 1; ; again += 1) {
    const name = `${stem}${again === 1 ? "" : `-${again}`}${ending}`;
    if (log.origin(digest, name) === undefined) return name;
  }
}
