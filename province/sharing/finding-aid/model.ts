/** In which form a finding aid is written: EAD 2002, which AtoM and ArchivesSpace take in, or EAD3 (1.1). */
export const findingAidForms = ["ead2002", "ead3"] as const;

export type FindingAidForm = (typeof findingAidForms)[number];

/** Levels of description (ISAD(G) 3.1.4). */
export type AidLevel = "fonds" | "subfonds" | "series" | "subseries" | "file" | "item";

/** Parts of a description that are paragraphs, by the element that both forms of EAD have for them, in their order. */
export const aidNotes = [
  "bioghist",
  "custodhist",
  "scopecontent",
  "arrangement",
  "appraisal",
  "accruals",
  "accessrestrict",
  "otherfindaid",
  "altformavail",
  "odd",
] as const;

export type AidNote = (typeof aidNotes)[number];

/** A name, as that of a body, a family or a person. */
export type AidName = { kind: "corpname" | "famname" | "persname"; name: string };

/** What something is found by beside its title. */
export type AidPoint = { kind: "genreform" | "subject"; name: string } | { kind: "signer"; name: string };

/** A language by ISO 639-2, and its script (ISO 15924) where that is not the usual one; the code is empty where none is known. */
export type AidLanguage = { code: string; script?: string; name: string };

/** One unit of description. Texts are empty and lists have nothing where the store knows nothing. */
export type AidUnit = {
  /** Told apart from all others of its document by this alone; it stays the same in the next one. */
  id: string;
  level: AidLevel;
  /** What it is called where it is kept: the code of a fonds or file, number and symbol of a document. */
  reference: string;
  title: string;
  /** As people write it, and by ISO 8601 where it can be. */
  date: { text: string; normal: string };
  extents: readonly { count: number; unit: string }[];
  creators: readonly AidName[];
  languages: readonly AidLanguage[];
  box: string;
  /** Where its paper stands, or lies in its file. */
  place: string;
  points: readonly AidPoint[];
  notes: Partial<Record<AidNote, readonly string[]>>;
};

/** The finding aid itself: of what, by whom and when. */
export type AidHead = {
  /** Of the fonds' record; the name of the aid too. */
  id: string;
  title: string;
  /** Who keeps the fonds and publishes the aid. */
  agency: string;
  /** Code of the archive (mã cơ quan lưu trữ), as it is written. */
  agencyCode: string;
  country: string;
  /** When it was made: the second (ISO 8601), and the day as people write it. */
  madeAt: string;
  day: string;
  /** By which program. */
  program: string;
  /** What is to be known of the aid as a whole. */
  remarks: readonly string[];
};

/** Writes the parts of a finding aid one after the other; together they are one document. */
export type AidWriter = {
  /** All up to the first component, the description of the whole fonds included. */
  begin(head: AidHead, fonds: AidUnit): string;
  /** A component, to be closed after those within it. */
  open(unit: AidUnit): string;
  close(): string;
  end(): string;
};
