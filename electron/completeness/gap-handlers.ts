import { makeRecord } from "#shared/archive/record.ts";
import type { Note } from "#shared/archive/note.ts";
import type { Profile } from "#shared/archive/profile.ts";
import { writeMoment } from "#shared/base/moment.ts";
import { type ExplainedGap, type GapKind, pinOfGap, sizeOfGaps } from "#shared/completeness/gap.ts";
import type { CallOutput, DeskHandlers } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { gapCalls } from "#shared/contract/gaps.ts";
import type { Index } from "#electron/index/open-index.ts";
import type { DeskJournal } from "#electron/journal/open-journal.ts";
import { askJournal, gapsOfBatch } from "./batch-gaps.ts";
import { readCaughtUp } from "./caught-up.ts";
import { findGaps } from "./find-gaps.ts";
import { topPlace } from "./matrix-sql.ts";
import { readContent } from "./read-content.ts";

/** As many gaps of a batch as are shown. */
const most = 500;

/** Numbers of boxes, files and leaves that lack, and the reasons that people give for them. */
export function gapHandlers(options: {
  index: Index;
  journal: DeskJournal;
  profile: () => Profile | null;
  now: () => number;
  newId: () => string;
}): Pick<DeskHandlers, keyof typeof gapCalls> {
  const { index, journal, profile, now } = options;
  const ask = askJournal(journal);

  const nameGap = (gap: ExplainedGap): CallOutput<"matrix.gaps">["rows"][number] => {
    const file = gap.fileId === "" ? undefined : journal.read("files", gap.fileId);
    const fondsCode = journal.read("fonds", gap.fondsId)?.code ?? gap.fondsId;
    return { ...gap, fondsCode, label: file?.code ?? "", title: file?.title ?? "" };
  };

  return {
    async "matrix.gaps"({ place: asked, kind, from, limit }) {
      const place = asked ?? topPlace(profile());
      const { value: gaps } = await readCaughtUp(index, journal, (database) =>
        findGaps(database, place, ask),
      );
      const of = (one: GapKind) => gaps.filter((gap) => gap.kind === one);
      const sizes = (one: GapKind) => ({
        open: sizeOfGaps(of(one).filter(({ why }) => why === "")),
        explained: sizeOfGaps(of(one).filter(({ why }) => why !== "")),
      });
      const rows = openFirst(of(kind));
      return {
        totals: { box: sizes("box"), file: sizes("file"), leaf: sizes("leaf") },
        rows: rows.slice(from, from + limit).map(nameGap),
        total: rows.length,
      };
    },
    "batches.gaps"({ batchId }) {
      const gaps = openFirst(gapsOfBatch(journal, readContent(journal, batchId)));
      return { gaps: gaps.slice(0, most).map(nameGap) };
    },
    "gaps.explain"({ gap, why }) {
      const subject = gap.kind === "leaf" ? "files" : "fonds";
      const subjectId = gap.kind === "leaf" ? gap.fileId : gap.fondsId;
      const about = journal.read(subject, subjectId);
      if (!about) throw new DeskFault("not-found", { detail: `${subject} ${subjectId}` });
      if (gap.to < gap.from) throw new DeskFault("bad-call", { detail: "a gap that runs backwards" });
      const name = profile()?.name;
      if (name === undefined) throw new DeskFault("not-set-up");
      const text = why.normalize("NFC").trim();
      if (text === "") throw new DeskFault("bad-call", { detail: "an empty reason" });
      const note = makeRecord<Note>(
        {
          ...{ id: options.newId(), scope: about.scope, subject, subjectId, field: pinOfGap(gap) },
          ...{ kind: "note", text, answers: "", mentions: [], by: name, at: writeMoment(now()) },
          ...{ solvedAt: "", solvedBy: "" },
        },
        journal.stamp(name),
      );
      journal.write("notes", [note], "desk");
      return {};
    },
  };
}

function openFirst(gaps: readonly ExplainedGap[]): ExplainedGap[] {
  return [...gaps.filter(({ why }) => why === ""), ...gaps.filter(({ why }) => why !== "")];
}
