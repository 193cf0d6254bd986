import type { Tile } from "#shared/base/tiles.ts";
import { Refused } from "#province/routes/typed.ts";
import { cutTile } from "./cut-tile.ts";
import type { PageLevels, TileMark } from "./messages.ts";
import type { PageDesk } from "./open-page-desk.ts";

/** Bytes of large pages that are held ready, the latest asked for. */
const mostHeld = 256 * 1024 * 1024;

/** Tiles cut at once, and those that wait to be. */
const mostCut = 2;
const mostWaiting = 200;

const mostMarks = 32;

/** A large page of a PDF: masked and unmasked it is another. */
export type LargePage = { digest: string; page: number; masked: boolean };

/** Large pages, drawn once and cut into tiles as they are asked for. Who may see a page is asked before each. */
export type PageTiles = {
  /** The page in its levels; drawn from its bytes where it is not held. Throws `not-large` of any other page. */
  levels(which: LargePage, bytes: () => Promise<Uint8Array>): Promise<PageLevels>;
  /** A tile with these words over it. Throws `busy` where too many are waited for. */
  cut(page: PageLevels, tile: Tile, words: string): Promise<Uint8Array>;
};

/** Holds `most` bytes of levels at the most, beside the one that was asked for last. */
export function openPageTiles(desk: Pick<PageDesk, "levels" | "mark">, most = mostHeld): PageTiles {
  const held = new Map<string, { drawn: Promise<PageLevels>; bytes: number }>();
  const marks = new Map<string, Promise<TileMark>>();
  const turns = takeTurns(mostCut, mostWaiting);

  const makeRoom = (newest: string) => {
    let bytes = [...held.values()].reduce((sum, one) => sum + one.bytes, 0);
    for (const [key, one] of held) {
      if (bytes <= most) return;
      if (key === newest || one.bytes === 0) continue;
      held.delete(key);
      bytes -= one.bytes;
    }
  };
  return {
    async levels({ digest, page, masked }, bytes) {
      const key = `${digest} ${page} ${masked ? "masked" : "plain"}`;
      const known = held.get(key);
      if (known) {
        held.delete(key);
        held.set(key, known);
        return known.drawn;
      }
      const one = { drawn: bytes().then((pdf) => desk.levels({ bytes: pdf, page, masked })), bytes: 0 };
      held.set(key, one);
      try {
        const drawn = await one.drawn;
        one.bytes = [...drawn.levels.values()].reduce((sum, level) => sum + level.byteLength, 0);
        makeRoom(key);
        return drawn;
      } catch (error) {
        held.delete(key);
        throw error;
      }
    },
    async cut(page, tile, words) {
      const mark = marks.get(words) ?? desk.mark({ words });
      marks.delete(words);
      marks.set(words, mark);
      const [oldest] = marks.keys();
      if (marks.size > mostMarks && oldest !== undefined) marks.delete(oldest);
      try {
        await mark;
      } catch (error) {
        marks.delete(words);
        throw error;
      }
      const drawn = await mark;
      return turns(() => cutTile(page, tile, drawn));
    },
  };
}

/** Does `most` works at once and lets `waiting` wait; more are refused as `busy`. */
function takeTurns(most: number, waiting: number): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let running = 0;
  const queue: (() => void)[] = [];
  return async (work) => {
    if (running >= most) {
      if (queue.length >= waiting) throw new Refused(503, "busy", "too many tiles are waited for");
      await new Promise<void>((resolve) => queue.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
