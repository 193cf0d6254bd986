import { type CustodyPointRecord, isInUse } from "#shared/archive/custody-point.ts";
import type { Profile } from "#shared/archive/profile.ts";
import { editRecord, makeRecord } from "#shared/archive/record.ts";
import { writeMoment } from "#shared/base/moment.ts";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { pointCalls } from "#shared/contract/points.ts";
import { lastOf } from "#shared/custody/paper-way.ts";
import { refusePoint } from "#shared/custody/point-list.ts";
import { drawPointLabels } from "#shared/forms/point-label.ts";
import { custody as words } from "#shared/text/vi/custody.ts";
import { cleanText } from "#shared/inventory/clean-text.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { loadFormFonts, measureWith } from "#electron/forms/form-fonts.ts";
import { writePdf } from "#electron/forms/write-pdf.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { centerPoints } from "./center-points.ts";
import { followPapers } from "./seen-papers.ts";

/** The points of a center at which paper is scanned: set up, ended and labelled where the paper is. */
export function pointHandlers(options: {
  journal: Journal;
  objects: ObjectStore;
  resources: string;
  profile: () => Profile | null;
  now: () => number;
  newId: () => string;
}): Pick<DeskHandlers, keyof typeof pointCalls> {
  const { journal, objects, resources, now } = options;
  const seen = followPapers(journal);
  const own = (): Profile => {
    const set = options.profile();
    if (!set) throw new DeskFault("not-set-up");
    return set;
  };
  const find = (id: string): CustodyPointRecord => {
    const point = journal.read("points", id);
    if (!point || point.withdrawn !== "") throw new DeskFault("not-found", { detail: `point ${id}` });
    return point;
  };
  const inUse = (but = "") =>
    centerPoints(journal, own().scope).filter((point) => isInUse(point) && point.id !== but);
  const change = (point: CustodyPointRecord, fields: Partial<CustodyPointRecord>) =>
    journal.write("points", [editRecord(point, fields, journal.stamp(own().name))], "desk");

  return {
    "points.list"() {
      const { of, subjects } = seen();
      const papers = new Map<string, number>();
      for (const id of subjects()) {
        const at = lastOf(of(id))?.pointId ?? "";
        papers.set(at, (papers.get(at) ?? 0) + 1);
      }
      const points = centerPoints(journal, own().scope);
      return { points: points.map((point) => ({ point, papers: papers.get(point.id) ?? 0 })) };
    },
    "points.save"({ id, kind, name, number }) {
      const called = { kind, name: cleanText(name), number: cleanText(number) };
      const before = id === "" ? undefined : find(id);
      const refusal = refusePoint(called, before && !isInUse(before) ? [] : inUse(id));
      if (refusal) return { refusal };
      if (before) change(before, called);
      else {
        const open = { endedAt: "", endedBy: "", endedReason: "" };
        const fields = { id: options.newId(), scope: own().scope, ...called, ...open };
        journal.write("points", [makeRecord<CustodyPointRecord>(fields, journal.stamp(own().name))], "desk");
      }
      return { refusal: "" };
    },
    "points.end"({ id, reason }) {
      const point = find(id);
      const why = cleanText(reason);
      if (why === "") throw new DeskFault("bad-call", { detail: "no reason" });
      change(point, { endedAt: writeMoment(now()), endedBy: own().name, endedReason: why });
      return {};
    },
    "points.resume"({ id }) {
      const point = find(id);
      const refusal = refusePoint(point, inUse(id));
      if (!refusal) change(point, { endedAt: "", endedBy: "", endedReason: "" });
      return { refusal: refusal ?? "" };
    },
    async "points.labels"({ id, paper }) {
      const points = id === "" ? inUse() : [find(id)];
      if (points.length === 0) throw new DeskFault("form-empty");
      const fonts = await loadFormFonts(resources);
      const sheets = [...drawPointLabels(points, paper, (kind) => words.points[kind], measureWith(fonts))];
      const about = { title: "NHÃN ĐIỂM QUÉT", createdAt: new Date(now()) };
      const { digest, size } = await objects.put(writePdf(sheets, fonts, about));
      return {
        digest,
        size,
        name: "Nhãn điểm quét.pdf",
        rows: points.length,
        pages: sheets.length,
        codes: [],
      };
    },
  };
}
