import type { Exclusion, secrecyClasses } from "#shared/archive/exclusion.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { fold } from "#shared/base/fold.ts";

export type SecrecyClass = (typeof secrecyClasses)[number];

/** Where a mark of secrecy was met, and where the paper is; never what the document says. */
export type SecretMet = {
  fondsId: string;
  /** The mark itself ("Tối mật", "03"), from which the class is read. */
  mark: string;
  /** Sheet and row, form or grid. */
  metAt: string;
  inventory: string;
  box: string;
  /** Code or notation of the file, and the leaves in it, as far as known. */
  file: string;
  leaves: string;
};

/** The class that a mark names; "unnamed" where it is a code or a letter. */
export function classOfMark(mark: string): SecrecyClass {
  const words = fold(mark);
  if (/tuyet mat/.test(words)) return "tuyet-mat";
  if (/toi mat/.test(words)) return "toi-mat";
  return /\bmat\b/.test(words) ? "mat" : "unnamed";
}

/**
 * The fields of the record that a document was kept out for its mark of secrecy (Luật Bảo vệ bí mật nhà nước 2018):
 * who decided, when, where the paper is. Title, subject, number and symbol have no way in.
 * The place is written in Vietnamese: it is kept data, not a word of the screen. `now` is ISO 8601.
 */
export function excludeSecret(
  { fondsId, mark, metAt, inventory, box, file, leaves }: SecretMet,
  decided: { now: string; by: string; note?: string },
): Omit<Exclusion, keyof ArchiveRecord> {
  const parts = { "mục lục": inventory, hộp: box, "hồ sơ": file, tờ: leaves };
  const place = Object.entries(parts)
    .map(([name, part]) => (part.trim() === "" ? "" : `${name} ${part.trim()}`))
    .filter((part) => part !== "");
  return {
    fondsId,
    class: classOfMark(mark),
    metAt: metAt.slice(0, 200),
    place: place.join(", ").slice(0, 200),
    decidedAt: decided.now,
    decidedBy: decided.by.slice(0, 200),
    note: (decided.note ?? "").slice(0, 500),
  };
}
