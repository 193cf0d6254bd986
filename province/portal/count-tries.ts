import { Refused } from "#province/routes/typed.ts";
import { type Querying, type Row, textIn } from "#province/store/database.ts";

/** Tries without a wait, and the first wait; each further wrong try doubles it, up to an hour. */
const freeTries = 5;
const firstWait = 60_000;
const longestWait = 3_600_000;

/** Refuses a try of this row of `readers` while it is to wait, whoever tries. */
export function refuseWhileWaiting(row: Row, now: number): void {
  const until = textIn(row, "wait_until");
  if (until > new Date(now).toISOString()) throw new Refused(429, "try-later", until);
}

/** Counts a try before its secret is looked at, so that tries which come at once are all counted; then say what it was. */
export async function countTry(database: Querying, readerId: string) {
  const [counted] = await database.query(
    "update readers set wrong = wrong + 1 where id = $1 returning wrong",
    [readerId],
  );
  return {
    /** Nothing was guessed yet, and nothing proven: the tries before it still count. */
    async notATry(): Promise<void> {
      await database.query("update readers set wrong = greatest(wrong - 1, 0) where id = $1", [readerId]);
    },
    async wrong(now: number): Promise<void> {
      const over = Number(counted?.["wrong"] ?? 0) - freeTries;
      if (over < 0) return;
      const wait = Math.min(longestWait, firstWait * 2 ** over);
      const until = new Date(now + wait).toISOString();
      await database.query("update readers set wait_until = $2 where id = $1", [readerId, until]);
    },
    async right(): Promise<void> {
      await database.query("update readers set wrong = 0, wait_until = '' where id = $1", [readerId]);
    },
  };
}
