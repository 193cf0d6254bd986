import type { Custody } from "#shared/archive/custody.ts";
import { nameOfPoint } from "#shared/archive/custody-point.ts";
import type { Profile } from "#shared/archive/profile.ts";
import { editRecord, makeRecord } from "#shared/archive/record.ts";
import { readMoment, writeMoment } from "#shared/base/moment.ts";
import { type custodyCalls, mostRows, type Standing } from "#shared/contract/custody.ts";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { isAway, lastOf, whereNow } from "#shared/custody/paper-way.ts";
import { readQuestion } from "#shared/custody/read-question.ts";
import type { Index } from "#electron/index/open-index.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { knownPapers, type Paper } from "./known-papers.ts";
import { passingPapers } from "./passing-papers.ts";
import { readPicture } from "./read-picture.ts";
import { followPapers, type SeenPapers } from "./seen-papers.ts";

type Said = Pick<Custody, "point" | "place" | "by" | "note" | "pointId" | "odd">;

const dayLength = 86_400_000;
const mostFound = 50;

/** What happened to each box and file of paper: written once, asked for by what people call it. */
export function custodyHandlers(options: {
  journal: Journal;
  index: Index;
  profile: () => Profile | null;
  now: () => number;
  newId: () => string;
}): Pick<DeskHandlers, keyof typeof custodyCalls> {
  const { journal, now } = options;
  const papers = knownPapers(options);
  const seen = followPapers(journal);
  const own = (): Profile => {
    const set = options.profile();
    if (!set) throw new DeskFault("not-set-up");
    return set;
  };
  const standingOf = (paper: Paper, of: SeenPapers["of"]): Standing => {
    const boxId = papers.boxOf(paper);
    const where = whereNow(of(paper.id), boxId === undefined ? [] : of(boxId));
    const days = where ? Math.floor((now() - readMoment(where.event.at)) / dayLength) : 0;
    return {
      ...{ paper, last: where?.event ?? null, withBox: where?.withBox ?? false },
      ...{ away: isAway(where?.event), days: Number.isFinite(days) ? Math.max(0, days) : 0 },
    };
  };
  const event = (paper: Paper, said: Said): Custody =>
    makeRecord<Custody>(
      {
        ...{ id: options.newId(), scope: papers.scopeOf(paper) ?? own().scope },
        ...{ subject: paper.subject, subjectId: paper.id, batchId: papers.batchOf(paper) },
        ...said,
        at: writeMoment(now()),
      },
      journal.stamp(own().name),
    );
  const pointOf = (id: string | undefined) => {
    const point = id === undefined ? undefined : journal.read("points", id);
    if (id !== undefined && !point) throw new DeskFault("not-found", { detail: `point ${id}` });
    return point;
  };
  const passing = passingPapers({ journal, papers, scope: () => own().scope });

  return {
    async "custody.find"({ typed }) {
      const question = readQuestion(typed);
      const found = question ? await papers.find(question) : [];
      const { of } = seen();
      return {
        found: found.slice(0, mostFound).map((paper) => standingOf(paper, of)),
        more: found.length > mostFound,
      };
    },
    async "custody.read"({ subject, id }) {
      const paper = papers.read(subject, id, await papers.boxes());
      if (!paper) throw new DeskFault("not-found", { detail: `${subject} ${id}` });
      const { of } = seen();
      const boxId = papers.boxOf(paper);
      const events = [...of(id), ...(boxId === undefined ? [] : of(boxId))];
      events.sort((one, other) => (lastOf([one, other]) === one ? -1 : 1));
      return { standing: standingOf(paper, of), events };
    },
    async "custody.mark"({ papers: marked, pointId, ...said }) {
      const known = await papers.boxes();
      const chosen = marked.map(({ subject, id }) => {
        const paper = papers.read(subject, id, known);
        if (!paper) throw new DeskFault("not-found", { detail: `${subject} ${id}` });
        return paper;
      });
      const point = pointOf(pointId);
      const at = point ? { ...said, point: point.kind, place: nameOfPoint(point), pointId: point.id } : said;
      const odd = await passing(chosen, at.point, point, seen().of);
      const events = chosen.map((paper, place) => event(paper, { ...at, ...(odd[place] ?? {}) }));
      journal.write("custody", events, "desk");
      return { events };
    },
    "custody.withdraw"({ id, reason }) {
      const written = journal.read("custody", id);
      if (!written) throw new DeskFault("not-found", { detail: `custody ${id}` });
      journal.write(
        "custody",
        [editRecord(written, { withdrawn: reason }, journal.stamp(own().name))],
        "desk",
      );
      return {};
    },
    async "custody.list"({ away, days, pointId }) {
      const known = await papers.boxes();
      const { of, subjects } = seen();
      const all = subjects().flatMap((id) => {
        const subject = of(id)[0]?.subject ?? "file";
        const paper = papers.read(subject, id, known);
        return paper ? [standingOf(paper, of)] : [];
      });
      // A file that goes with its box is told of by its box.
      const shown = all
        .filter((one) => !away || (one.away && !one.withBox && one.days >= days))
        .filter((one) => pointId === undefined || (one.last?.pointId === pointId && !one.withBox));
      shown.sort((one, other) => Number(other.away) - Number(one.away) || before(one, other));
      return {
        rows: shown.slice(0, mostRows),
        ...{ total: shown.length, seen: all.length },
        away: all.filter((one) => one.away && !one.withBox).length,
      };
    },
    "custody.readPicture": async ({ picture }) => ({ texts: await readPicture(picture) }),
  };
}

function before(one: Standing, other: Standing): number {
  const [first, second] = [one.last?.at ?? "", other.last?.at ?? ""];
  return first < second ? -1 : first > second ? 1 : 0;
}
