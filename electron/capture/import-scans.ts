import type { Item } from "#shared/archive/item.ts";
import type { Profile } from "#shared/archive/profile.ts";
import { covers } from "#shared/archive/unit.ts";
import { type Digest, isDigest } from "#shared/base/digest.ts";
import { compareNames } from "#shared/capture/name-rules.ts";
import type { ImportAnswer, Unmatched } from "#shared/contract/capture.ts";
import { DeskFault, type FaultCode, faultCodes } from "#shared/contract/fault.ts";
import { isNoRoom } from "#electron/pipeline/failure.ts";
import { TaskFailure } from "#electron/pipeline/worker/tasks.ts";
import { attach, pagesOf, type Scan } from "./attach.ts";
import { type Match, openMatching } from "./match-name.ts";
import type { CaptureParts } from "./open-capture.ts";
import type { Tray } from "./tray.ts";

export type ImportParts = Omit<CaptureParts, "folder" | "profile"> & {
  tray: Tray;
  person: Profile;
  /** How many objects are decoded at the same time. */
  atOnce: number;
};

export type NamedObject = { digest: string; name: string };

type Target = { batchId?: string; itemId?: string };

/** What became of one object; in the order of names, as the pages are. */
type Outcome =
  | { kind: "attached"; scan: ImportAnswer["attached"][number] }
  | { kind: "unmatched"; scan: Unmatched }
  | { kind: "refused"; scan: ImportAnswer["refused"][number] };

/**
 * Attaches objects to the item given, or to those their names are of. Each is decoded first; one that cannot be read
 * is refused with its reason, and the others go on. Safe to repeat: what is attached already is recognised.
 */
export async function importScans(
  parts: ImportParts,
  objects: readonly NamedObject[],
  target: Target,
): Promise<ImportAnswer> {
  const { journal } = parts;
  const match = openMatching(journal, target.batchId === "" ? undefined : target.batchId);
  const meant = (name: string): Match | undefined => {
    const item = target.itemId ? journal.read("items", target.itemId) : undefined;
    const byName = match(name);
    if (!item) return byName;
    return { item, page: byName?.item.id === item.id ? byName.page : undefined };
  };
  const plan = [...objects]
    .sort((one, other) => compareNames(one.name, other.name))
    .map((object) => ({ object, match: meant(object.name) }));
  const together = new Map<string, number>();
  for (const { match: found } of plan) {
    if (found) together.set(found.item.id, (together.get(found.item.id) ?? 0) + 1);
  }

  // Decoding goes on side by side and answers in any order; attaching waits its turn, so that pages lie in order.
  const answer: ImportAnswer = { attached: [], unmatched: [], refused: [] };
  const looks = startInTurn(plan, parts.atOnce, ({ object, match: found }) => look(parts, object, found));
  for (const [place, { object, match: found }] of plan.entries()) {
    let outcome: Outcome;
    try {
      const scan = await looks[place];
      if (!scan) throw new DeskFault("internal", { detail: object.name });
      outcome = found
        ? attachScan(parts, found, scan, together.get(found.item.id) ?? 1)
        : await layInTray(parts, scan);
    } catch (error) {
      outcome = { kind: "refused", scan: { name: object.name, ...readFault(error) } };
    }
    if (outcome.kind === "attached") answer.attached.push(outcome.scan);
    else if (outcome.kind === "unmatched") answer.unmatched.push(outcome.scan);
    else answer.refused.push(outcome.scan);
  }
  return answer;
}

/** Decodes an object, unless its pages are the item's already. */
async function look(parts: ImportParts, object: NamedObject, match: Match | undefined): Promise<Scan> {
  const { digest, name } = object;
  const size = isDigest(digest) ? await parts.objects.size(digest) : undefined;
  if (!isDigest(digest) || size === undefined) throw new DeskFault("object-missing", { detail: name });
  if (match && !covers(parts.person.scope, match.item.scope)) {
    throw new DeskFault("not-your-scope", { detail: match.item.scope });
  }
  const [known, ...others] = match ? pagesOf(parts.journal, match.item.id, digest) : [];
  if (known) return { digest, size, name, mediaType: known.mediaType, pages: 1 + others.length };
  const { mediaType, pages } = await parts.pool.inspect({ digest, name });
  return { digest, size, name, mediaType, pages: pages.length };
}

function attachScan(parts: ImportParts, match: Match, scan: Scan, together: number): Outcome {
  const { journal, now, chance, person, tray } = parts;
  const item: Item = journal.read("items", match.item.id) ?? match.item;
  const round = { journal, now, chance, by: person.name };
  const { already } = attach(round, item, scan, { page: match.page, together });
  tray.take(scan.digest);
  return { kind: "attached", scan: { name: scan.name, itemId: item.id, pages: scan.pages, already } };
}

async function layInTray({ pool, tray, now }: ImportParts, scan: Scan): Promise<Outcome> {
  const { digest, name, mediaType, pages } = scan;
  const lying = tray.list().find((one) => one.digest === digest);
  const thumbDigest = lying?.thumbDigest ?? (await makeThumb(pool, { digest, mediaType, page: 0 }));
  const receivedAt = new Date(now()).toISOString();
  const unmatched = { digest, name, mediaType, pages, thumbDigest, receivedAt };
  tray.lay(unmatched);
  return { kind: "unmatched", scan: unmatched };
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
function readFault(error: unknown): { code: FaultCode; detail: string } {
  const detail = error instanceof Error ? error.message : "";
  if (isNoRoom(error)) return { code: "disk-full", detail };
  if (error instanceof DeskFault || error instanceof TaskFailure) {
    const code = faultCodes.find((known) => known === error.code);
    if (code) return { code, detail };
  }
  return { code: "internal", detail };
}
