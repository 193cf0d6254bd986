import { blankPage } from "#shared/archive/blank.ts";
import type { Item } from "#shared/archive/item.ts";
import type { Page, PageSide } from "#shared/archive/page.ts";
import { makeRecord } from "#shared/archive/record.ts";
import type { Digest } from "#shared/base/digest.ts";
import { type Chance, newId } from "#shared/base/id.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { Journal } from "#electron/journal/journal.ts";

/**
 * A stored object that was decoded, with the name it came under and, of a device's, the page that it is; some of its
 * pages where `first` says so.
 */
export type Scan = {
  digest: Digest;
  size: number;
  name: string;
  mediaType: string;
  pages: number;
  first?: number;
  pageId: string;
};

/** The log of what devices gave. */
export type Scans = {
  /** The first page that an object of this name was. */
  origin(digest: string, name: string): string | undefined;
  given(pageId: string): { scanner: string; side: PageSide } | undefined;
};

export type AttachParts = {
  journal: Journal;
  now: () => number;
  chance: Chance;
  by: string;
  scans?: Scans | undefined;
};

/** Where a scan is laid within its item: its page number by name, and how many came with it for the same item. */
export type Place = { page: number | undefined; together: number };

const lastOrdinal = 99_999;

/** The item's standing pages that are of an object. */
export function pagesOf(journal: Pick<Journal, "children">, itemId: string, digest: string): Page[] {
  return journal
    .children("pages", itemId)
    .filter((page) => page.withdrawn === "" && page.masterDigest === digest);
}

/**
 * Makes a page of the item for each page of a scan, in one write, after the pages it has; a single page goes to the
 * place its name gives, where that is free. An object that is already of the item is recognised: nothing is written.
 */
export function attach(
  parts: AttachParts,
  item: Item,
  scan: Scan,
  place: Place,
): { already: boolean; sameAs?: { name: string; digest: string } } {
  const { journal, now, chance, by } = parts;
  const standing = journal.children("pages", item.id).filter((page) => page.withdrawn === "");
  const from0 = scan.first ?? 0;
  const isThere = ({ masterDigest, masterPage }: Page) =>
    masterDigest === scan.digest && masterPage >= from0 && masterPage < from0 + scan.pages;
  // Two blank sides may be the same bytes: what came from a device is known by the page that it is.
  const own = from0 === 0 && scan.pageId !== "" ? scan.pageId : undefined;
  const before = own === undefined ? undefined : journal.read("pages", own);
  const already = own === undefined ? standing.some(isThere) : before?.withdrawn === "";
  if (already) {
    // Under another name it may be a page of its own, as two blank sides are: the person is told, and decides.
    const same = own === undefined ? standing.filter(isThere) : [];
    const name = lastPart(scan.name);
    const [first] = same;
    const isOther = first !== undefined && same.every(({ sourceName }) => sourceName !== name);
    return isOther ? { already, sameAs: { name: first.sourceName, digest: scan.digest } } : { already };
  }
  const taken = new Set(standing.map(({ ordinal }) => ordinal));
  const last = Math.max(0, ...taken);
  const first = scan.pages === 1 ? (placeByName(place, taken, last, item.pageCount) ?? last + 1) : last + 1;
  if (first + scan.pages - 1 > lastOrdinal)
    throw new DeskFault("media-too-many-pages", { detail: scan.name });
  const stamp = journal.stamp(by);
  const given = scan.pageId === "" ? undefined : parts.scans?.given(scan.pageId);
  const pages = Array.from({ length: scan.pages }, (_, at) =>
    makeRecord<Page>(
      {
        ...blankPage,
        id: at === 0 && own !== undefined && !before ? own : newId(now(), chance),
        scope: item.scope,
        itemId: item.id,
        ordinal: first + at,
        masterDigest: scan.digest,
        masterSize: scan.size,
        masterPage: from0 + at,
        mediaType: scan.mediaType,
        sourceName: lastPart(scan.name),
        scanner: given?.scanner ?? "",
        // A device gives each side by itself; of a document with several pages nobody knows.
        side: scan.pages === 1 ? (given?.side ?? "") : "",
        capturedBy: by,
      },
      stamp,
    ),
  );
  journal.write("pages", pages, "desk");
  return { already: false };
}

/**
 * The page's number by its name, where it is free and near what the item can have: a counter of a camera
 * (`IMG_4711`) gives the order alone.
 */
function placeByName(
  { page, together }: Place,
  taken: ReadonlySet<number>,
  last: number,
  listed: number,
): number | undefined {
  if (page === undefined || page < 1 || taken.has(page)) return undefined;
  return page <= Math.max(listed, last + together) ? page : undefined;
}

/** The end of a path, at most as long as a page's record can carry. */
function lastPart(path: string): string {
  const name = path.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  return Array.from(name).slice(-127).join("");
}
