import type { Database, Querying } from "./database.ts";
import { type Feed, takeFeed } from "./feed.ts";

type Work<Value> = (inside: Querying, feed: Feed) => Promise<Value>;

type Waiting = {
  rows: number;
  work: Work<unknown>;
  done: (value: unknown) => void;
  failed: (fault: unknown) => void;
};

/** What waits for the feed of a district, in the order of its coming. */
type Turns = Map<string, Waiting[]>;

const turnsOf = new WeakMap<Database, Turns>();

/** Most rows of works that are committed together; one that has more goes alone. */
const rowsTogether = 1000;

/**
 * Does work on a district's feed when its turn comes; resolves when it is committed. Only one transaction of a
 * district is under way in this process, so that those which wait hold no connection; what came meanwhile is done in
 * the next, and committed together. Where one of them fails each is done by itself, so `work` may be called twice: it
 * keeps nothing of a call that failed. `rows` says how much work it is.
 */
export function inTurn<Value>(
  database: Database,
  district: string,
  rows: number,
  work: Work<Value>,
): Promise<Value> {
  const turns = turnsOf.get(database) ?? new Map<string, Waiting[]>();
  turnsOf.set(database, turns);
  return new Promise<Value>((resolve, reject) => {
    const done = resolve as (value: unknown) => void;
    const waiting = turns.get(district);
    const own = { rows, work, done, failed: reject };
    if (waiting) {
      waiting.push(own);
      return;
    }
    turns.set(district, [own]);
    void takeTurns(database, district, turns);
  });
}

async function takeTurns(database: Database, district: string, turns: Turns): Promise<void> {
  for (let waiting = turns.get(district); waiting && waiting.length > 0; waiting = turns.get(district)) {
    await together(database, district, takeSome(waiting));
  }
  turns.delete(district);
}

function takeSome(waiting: Waiting[]): Waiting[] {
  let rows = 0;
  const end = waiting.findIndex((one, at) => (rows += one.rows) > rowsTogether && at > 0);
  return waiting.splice(0, end === -1 ? waiting.length : end);
}

async function together(database: Database, district: string, works: readonly Waiting[]): Promise<void> {
  try {
    const values = await database.transaction(async (inside) => {
      const feed = await takeFeed(inside, district);
      const answers: unknown[] = [];
      for (const { work } of works) answers.push(await work(inside, feed));
      return answers;
    });
    for (const [at, { done }] of works.entries()) done(values[at]);
  } catch (fault) {
    const [only, another] = works;
    if (another) for (const work of works) await together(database, district, [work]);
    else only?.failed(fault);
  }
}
