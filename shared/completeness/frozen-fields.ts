import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import type { Page } from "#shared/archive/page.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import { withoutSignature } from "#shared/archive/signature.ts";

/**
 * What acceptance does to a field. `frozen`: it is content, and stands as it was accepted. `once`: content that may
 * still be made of what was accepted, and then stands. `open`: what goes on afterwards, or is derived.
 */
export type Freezing = "frozen" | "once" | "open";

type Own<Kind> = Record<keyof Omit<Kind, keyof ArchiveRecord>, Freezing>;

const file: Own<ArchiveFile> = {
  ...{ fondsId: "frozen", batchId: "frozen", groupId: "frozen", code: "frozen", notation: "frozen" },
  ...{ inventory: "frozen", box: "frozen", title: "frozen", retention: "frozen", access: "frozen" },
  ...{ language: "frozen", startDate: "frozen", endDate: "frozen", leafCount: "frozen" },
  ...{ pageCount: "frozen", condition: "frozen", priority: "frozen", arrangement: "frozen" },
  ...{ frequentUse: "frozen", scopeReason: "frozen", successor: "frozen", keywords: "frozen" },
  ...{ note: "frozen", receivedAt: "frozen" },
  // Paper moves on its shelves, and may have to be kept back at any time.
  ...{ location: "open", held: "open" },
};

const item: Own<Item> = {
  ...{ fileId: "frozen", ordinal: "frozen", type: "frozen", number: "frozen", symbol: "frozen" },
  ...{ issuedDate: "frozen", issuer: "frozen", subject: "frozen", addressee: "frozen", signer: "frozen" },
  ...{ language: "frozen", access: "frozen", condition: "frozen", leaves: "frozen", pageCount: "frozen" },
  ...{ keywords: "frozen", autograph: "frozen", note: "frozen", keptBecause: "frozen" },
  ...{ fieldsConfirmed: "frozen", fieldsByMachine: "frozen", checkedAt: "frozen", checkedBy: "frozen" },
  ...{ makers: "frozen", checkRefusal: "open" },
  ...{ renditionDigest: "once", renditionSize: "once", renditionKind: "once", reportDigest: "once" },
  ...{ hold: "open", held: "open", readingDigest: "open", receiptDigest: "open", receiptAt: "open" },
  // Put on what was accepted; the rendition is compared without it.
  ...{ signature: "open" },
};

const page: Own<Page> = {
  ...{ itemId: "frozen", ordinal: "frozen", masterDigest: "frozen", masterSize: "frozen" },
  ...{ masterPage: "frozen", mediaType: "frozen", sourceName: "frozen", scanner: "frozen" },
  ...{ side: "frozen", replaces: "frozen", correction: "frozen", keptBecause: "frozen" },
  ...{ capturedBy: "frozen", verdict: "frozen", defect: "frozen", verdictAt: "frozen", verdictBy: "frozen" },
  // A master may be found damaged, and a mark of secrecy met, at any time.
  ...{ hold: "open", notSecret: "open" },
  ...{ width: "open", height: "open", dpi: "open", skew: "open", sharpness: "open", ink: "open" },
  ...{ blank: "open", depth: "open", colour: "open", dark: "open", bright: "open", cutEdges: "open" },
  ...{ bleed: "open", likeness: "open", printedNumber: "open", thumbDigest: "open", viewDigest: "open" },
  ...{ wordsDigest: "open", wordCount: "open", confidence: "open" },
};

/** The collections whose records are the content of a batch, and of each of their own fields what acceptance does. */
export const freezing = { files: file, items: item, pages: page } as const;

export type ContentCollection = keyof typeof freezing;

export function isContent(collection: string): collection is ContentCollection {
  return Object.hasOwn(freezing, collection);
}

/** The fields that acceptance freezes, those that every record has among them: whose it is and whether it stands. */
export function frozenFields(collection: ContentCollection): { field: string; once: boolean }[] {
  const own = Object.entries<Freezing>(freezing[collection]).filter(([, kind]) => kind !== "open");
  return [
    ...["scope", "withdrawn"].map((field) => ({ field, once: false })),
    ...own.map(([field, kind]) => ({ field, once: kind === "once" })),
  ];
}

/** A record as it was accepted: of a signed item that is its rendition before the signature. */
export function asAccepted(collection: ContentCollection, record: ArchiveRecord): ArchiveRecord {
  return collection === "items" ? withoutSignature(record as Item) : record;
}

/** The frozen fields in which two states of a record differ; what is made for the first time does not count. */
export function frozenChanges(collection: ContentCollection, before: object, after: object): string[] {
  const fieldsOf = (record: object) =>
    asAccepted(collection, record as ArchiveRecord) as unknown as Record<string, unknown>;
  const one = fieldsOf(before);
  const other = fieldsOf(after);
  return frozenFields(collection)
    .filter(({ field, once }) => {
      const was = one[field];
      if (once && (was === "" || was === 0 || was === undefined)) return false;
      return JSON.stringify(was) !== JSON.stringify(other[field]);
    })
    .map(({ field }) => field);
}
