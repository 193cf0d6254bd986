import type { Item } from "#shared/archive/item.ts";
import { isHeld } from "#shared/archive/paper-hold.ts";
import type { Profile } from "#shared/archive/profile.ts";
import { covers } from "#shared/archive/unit.ts";
import { type Digest, isDigest } from "#shared/base/digest.ts";
import { type Belonging, nowhere, type Part, partStack } from "#shared/capture/part-stack.ts";
import { compareNames } from "#shared/capture/name-rules.ts";
import type { ImportAnswer, Unmatched } from "#shared/contract/capture.ts";
import { DeskFault, type FaultCode, faultCodes } from "#shared/contract/fault.ts";
import { isNoRoom } from "#electron/pipeline/failure.ts";
import { looksAtOnce } from "#electron/pipeline/steps/read-marks.ts";
import { TaskFailure } from "#electron/pipeline/worker/tasks.ts";
import { attach, pagesOf, type Scan } from "./attach.ts";
import { type Match, openMatching } from "./match-name.ts";
import type { CaptureParts } from "./open-capture.ts";
import { readSheet, type SheetBounds } from "./read-sheet.ts";
import type { Tray, Waiting } from "./tray.ts";

export type ImportParts = Omit<CaptureParts, "folder" | "profile"> & {
  tray: Tray;
  person: Profile;
  /** How many objects are decoded at the same time. */
  atOnce: number;
};

export type NamedObject = { digest: string; name: string; pageId: string };

/**
 * Where scans belong, as far as the caller knows: to an item, to some item of a batch. With `stack` they are taken in
 * the order given, and what a separator said holds on into the next call for the same stack: so the pages of one
 * session may be handed in one by one as they come.
 */
export type Target = { batchId?: string; itemId?: string; stack?: string };

/** What became of one object, or of some pages of it; in the order in which they came. */
type Outcome =
  | { kind: "attached"; scan: ImportAnswer["attached"][number] }
  | { kind: "unmatched"; scan: Unmatched }
  | { kind: "separator"; scan: Unmatched }
  | { kind: "refused"; scan: ImportAnswer["refused"][number] };

/**
 * Attaches objects to those items their names are of, or parts them at the separators among them; before the first
 * separator they are of the item given, or nobody's. Each is decoded first; one that cannot be read is refused with
 * its reason, and the others go on. Safe to repeat: what is attached already is recognised.
 */
export async function importScans(
  parts: ImportParts,
  objects: readonly NamedObject[],
  target: Target,
): Promise<ImportAnswer> {
  const { journal, tray } = parts;
  const { stack } = target;
  const batchId = target.batchId === "" ? undefined : target.batchId;
  const match = openMatching(journal, batchId);
  const meant = (name: string): Match | undefined => {
    const item = target.itemId ? journal.read("items", target.itemId) : undefined;
    const byName = match(name);
    if (!item) return byName;
    return { item, page: byName?.item.id === item.id ? byName.page : undefined };
  };
  const named = (one: NamedObject, other: NamedObject) => compareNames(one.name, other.name);
  const plan = (stack === undefined ? [...objects].sort(named) : objects).map((object) => ({
    object,
    match: meant(object.name),
  }));
  const given: Belonging = target.itemId ? { kind: "item", id: target.itemId } : nowhere;
  let belongs = (stack === undefined ? undefined : tray.stack(stack)) ?? given;
  const together = new Map<string, number>();
  for (const { match: found } of plan) {
    if (found) together.set(found.item.id, (together.get(found.item.id) ?? 0) + 1);
  }

  // Decoding goes on side by side and answers in any order; attaching waits its turn, so that pages lie in order.
  const answer: ImportAnswer = { attached: [], unmatched: [], separators: [], refused: [] };
  // A name that is an item's is believed; whatever else comes may have separators among it.
  const isByName = (found: Match | undefined) => found !== undefined && !target.itemId;
  const looks = startInTurn(plan, parts.atOnce, ({ object, match: found }) =>
    look(parts, object, found, !isByName(found)),
  );
  for (const [place, { object, match: found }] of plan.entries()) {
    const outcomes: Outcome[] = [];
    try {
      const scan = await looks[place];
      if (!scan) throw new DeskFault("internal", { detail: object.name });
      const bounds = { scope: parts.person.scope, batchId };
      if (found && isByName(found)) {
        if (isKeptBack(parts, found.item)) outcomes.push(await layAside(parts, found.item, scan, batchId));
        else outcomes.push(attachScan(parts, found, scan, together.get(found.item.id) ?? 1));
      } else {
        const come = await takeApart(parts, scan, belongs, bounds, {
          named: found,
          together: found ? (together.get(found.item.id) ?? 1) : 1,
        });
        outcomes.push(...come.outcomes);
        belongs = come.after;
        if (stack !== undefined) tray.keepStack(stack, belongs);
      }
    } catch (error) {
      outcomes.push({ kind: "refused", scan: { name: object.name, ...readFault(error) } });
    }
    for (const outcome of outcomes) {
      if (outcome.kind === "attached") answer.attached.push(outcome.scan);
      else if (outcome.kind === "unmatched") answer.unmatched.push(outcome.scan);
      else if (outcome.kind === "separator") answer.separators.push(outcome.scan);
      else answer.refused.push(outcome.scan);
    }
  }
  return answer;
}

