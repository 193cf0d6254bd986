import { text } from "node:stream/consumers";
import type { Custody } from "#shared/archive/custody.ts";
import type { Handover } from "#shared/archive/handover.ts";
import type { Profile } from "#shared/archive/profile.ts";
import { editRecord, makeRecord } from "#shared/archive/record.ts";
import { isDigest } from "#shared/base/digest.ts";
import { writeMoment } from "#shared/base/moment.ts";
import type { CallOutput, DeskHandlers } from "#shared/contract/desk.ts";
import { isTold, passedByCount } from "#shared/custody/counted-paper.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { handoverCalls } from "#shared/contract/handovers.ts";
import { type AttachedFile, digestOfList, writeAttachedList } from "#shared/handover/attached-list.ts";
import { countAgainst, refuseCount, refuseSigning } from "#shared/handover/count-against.ts";
import { makeMinutes } from "#shared/handover/make-minutes.ts";
import { proposeParties } from "#shared/handover/propose-parties.ts";
import { centreOf } from "#shared/handover/minutes-number.ts";
import type { Unit } from "#shared/archive/unit.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { countDrafts } from "./count-drafts.ts";
import { listOfBatch, proposeMinutes } from "./list-of-batch.ts";
import { writeMinutes } from "./write-minutes.ts";

/** As many differences as a record of minutes has room for. */
const mostDifferences = 5000;

/** Minutes of handovers, kept in the journal; each one's list is an object whose digest stands on its pages. */
export function handoverHandlers(options: {
  folder: string;
  units: readonly Unit[];
  journal: Journal;
  objects: ObjectStore;
  resources: string;
  profile: () => Profile | null;
  now: () => number;
  newId: () => string;
}): Pick<DeskHandlers, keyof typeof handoverCalls> {
  const { journal, objects, resources, now } = options;
  const drafts = countDrafts(options.folder);
  const own = (): Profile => {
    const set = options.profile();
    if (!set) throw new DeskFault("not-set-up");
    return set;
  };
  const find = (id: string): Handover => {
    const handover = journal.read("handovers", id);
    if (!handover) throw new DeskFault("not-found", { detail: `handover ${id}` });
    return handover;
  };
  const listOf = async (handover: Handover): Promise<AttachedFile[] | null> => {
    const digest = handover.listDigest;
    if (isDigest(digest) && (await objects.size(digest)) !== undefined) {
      return JSON.parse(await text(objects.read(digest))) as AttachedFile[];
    }
    // Made on another machine: the files that came by sync are the same list, or it is gone.
    const list = listOfBatch(journal, handover.batchId);
    return digestOfList(list) === handover.listDigest ? list : null;
  };
  const change = (handover: Handover, fields: Partial<Handover>): Handover => {
    const edited = editRecord(handover, fields, journal.stamp(own().name));
    return journal.write("handovers", [edited], "desk")[0]?.record ?? edited;
  };

  /** The way of each file that was found says that it passed from hand to hand. */
  const tellWay = (handover: Handover, fileIds: readonly string[]) => {
    const passed = passedByCount(handover);
    const events = fileIds.flatMap((fileId) => {
      const file = journal.read("files", fileId);
      if (!file || isTold(journal.children("custody", fileId), passed)) return [];
      const about = { id: options.newId(), scope: file.scope, subject: "file" as const, subjectId: fileId };
      return [
        makeRecord<Custody>({ ...about, ...passed, at: handover.countedAt }, journal.stamp(own().name)),
      ];
    });
    if (events.length > 0) journal.write("custody", events, "desk");
  };

  return {
    "handovers.ofBatch"({ batchId }) {
      const handovers = journal
        .children("handovers", batchId)
        .filter(({ withdrawn }) => withdrawn === "")
        .sort((one, other) => (one.at < other.at ? 1 : -1));
      const scope = journal.read("batches", batchId)?.scope ?? "";
      const nameOf = (of: string) => options.units.find((unit) => unit.scope === of)?.name ?? "";
      const parties = proposeParties(allHandovers(journal), {
        ...{ scope, unit: nameOf(scope), centre: nameOf(centreOf(scope)) },
      });
      return { handovers, proposed: proposeMinutes(journal, batchId), parties };
    },
    async "handovers.make"({ batchId, ...said }): Promise<CallOutput<"handovers.make">> {
      const { name } = own();
      const batch = journal.read("batches", batchId);
      if (!batch) throw new DeskFault("not-found", { detail: `batch ${batchId}` });
      const list = listOfBatch(journal, batchId);
      // Safe before the minutes name it.
      await objects.put(Buffer.from(writeAttachedList(list), "utf8"));
      const about = { id: options.newId(), batch, list, known: allHandovers(journal), now: now() };
      const made = makeMinutes(said, about, journal.stamp(name));
      if (!made.ok) return { refused: made.fault };
      journal.write("handovers", [made.value], "desk");
      return { handover: made.value };
    },
    async "handovers.read"({ id }) {
      const handover = find(id);
      const list = await listOf(handover);
      const fonds = [...new Set((list ?? []).map(({ fondsId }) => fondsId))].map((fondsId) => ({
        id: fondsId,
        code: journal.read("fonds", fondsId)?.code ?? "",
      }));
      return { handover, list, fonds, draft: await drafts.read(id) };
    },
    async "handovers.keepCount"({ id, ...counted }) {
      const { signedDigest } = find(id);
      if (signedDigest === "") await drafts.add(id, counted);
      return {};
    },
    async "handovers.count"({ id, found, extras }): Promise<CallOutput<"handovers.count">> {
      const handover = find(id);
      const list = await listOf(handover);
      if (list === null) return { refused: "list-gone" };
      const refused = refuseCount(handover, list, found);
      if (refused) return { refused };
      const result = countAgainst(list, found, extras, handover.stated.metres);
      if (result.differences.length > mostDifferences) return { refused: "too-many" };
      const fields = { ...result, countedAt: writeMoment(now()), countedBy: own().name };
      const counted = change(handover, fields);
      tellWay(
        counted,
        found.flatMap(({ here, fileId }) => (here ? [fileId] : [])),
      );
      await drafts.drop(id);
      return { handover: counted };
    },
    async "handovers.form"({ id, format, words }) {
      const handover = find(id);
      const list = await listOf(handover);
      if (list === null) throw new DeskFault("not-found", { detail: `list of handover ${id}` });
      return writeMinutes({ objects, resources, handover, list, format, words });
    },
    async "handovers.keepSigned"({ id, digest }): Promise<CallOutput<"handovers.keepSigned">> {
      const handover = find(id);
      const refused = refuseSigning(handover);
      if (refused) return { refused };
      if (!isDigest(digest) || (await objects.size(digest)) === undefined)
        throw new DeskFault("object-missing");
      return { handover: change(handover, { signedDigest: digest }) };
    },
  };
}

/** All minutes in the journal: some thousands in a district's year. */
function allHandovers(journal: Pick<Journal, "pull">): Handover[] {
  const found: Handover[] = [];
  let page = journal.pull("handovers", null, 500);
  while (page.documents.length > 0) {
    found.push(...page.documents);
    page = journal.pull("handovers", page.checkpoint, 500);
  }
  return found;
}
