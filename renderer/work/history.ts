import type { ScreenCollectionName, Records } from "#shared/archive/collections.ts";
import { undoneReason } from "#shared/archive/undone.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { changeRecords, type FieldChange, type Fields } from "#renderer/db/change-records.ts";
import { addRecords, type Work } from "#renderer/db/work.ts";

export { undoneReason };

/** One thing a person did, however many records it touched; undone and redone as a whole. */
export type Step = { label: string; changes: readonly FieldChange[] };

/** A new record, or some fields of one that is there. */
export type Edit = {
  [Name in ScreenCollectionName]:
    | { collection: Name; record: Records[Name] }
    | { collection: Name; id: string; fields: Partial<Omit<Records[Name], "id" | "clocks">> };
}[ScreenCollectionName];

/** A record that an undo left as it is, and its fields that someone has changed since. */
export type LeftAlone = { collection: ScreenCollectionName; id: string; fields: readonly string[] };

/** What an undo or a redo did: how many records it changed, and those it left alone. */
export type Undone = { label: string; changed: number; left: readonly LeftAlone[] };

/** What can be undone and redone now, by the label of the next step; absent where there is nothing. */
export type HistoryState = { undo?: string; redo?: string };

/** The steps of one person at one screen, for as long as it is open. */
export type History = {
  state: () => HistoryState;
  subscribe: (listener: () => void) => () => void;
  /** Adds a step that was done; what had been undone can no longer be redone. */
  push(step: Step): void;
  /** Takes the next step off one stack; `put` lays what came of it on the other. */
  take(from: "undo" | "redo"): Step | undefined;
  put(onto: "undo" | "redo", step: Step): void;
  /** Runs one thing after another, so that two quick undos do not meet. */
  inTurn<Value>(action: () => Promise<Value>): Promise<Value>;
};

/** Under what name a thing that is done is kept among the steps that can be undone. */
export type Doing = { history: History; label: string };

/** A history of at most `limit` steps, the oldest forgotten first. */
export function keepHistory(limit = 200): History {
  const stacks: Record<"undo" | "redo", Step[]> = { undo: [], redo: [] };
  const listeners = new Set<() => void>();
  let state: HistoryState = {};
  let turn: Promise<unknown> = Promise.resolve();
  const changed = () => {
    const undo = stacks.undo.at(-1)?.label;
    const redo = stacks.redo.at(-1)?.label;
    state = { ...(undo === undefined ? {} : { undo }), ...(redo === undefined ? {} : { redo }) };
    for (const listener of listeners) listener();
  };
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    push(step) {
      if (step.changes.length === 0) return;
      stacks.undo.push(step);
      stacks.undo.splice(0, stacks.undo.length - limit);
      stacks.redo = [];
      changed();
    },
    take(from) {
      const step = stacks[from].pop();
      changed();
      return step;
    },
    put(onto, step) {
      if (step.changes.length > 0) stacks[onto].push(step);
      changed();
    },
    inTurn(action) {
      const next = turn.then(action);
      turn = next.catch(() => undefined);
      return next;
    },
  };
}

/**
 * Makes all edits, each collection's in one write, and pushes them as one step that can be undone. Answers the step;
 * an edit of a record that is not there, or that changes nothing, is not part of it.
 */
export function recordChanges(
  work: Work,
  history: History,
  label: string,
  edits: readonly Edit[],
): Promise<Step> {
  return history.inTurn(async () => {
    const changes: FieldChange[] = [];
    for (const [collection, own] of byCollection(edits)) {
      const created = own.flatMap((edit) => ("record" in edit ? [edit.record] : []));
      if (created.length > 0) {
        await addRecords(work, collection, created);
        for (const { id } of created) changes.push(creation(collection, id));
      }
      const fields = new Map<string, Fields>();
      for (const edit of own) {
        if ("id" in edit) fields.set(edit.id, { ...fields.get(edit.id), ...edit.fields });
      }
      if (fields.size > 0) {
        const ids = [...fields.keys()];
        changes.push(...(await changeRecords(work, collection, ids, ({ id }) => fields.get(id) ?? {})));
      }
    }
    const step = { label, changes };
    history.push(step);
    return step;
  });
}

/**
 * Undoes the last step: each field gets back what it held, with a fresh stamp, and a record that was created is
 * withdrawn. A field that no longer holds what the step wrote is left as it is and named in the answer; so is a
 * created record that another device has worked on since. Nothing where there is nothing to undo.
 */
export function undoStep(work: Work, history: History): Promise<Undone | undefined> {
  return history.inTurn(() => turnBack(work, history, "undo", "redo"));
}

/** Does the step again that was undone last; what someone has changed since is left as it is. */
export function redoStep(work: Work, history: History): Promise<Undone | undefined> {
  return history.inTurn(() => turnBack(work, history, "redo", "undo"));
}

async function turnBack(work: Work, history: History, from: "undo" | "redo", onto: "undo" | "redo") {
  const step = history.take(from);
  if (!step) return undefined;
  const ownDevice = work.stamp().deviceId;
  const done: FieldChange[] = [];
  const left = new Map<string, LeftAlone>();
  try {
    for (const [collection, own] of byCollection(step.changes)) {
      const wanted = new Map(own.map((change) => [change.id, change]));
      const made = await changeRecords(work, collection, [...wanted.keys()], (record) => {
        const change = wanted.get(record.id);
        if (!change) return {};
        const [to, expected] =
          from === "undo" ? [change.before, change.after] : [change.after, change.before];
        const { write, kept } = giveBack(record, to, expected, ownDevice);
        if (kept.length > 0) left.set(record.id, { collection, id: record.id, fields: kept });
        else left.delete(record.id);
        return write;
      });
      for (const change of made) done.push(from === "undo" ? turned(change) : change);
    }
  } catch (error) {
    history.put(from, step);
    throw error;
  }
  history.put(onto, { label: step.label, changes: done });
  return { label: step.label, changed: countDone(done), left: [...left.values()] };
}

/** How many records a person changed by a step: the terms that went along were not done by hand. */
export function countDone(changes: readonly FieldChange[]): number {
  return changes.filter(({ collection }) => collection !== "terms").length;
}

/** The fields to give back, those that still hold what is `expected`; and those changed since, which are kept. */
function giveBack(record: ArchiveRecord, to: Fields, expected: Fields, ownDevice: string) {
  const held = record as unknown as Fields;
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  if (to["withdrawn"] === undoneReason && record.deviceId !== ownDevice)
    return { write: {}, kept: ["withdrawn"] };
  const names = Object.keys(to).filter((name) => !same(held[name], to[name]));
  const own = names.filter((name) => same(held[name], expected[name]));
  return {
    write: Object.fromEntries(own.map((name) => [name, to[name]])),
    kept: names.filter((name) => !own.includes(name)),
  };
}

/** A record that is created did not count before: to undo that is to withdraw it. */
function creation(collection: ScreenCollectionName, id: string): FieldChange {
  return { collection, id, before: { withdrawn: undoneReason }, after: { withdrawn: "" } };
}

/** A change seen from its other side. */
function turned(change: FieldChange): FieldChange {
  return { ...change, before: change.after, after: change.before };
}

function byCollection<Kind extends { collection: ScreenCollectionName }>(
  all: readonly Kind[],
): Map<ScreenCollectionName, Kind[]> {
  const groups = new Map<ScreenCollectionName, Kind[]>();
  for (const one of all) {
    const group = groups.get(one.collection);
    if (group) group.push(one);
    else groups.set(one.collection, [one]);
  }
  return groups;
}
