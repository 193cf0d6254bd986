import { type CollectionName, type Records, type ScreenCollectionName } from "#shared/archive/collections.ts";
import { recordShapes } from "#shared/archive/shapes.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import type { CallInput, CallOutput, DeskHandlers, Emit } from "#shared/contract/desk.ts";
import { type CaptureQuality, usualQuality } from "#shared/rules/capture-quality.ts";
import { type BaseClocks, baseOfRow } from "#shared/replication/notice-conflicts.ts";
import type { Refusal, WireRecord } from "#shared/replication/messages.ts";
import type { PermitWrite } from "#electron/people/permit-writes.ts";
import { countBatch } from "#electron/completeness/read-content.ts";
import { readBeside } from "#electron/rework/beside-batch.ts";
import type { DeskJournal } from "./open-journal.ts";

type Handlers = Pick<
  DeskHandlers,
  | "records.pull"
  | "records.push"
  | "records.digest"
  | "records.buckets"
  | "records.hashes"
  | "records.read"
  | "counts.overview"
  | "batches.completeness"
  | "batches.beside"
>;

/** Answers the screen's replication with the journal, and what is counted from it; says when records changed. */
export function recordHandlers(desk: {
  journal: DeskJournal;
  emit: Emit;
  /** Whether whoever signed a record may write it, and as what it is written; all may where nobody says. */
  permit?: PermitWrite;
  /** The rules of scans in force. */
  quality?: () => CaptureQuality;
}): Handlers {
  const { journal, emit, quality = () => usualQuality } = desk;
  const permit: PermitWrite = desk.permit ?? ((_collection, record) => ({ record }));
  journal.onWrite((collection) => emit("records.changed", { collection }));
  return {
    "records.pull"({ collection, checkpoint, limit }) {
      const answer = journal.pull(collection, checkpoint, limit);
      return { documents: answer.documents.map(toWire), checkpoint: answer.checkpoint };
    },
    "records.push": (input) => push(journal, permit, input),
    "records.digest": ({ collection }) => journal.digest(collection),
    "records.buckets": ({ collection }) => ({ buckets: journal.buckets(collection) }),
    "records.hashes": ({ collection, bucket }) => ({ hashes: journal.hashes(collection, bucket) }),
    "records.read"({ collection, ids }) {
      const documents: WireRecord[] = [];
      for (const id of new Set(ids)) {
        const record = journal.read(collection, id);
        if (record) documents.push(toWire(record));
      }
      return { documents };
    },
    "counts.overview": () => journal.overview(),
    "batches.beside"({ batchId }) {
      const { batches, loose } = readBeside(journal, batchId);
      const told = batches.map(({ id, number, name, state, scope }) => ({ id, number, name, state, scope }));
      return { batches: told, loose };
    },
    "batches.completeness": ({ batchId }) => countBatch({ journal, quality }, batchId),
  };
}

/**
 * Writes every row that is a record; keeps every other in quarantine and refuses it. RxDB takes any row that is not
 * answered as stored exactly as sent, so every row that the journal now holds otherwise is a conflict.
 */
function push(
  journal: DeskJournal,
  permit: PermitWrite,
  input: CallInput<"records.push">,
): CallOutput<"records.push"> {
  const { collection, rows } = input;
  const taken: { record: Records[ScreenCollectionName]; otherwise: boolean }[] = [];
  const conflicts = new Map<string, WireRecord>();
  const refused: (Refusal & { state: unknown })[] = [];
  const bases = new Map<string, BaseClocks>();
  for (const row of rows) {
    const { newDocumentState: state } = row;
    const { _deleted: deleted = false, ...record } = state;
    const base = baseOfRow(row);
    if (isRecord(collection, record)) {
      const before = journal.read(collection, record.id);
      const permitted = permit(collection, record, before);
      if ("record" in permitted) {
        const { record: ruled } = permitted;
        const otherwise = deleted || ruled !== record;
        taken.push({ record: ruled as Records[ScreenCollectionName], otherwise });
      } else {
        // What was typed is kept beside; the screen shows what stands.
        const why =
          "act" in permitted
            ? ({ code: "not-your-role", detail: permitted.act } as const)
            : "outside" in permitted
              ? ({ code: "not-your-scope", detail: permitted.outside } as const)
              : ({ code: "batch-accepted", detail: permitted.accepted } as const);
        refused.push({ id: state.id, ...why, state });
        if (before) conflicts.set(state.id, toWire(before));
      }
    } else refused.push({ id: state.id, code: "not-a-record", detail: problemOf(collection, record), state });
    if (base) bases.set(state.id, base);
  }
  if (refused.length > 0) journal.quarantine(refused.map((row) => ({ ...row, collection })));
  const written = journal.write(
    collection,
    taken.map(({ record }) => record),
    "screen",
    { bases },
  );
  const held = new Map(written.map(({ record }) => [record.id, record]));
  for (const [place, { record, otherwise }] of taken.entries()) {
    const now = held.get(record.id);
    if (!now) continue;
    const last = written[place]?.record === now;
    const asSent = last ? written[place]?.asHandedIn : canonicalJson(now) === canonicalJson(record);
    if (otherwise || !asSent) conflicts.set(record.id, toWire(now));
  }
  return {
    conflicts: [...conflicts.values()],
    refused: refused.map(({ id, code, detail }) => ({ id, code, detail })),
  };
}

function toWire(record: Records[CollectionName]): WireRecord {
  return { ...record, _deleted: false };
}

function isRecord(collection: ScreenCollectionName, value: object): value is Records[ScreenCollectionName] {
  // A field of this name would vanish in a merge.
  return !Object.hasOwn(value, "__proto__") && recordShapes[collection].Check(value);
}

/** The first thing wrong: where, and what; never the value itself. */
function problemOf(collection: CollectionName, value: object): string {
  const [problem] = recordShapes[collection].Errors(value);
  return problem ? `${problem.instancePath} ${problem.message}`.trim() : "__proto__";
}
