import { WireFault } from "#shared/replication/sync-wire.ts";

/** How many records go in one request, either way: found by how long the last ones took. */
export type Portion = {
  rows: number;
  /** Never more than these. */
  readonly most: number;
};

/** Milliseconds within which a request is answered on a line and by a province that could take more. */
const quick = 2000;
/** Milliseconds after which it is time to ask for less, long before a request is given up. */
const slow = 20_000;
const least = 10;

/** A portion to begin with; kept from round to round, it need not be found anew. */
export function openPortion(rows = 500, most = 1000): Portion {
  return { rows, most };
}

/**
 * Does a request of so many records and learns from it: a full one that is answered quickly lets the next be twice as
 * large, a slow one half, and one that is cut off after a long time a quarter. So a line that takes a minute for a
 * few records brings these, where the usual number would be begun again for ever. `now` is in milliseconds; `brought`
 * counts what an answer brings, where that may be less than was asked for.
 */
export async function inPortion<Answer>(
  portion: Portion,
  rows: number,
  now: () => number,
  ask: () => Promise<Answer>,
  brought: (answer: Answer) => number = () => rows,
): Promise<Answer> {
  const begun = now();
  try {
    const answer = await ask();
    const took = now() - begun;
    if (took > slow) lower(portion, rows / 2);
    else if (took < quick && brought(answer) >= portion.rows)
      portion.rows = Math.min(portion.most, 2 * portion.rows);
    return answer;
  } catch (fault) {
    const isCut = fault instanceof WireFault && fault.kind === "unreachable";
    if (isCut && now() - begun > slow) lower(portion, rows / 4);
    throw fault;
  }
}

/** Of two requests under way at once the smaller says the same as the larger. */
function lower(portion: Portion, rows: number): void {
  portion.rows = Math.max(Math.min(least, portion.most), Math.min(portion.rows, Math.floor(rows)));
}