type Looked = Scan & { marks?: string[][] };

/** Decodes an object, unless its pages are the item's already, and looks for separators on its pages where asked. */
async function look(
  parts: ImportParts,
  object: NamedObject,
  match: Match | undefined,
  seek: boolean,
): Promise<Looked> {
  const { digest, name, pageId } = object;
  const size = isDigest(digest) ? await parts.objects.size(digest) : undefined;
  if (!isDigest(digest) || size === undefined) throw new DeskFault("object-missing", { detail: name });
  if (match && !covers(parts.person.scope, match.item.scope)) {
    throw new DeskFault("not-your-scope", { detail: match.item.scope });
  }
  const [known, ...others] = match && pageId === "" ? pagesOf(parts.journal, match.item.id, digest) : [];
  if (known) return { digest, size, name, pageId, mediaType: known.mediaType, pages: 1 + others.length };
  const inspected = await parts.pool.inspect({ digest, name, size, seek });
  const { mediaType, pages } = inspected;
  const scan = { digest, size, name, pageId, mediaType, pages: pages.length };
  if (!seek) return scan;
  const marks = [...(inspected.marks ?? [])];
  for (let from = marks.length; from < scan.pages; from += looksAtOnce) {
    const count = Math.min(looksAtOnce, scan.pages - from);
    marks.push(...(await parts.pool.marks({ digest, mediaType, from, count })));
  }
  return { ...scan, marks };
}

/** Parts an object at its separators and puts each part where it belongs; answers what the next page belongs to. */
async function takeApart(
  parts: ImportParts,
  { marks, ...scan }: Looked,
  before: Belonging,
  bounds: SheetBounds,
  { named, together }: { named: Match | undefined; together: number },
): Promise<{ outcomes: Outcome[]; after: Belonging }> {
  const pages = Array.from({ length: scan.pages }, (_, page) => marks?.[page] ?? []);
  const parted = partStack(
    pages.map((texts) => readSheet(parts.journal, texts, bounds)),
    before,
  );
  const batchId = bounds.batchId ?? "";
  const put = async ({ first, pages: count, to }: Part): Promise<Outcome> => {
    const part = { ...scan, first, pages: count };
    const item = to.kind === "item" ? parts.journal.read("items", to.id) : undefined;
    if (item && isKeptBack(parts, item)) return layAside(parts, item, part, batchId);
    if (item?.withdrawn === "") {
      const page = named?.item.id === item.id ? named.page : undefined;
      return attachScan(parts, { item, page }, part, together);
    }
    const fileId = to.kind === "file" ? to.id : "";
    return layInTray(parts, part, { kind: "pages", itemId: "", fileId, batchId, refusal: "" });
  };
  const outcomes: Outcome[] = [];
  for (const part of parted.parts) outcomes.push(await put(part));
  for (const { page, to, refusal } of parted.sheets) {
    const itemId = to.kind === "item" ? to.id : "";
    const fileId = to.kind === "file" ? to.id : "";
    const sheet = { ...scan, first: page, pages: 1 };
    outcomes.push(await layInTray(parts, sheet, { kind: "separator", itemId, fileId, batchId, refusal }));
  }
  return { outcomes, after: parted.after };
}

