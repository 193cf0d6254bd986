import { dayInVietnam } from "#shared/base/vietnam-time.ts";
import type { CatalogueHit } from "#shared/contract/catalogue.ts";
import { vi } from "#shared/text/vi.ts";
import type { PageDesk } from "#province/portal/page/open-page-desk.ts";
import { Refused } from "#province/routes/typed.ts";
import type { KeptRequest } from "./copy-requests.ts";
import { type BlockLine, writeCopy } from "./write-copy.ts";

/** Wide enough for 200 dots an inch on A4. */
const width = 1654;
/** Pages are held in memory while the copy is written. */
const mostPages = 300;

/** A copy that was made; `unread` are the pages without a text, on which no numbers could be looked for. */
export type MadeCopy = { bytes: Buffer; pages: number; unread: number[] };

/**
 * Draws the copy of a document out of its PDF/A: its pages as pictures, numbers of papers of identity covered unless
 * the request lifts that, and a page that says what it is a copy of. It bears places for a signature, and none.
 */
export async function makeCopy(
  { pages, resources }: { pages: PageDesk; resources: string },
  request: KeptRequest,
  source: { hit: CatalogueHit; bytes: () => Promise<Uint8Array> },
  now: number,
): Promise<MadeCopy> {
  const bytes = await source.bytes();
  const read = await pages.read({ bytes: bytes.slice(), page: 0, words: [], masked: true });
  if (read.pages > mostPages) throw new Refused(422, "too-long", `more than ${mostPages} pages`);
  const drawn: Uint8Array[] = [];
  const unread: number[] = [];
  const masked = !request.lifted;
  for (let page = 0; page < read.pages; page += 1) {
    const { jpeg, hasText } = await pages.draw({ bytes: bytes.slice(), page, width, masked, watermark: "" });
    drawn.push(jpeg);
    if (!hasText) unread.push(page + 1);
  }
  const words = vi.portal.copies.paper;
  const { hit } = source;
  const certified = request.wish.kind === "certified";
  const day = spoken(dayInVietnam(now));
  const notation = [hit.number, hit.symbol].filter(Boolean).join("/");
  const named = (name: string, text: string): BlockLine => ({ kind: "named", name, text });
  const written = await writeCopy(resources, {
    title: `${words.copy} ${request.number}`,
    pages: drawn,
    footOf: (page) => words.foot(request.number, page, drawn.length + 1),
    block: [
      { kind: "plain", text: words.archive },
      { kind: "title", text: certified ? words.certified : words.copy },
      { kind: "plain", text: words.numbered(request.number, day) },
      named(words.document, [notation, spoken(hit.date), hit.title].filter(Boolean).join(" · ")),
      named(words.issuer, hit.issuer),
      named(words.file, [hit.file.code, hit.file.title].filter(Boolean).join(" · ")),
      named(words.fonds, [hit.fonds.code, hit.fonds.name].filter(Boolean).join(" · ")),
      named(words.pages, String(drawn.length)),
      named(words.asker, request.asker),
      named(words.purpose, request.wish.purpose),
      { kind: "note", text: masked ? words.covered : words.lifted },
      ...(hit.accepted ? [] : [{ kind: "note" as const, text: words.unaccepted }]),
      { kind: "note", text: certified ? words.unsigned : words.notCertified },
    ],
    places: certified ? [words.places.maker, words.places.certifier] : [words.places.maker],
    at: now,
  });
  return { bytes: written, pages: drawn.length, unread };
}

/** The slip of a request (phiếu yêu cầu), to be signed by who asks. */
export function writeSlip(resources: string, request: KeptRequest, now: number): Promise<Buffer> {
  const { paper, kinds, ways } = vi.portal.copies;
  const { wish } = request;
  const named = (name: string, text: string): BlockLine => ({ kind: "named", name, text });
  return writeCopy(resources, {
    title: `${paper.slip} ${request.number}`,
    pages: [],
    footOf: () => paper.slipFoot(request.number),
    block: [
      { kind: "plain", text: paper.archive },
      { kind: "title", text: paper.slip },
      {
        kind: "plain",
        text: paper.numbered(request.number, spoken(dayInVietnam(Date.parse(request.askedAt)))),
      },
      named(paper.asker, request.asker),
      named(paper.contact, wish.contact),
      named(paper.document, request.title),
      named(paper.kind, kinds[wish.kind]),
      named(paper.copies, String(wish.copies)),
      named(paper.way, ways[wish.way]),
      named(paper.purpose, wish.purpose),
    ],
    places: [paper.places.asker, paper.places.approver],
    at: now,
  });
}

function spoken(day: string): string {
  return day.split("-").reverse().join("/");
}
