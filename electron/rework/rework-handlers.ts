import type { Batch } from "#shared/archive/batch.ts";
import type { Note } from "#shared/archive/note.ts";
import type { Profile } from "#shared/archive/profile.ts";
import { editRecord, makeRecord } from "#shared/archive/record.ts";
import {
  isRework,
  refuseAnswer,
  refuseClosing,
  refuseSendingBack,
  type ReworkRefusal,
  standOfRework,
} from "#shared/archive/rework.ts";
import { writeMoment } from "#shared/base/moment.ts";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { Rework, reworkCalls } from "#shared/contract/rework.ts";
import type { Journal } from "#electron/journal/journal.ts";

/** What is sent back to an earlier station: notes on the batch, so that its acceptance can ask for them. */
export function reworkHandlers(options: {
  journal: Journal;
  profile: () => Profile | null;
  now: () => number;
  newId: () => string;
}): Pick<DeskHandlers, keyof typeof reworkCalls> {
  const { journal, now } = options;
  const own = (): Profile => {
    const set = options.profile();
    if (!set) throw new DeskFault("not-set-up");
    return set;
  };
  const readBatch = (id: string): Batch => {
    const batch = journal.read("batches", id);
    if (!batch || batch.withdrawn !== "") throw new DeskFault("not-found", { detail: `batch ${id}` });
    return batch;
  };
  const find = (id: string) => {
    const head = journal.read("notes", id);
    if (!head || !isRework(head)) throw new DeskFault("not-found", { detail: `rework ${id}` });
    const replies = repliesTo(journal.children("notes", head.subjectId), id);
    return { head, replies };
  };
  const write = (
    about: Pick<Note, "subjectId" | "scope">,
    said: Partial<Note> & Pick<Note, "kind" | "text">,
  ) => {
    const { name } = own();
    const text = said.text.normalize("NFC").trim();
    if (text === "") throw new DeskFault("bad-call", { detail: "an empty note" });
    const note = makeRecord<Note>(
      {
        ...{ id: options.newId(), scope: about.scope, subject: "batches", subjectId: about.subjectId },
        ...{
          field: "",
          answers: "",
          mentions: [],
          by: name,
          at: writeMoment(now()),
          solvedAt: "",
          solvedBy: "",
        },
        ...said,
        text,
      },
      journal.stamp(name),
    );
    journal.write("notes", [note], "desk");
  };
  const unless = (refusal: ReworkRefusal | undefined, work: () => void) => {
    if (!refusal) work();
    return { refusal: refusal ?? ("" as const) };
  };
  return {
    "rework.list"({ batchId, closed }) {
      const batches = batchId === "" ? allBatches(journal) : [readBatch(batchId)];
      const reworks = batches.flatMap((batch) => reworksOf(journal, batch));
      return { reworks: reworks.filter(({ stand }) => closed || stand !== "closed").sort(byAge) };
    },
    "rework.send"({ batchId, station, pin, field, text }) {
      const { scope, state } = readBatch(batchId);
      const detail = `${pin?.on ?? ""} ${pin?.id ?? ""}`;
      if (pin && !journal.read(pin.on, pin.id)) throw new DeskFault("not-found", { detail });
      const pinned = pin ? { pin } : {};
      return unless(refuseSendingBack(state, own().role), () =>
        write({ subjectId: batchId, scope }, { kind: "correction", text, station, field, ...pinned }),
      );
    },
    "rework.answer"({ id, outcome, text }) {
      const { head, replies } = find(id);
      return unless(refuseAnswer(head, replies, own().role), () =>
        write(head, { kind: "answer", text, answers: id, outcome }),
      );
    },
    "rework.again"({ id, text }) {
      const { head, replies } = find(id);
      const stand = standOfRework(head, replies);
      const refusal = stand === "answered" ? undefined : stand === "open" ? "not-answered" : "not-open";
      return unless(refusal, () => write(head, { kind: "correction", text, answers: id }));
    },
    "rework.close"({ id }) {
      const { head, replies } = find(id);
      const { name, role } = own();
      return unless(refuseClosing(head, replies, { name, role }), () => {
        const solved = { solvedAt: writeMoment(now()), solvedBy: name };
        journal.write("notes", [editRecord<Note>(head, solved, journal.stamp(name))], "desk");
      });
    },
  };
}

function reworksOf(journal: Journal, batch: Batch): Rework[] {
  const notes = journal.children("notes", batch.id);
  return notes
    .filter((note) => isRework(note) && note.answers === "" && note.withdrawn === "")
    .map((head) => {
      const replies = repliesTo(notes, head.id);
      const { id, number, name, state } = batch;
      const place = placeOf(journal, head);
      return {
        head,
        replies,
        stand: standOfRework(head, replies),
        batch: { id, number, name, state },
        ...place,
      };
    });
}

function repliesTo(notes: readonly Note[], id: string): Note[] {
  const order = ({ at, id: own }: Note) => `${at} ${own}`;
  return notes
    .filter((note) => note.answers === id && note.withdrawn === "")
    .sort((one, other) => (order(one) < order(other) ? -1 : 1));
}

/** Where what it is pinned to lies now: a page may have been moved, or scanned anew. */
function placeOf(journal: Journal, { pin }: Note): Pick<Rework, "fileId" | "itemId" | "page"> {
  const page = pin?.on === "pages" ? journal.read("pages", pin.id) : undefined;
  const itemId = pin?.on === "items" ? pin.id : (page?.itemId ?? "");
  const fileId = pin?.on === "files" ? pin.id : (journal.read("items", itemId)?.fileId ?? "");
  return { fileId, itemId, page: page?.ordinal ?? 0 };
}

function byAge(one: Rework, other: Rework): number {
  return `${one.head.at} ${one.head.id}` < `${other.head.at} ${other.head.id}` ? -1 : 1;
}

function allBatches(journal: Journal): Batch[] {
  const found: Batch[] = [];
  let page = journal.pull("batches", null, 500);
  while (page.documents.length > 0) {
    found.push(...page.documents.filter(({ withdrawn }) => withdrawn === ""));
    page = journal.pull("batches", page.checkpoint, 500);
  }
  return found;
}