function attachScan(parts: ImportParts, match: Match, scan: Scan, together: number): Outcome {
  const { journal, now, chance, person, tray, scans } = parts;
  const item: Item = journal.read("items", match.item.id) ?? match.item;
  const round = { journal, now, chance, by: person.name, scans };
  const { already, ...told } = attach(round, item, scan, { page: match.page, together });
  tray.take(scan, already);
  return {
    kind: "attached",
    scan: { name: scan.name, itemId: item.id, pages: scan.pages, already, ...told },
  };
}

/** Whether an item is kept back, by itself or with its file. */
function isKeptBack({ journal }: ImportParts, item: Item): boolean {
  const file = journal.read("files", item.fileId);
  return isHeld(journal.read("items", item.id) ?? item) || (file !== undefined && isHeld(file));
}

/** What came for a file or item that is kept back waits in the tray under that file, until it may go on. */
function layAside(parts: ImportParts, { fileId }: Item, scan: Scan, batchId = ""): Promise<Outcome> {
  return layInTray(parts, scan, { kind: "pages", itemId: "", fileId, batchId, refusal: "" });
}

type Said = Pick<Waiting, "kind" | "itemId" | "fileId" | "batchId" | "refusal">;

async function layInTray({ pool, tray, now }: ImportParts, scan: Scan, said: Said): Promise<Outcome> {
  const { digest, name, pageId, mediaType, pages, first: page = 0, size } = scan;
  const lying = tray.list().find((one) => one.digest === digest && one.page === page);
  const thumbDigest = lying?.thumbDigest ?? (await makeThumb(pool, { digest, mediaType, page }));
  const receivedAt = new Date(now()).toISOString();
  const waiting = { digest, name, mediaType, page, pages, thumbDigest, receivedAt, ...said };
  tray.lay({ ...waiting, pageId });
  const laid = { ...waiting, size, ...(pageId === "" ? {} : { pageId }) };
  return { kind: said.kind === "separator" ? "separator" : "unmatched", scan: laid };
}

/** A thumbnail helps to tell what a scan is; without one it waits all the same. */
async function makeThumb(
  pool: ImportParts["pool"],
  task: { digest: Digest; mediaType: string; page: number },
): Promise<string> {
  try {
    return (await pool.importPage(task)).thumbDigest;
  } catch {
    return "";
  }
}

/** Starts `work` on all, at most `atOnce` at a time, in order; one that rejects stops no other. */
function startInTurn<Input, Output>(
  inputs: readonly Input[],
  atOnce: number,
  work: (input: Input) => Promise<Output>,
): Promise<Output>[] {
  const started: Promise<Output>[] = [];
  for (const [place, input] of inputs.entries()) {
    const before = place < atOnce ? undefined : started[place - atOnce];
    const turn = (before ?? Promise.resolve()).then(
      () => undefined,
      () => undefined,
    );
    const own = turn.then(() => work(input));
    // Each is awaited later: until then a rejection is not unforeseen.
    own.catch(() => undefined);
    started.push(own);
  }
  return started;
}

/** The code and detail of what went wrong with one object. */
export function readFault(error: unknown): { code: FaultCode; detail: string } {
  const detail = error instanceof Error ? error.message : "";
  if (isNoRoom(error)) return { code: error instanceof DeskFault ? error.code : "disk-full", detail };
  if (error instanceof DeskFault || error instanceof TaskFailure) {
    const code = faultCodes.find((known) => known === error.code);
    if (code) return { code, detail };
  }
  return { code: "internal", detail };
}
