import { createHash } from "node:crypto";
import type { Digest } from "#shared/base/digest.ts";
import { dayInVietnam, momentInVietnam } from "#shared/base/vietnam-time.ts";
import { vi } from "#shared/text/vi.ts";
import { writeCopy } from "#province/portal/copies/write-copy.ts";
import type { PageDesk } from "#province/portal/page/open-page-desk.ts";
import { Refused } from "#province/routes/typed.ts";

/** Wide enough for 150 dots an inch on A4. */
const width = 1240;
/** Pages are held in memory while the copy is written. */
const mostPages = 300;
/** Bytes of copies that are kept for who asks for them in parts. */
const usuallyKept = 64 * 1024 * 1024;

/** A copy for reading, by its own SHA-256. */
export type ReadingCopy = { bytes: Buffer; sha256: string };

type Wanted = { digest: Digest; partner: string; masked: boolean; title: string };

/**
 * Makes copies for reading out of a PDF/A, as the portal shows its pages: pictures with who reads and when across them,
 * numbers of papers of identity covered where `masked`. On one day the copy for one partner has the same bytes.
 */
export function readingCopies(
  pages: Pick<PageDesk, "draw" | "read">,
  resources: string,
  bytesOf: (digest: Digest) => Promise<Buffer>,
  mostKept = usuallyKept,
) {
  /** `size` is 0 while a copy is being made. */
  const kept = new Map<string, { making: Promise<ReadingCopy>; size: number }>();
  const make = async ({ digest, partner, masked, title }: Wanted, day: string): Promise<ReadingCopy> => {
    const bytes = new Uint8Array(await bytesOf(digest));
    const read = await pages.read({ bytes: bytes.slice(), page: 0, words: [], masked: true });
    if (read.pages > mostPages) throw new Refused(422, "too-long", `more than ${mostPages} pages`);
    const watermark = vi.portal.watermark(partner, day.split("-").reverse().join("/"));
    const drawn: Uint8Array[] = [];
    for (let page = 0; page < read.pages; page += 1)
      drawn.push((await pages.draw({ bytes: bytes.slice(), page, width, masked, watermark })).jpeg);
    const words = vi.portal.copies.paper;
    const written = await writeCopy(resources, {
      title,
      pages: drawn,
      footOf: (page) => `${page}/${drawn.length + 1}`,
      block: [
        { kind: "title", text: watermark },
        { kind: "named", name: words.document, text: title },
        { kind: "named", name: words.pages, text: String(drawn.length) },
        ...(masked ? [{ kind: "note" as const, text: words.covered }] : []),
        { kind: "note", text: words.notCertified },
      ],
      places: [],
      at: momentInVietnam(day, 0),
    });
    return { bytes: written, sha256: createHash("sha256").update(written).digest("hex") };
  };
  return async (wanted: Wanted, now: number): Promise<ReadingCopy> => {
    const day = dayInVietnam(now);
    const name = JSON.stringify([wanted.digest, wanted.partner, wanted.masked, wanted.title, day]);
    const known = kept.get(name);
    if (known) return known.making;
    const own = { making: make(wanted, day), size: 0 };
    kept.set(name, own);
    try {
      own.size = (await own.making).bytes.length;
    } catch (fault) {
      kept.delete(name);
      throw fault;
    }
    let size = [...kept.values()].reduce((sum, copy) => sum + copy.size, 0);
    for (const [other, copy] of kept) {
      if (size <= mostKept) break;
      if (other === name || copy.size === 0) continue;
      kept.delete(other);
      size -= copy.size;
    }
    return own.making;
  };
}
