import { nextCode } from "#shared/inventory/file-draft.ts";
import type { Work } from "#renderer/db/work.ts";

/** The ordinal after the last item of a file; withdrawn items keep theirs. */
export async function suggestOrdinal(work: Work, fileId: string): Promise<number> {
  const items = await work.db.items.find({ selector: { fileId }, index: ["fileId", "ordinal"] }).exec();
  return Math.max(0, ...items.map((item) => item.ordinal)) + 1;
}

/** Beyond so many files the last code is not looked for: an index is only walked upwards. */
const walkLimit = 500;

/** The code after the greatest of a fonds' files; the empty text where there is none or are too many. */
export async function suggestCode(work: Work, fondsId: string): Promise<string> {
  const files = await work.db.files
    .find({
      selector: { fondsId },
      sort: [{ fondsId: "asc" }, { code: "asc" }],
      index: ["fondsId", "code"],
      limit: walkLimit,
    })
    .exec();
  const last = files.at(-1);
  return last && files.length < walkLimit ? nextCode(last.code) : "";
}
