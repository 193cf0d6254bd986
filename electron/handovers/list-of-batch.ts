import { conditionCodes } from "#shared/archive/codes.ts";
import type { ProposedMinutes } from "#shared/contract/handovers.ts";
import { yearsOf } from "#shared/forms/dates-covered.ts";
import { conditionName } from "#shared/forms/form-words.ts";
import { type AttachedFile, attachedList, boxKey, countOf } from "#shared/handover/attached-list.ts";
import type { Journal } from "#electron/journal/journal.ts";

type Reads = Pick<Journal, "filesOfBatch" | "children">;

function standingFiles(journal: Reads, batchId: string) {
  return journal.filesOfBatch(batchId).filter(({ withdrawn }) => withdrawn === "");
}

/** The list of a batch's files as the journal has them now, with what is listed and captured in each. */
export function listOfBatch(journal: Reads, batchId: string): AttachedFile[] {
  return attachedList(standingFiles(journal, batchId), (fileId) => {
    const items = journal.children("items", fileId).filter(({ withdrawn }) => withdrawn === "");
    const pages = items.flatMap(({ id }) => journal.children("pages", id));
    return {
      items: items.length,
      objects: pages.filter(({ withdrawn, masterDigest }) => withdrawn === "" && masterDigest !== "").length,
    };
  });
}

/** What minutes of a batch would say of it now. */
export function proposeMinutes(journal: Reads, batchId: string): ProposedMinutes {
  const files = standingFiles(journal, batchId);
  const { boxes, leaves, objects } = countOf(listOfBatch(journal, batchId), 0);
  const inBatch = new Set(files.map(boxKey).filter((key) => key !== ""));
  const measured = [...new Set(files.map(({ fondsId }) => fondsId))]
    .flatMap((fondsId) => journal.children("boxes", fondsId))
    .filter(
      (box) => box.withdrawn === "" && box.metres > 0 && inBatch.has(boxKey({ ...box, box: box.number })),
    );
  const metres = measured.reduce((sum, box) => sum + box.metres, 0);
  const conditions = conditionCodes.slice(1).flatMap((code) => {
    const count = files.filter(({ condition }) => condition === code).length;
    return count === 0 ? [] : [`${conditionName(code)}: ${count} hồ sơ`];
  });
  return {
    ...{ files: files.length, boxes, leaves, objects },
    metres: Math.round(metres * 100) / 100,
    unmeasured: boxes - new Set(measured.map((box) => boxKey({ ...box, box: box.number }))).size,
    dateSpan: yearsOf(files),
    condition: conditions.join("; "),
  };
}
