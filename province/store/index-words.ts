import { isDigest } from "#shared/base/digest.ts";
import type { ProvinceObjects } from "#province/objects/province-objects.ts";
import { askedTogether } from "./asked-together.ts";
import { countTables } from "./count-tables.ts";
import type { Database } from "./database.ts";
import { indexPages, nextWaiting, type WaitingPage, type WaitingWords } from "./waiting-words.ts";

const wordsLimit = 16 * 1024 * 1024;
const mostTogether = 1000;
/** So many that wait are worth a reading beside the one under way: fewer cost more apart than together. */
const readBeside = 12;

/**
 * Indexes the words objects that came in; what is asked for while one asking is under way is put together and answered
 * by the next. Never throws: what failed is reported, and tried again later.
 */
export function wordIndexer(
  database: Database,
  objects: ProvinceObjects,
  report: (fault: unknown) => void,
): (only: WaitingWords) => Promise<void> {
  const readWords = async (digest: string) => {
    const size = isDigest(digest) ? await objects.size(digest) : undefined;
    if (size === undefined || size > wordsLimit || !isDigest(digest)) return undefined;
    return objects.bytes(digest);
  };
  const index = async (only: WaitingWords) => {
    try {
      let after: WaitingPage | undefined;
      do {
        const { pages, more } = await nextWaiting(database, only, after);
        await indexPages(database, pages, readWords, report);
        await countTables(database, pages.length);
        after = more ? pages.at(-1) : undefined;
      } while (after);
    } catch (fault) {
      report(fault);
    }
  };

  // While the texts of some are written those of others are read.
  return askedTogether<WaitingWords>(
    mostTogether,
    async (asked) => {
      for (const only of together(asked)) await index(only);
    },
    readBeside,
  );
}

/** The same pages in fewer questions. */
function together(asked: readonly WaitingWords[]): WaitingWords[] {
  if (asked.includes("all")) return ["all"];
  const digests = new Map<string, Set<string>>();
  const ids = new Map<string, Set<string>>();
  for (const only of asked) {
    if (only === "all") continue;
    const [kind, values] = "digests" in only ? [digests, only.digests] : [ids, only.ids];
    const known = kind.get(only.district) ?? new Set();
    for (const value of values) known.add(value);
    kind.set(only.district, known);
  }
  return [
    ...[...digests].map(([district, some]) => ({ district, digests: [...some] })),
    ...[...ids].map(([district, some]) => ({ district, ids: [...some] })),
  ];
}
