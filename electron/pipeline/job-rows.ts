import type { HeldJob, Work } from "#shared/contract/capture.ts";
import type { Job } from "#shared/pipeline/job.ts";
import { openOwnDatabase } from "#electron/journal/own-database.ts";
import { inTransaction } from "#electron/journal/transaction.ts";
import { numberIn, textIn } from "#electron/journal/row.ts";
import { columnNames, readJob, writeJob } from "./job-row.ts";

const version = 1;

/*
 * `place` is the order of asking. Counts are read from the indexes by state and by item alone.
 */
const tables = `
  CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    place INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    step TEXT NOT NULL,
    subject TEXT NOT NULL,
    item TEXT NOT NULL,
    input TEXT NOT NULL,
    state TEXT NOT NULL,
    ready INTEGER NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    since TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    output TEXT NOT NULL
  ) STRICT;
  CREATE INDEX jobs_to_take ON jobs (rank, place) WHERE state = 'waiting' AND ready = 1;
  CREATE INDEX jobs_by_subject ON jobs (subject);
  CREATE INDEX jobs_by_item ON jobs (item, state, step);
  CREATE INDEX jobs_by_state ON jobs (state, item, place);
  CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

export type JobRows = {
  get(id: string): Job | undefined;
  /** The rows of one page or item as the subject of work. */
  ofSubject(subjectId: string): Job[];
  save(job: Job): void;
  remove(id: string): void;
  /** The next job that may be taken. */
  next(): Job | undefined;
  running(): Job[];
  /** Whether an item has a page with a step not done. */
  owesPages(itemId: string): boolean;
  held(): HeldJob[];
  summary(): { total: Work; items: { itemId: string; work: Work }[] };
  fact(name: string): string | undefined;
  setFact(name: string, value: string): void;
  /**
   * Runs `work` in one transaction, fsynced when the outermost returns. Throws `DeskFault("disk-full")`, keeping all
   * as it was.
   */
  together<Value>(work: () => Value): Value;
  close(): void;
};

/** Opens `jobs.sqlite` in the desk's folder, made where missing. */
export function openJobRows(folder: string): JobRows {
  const database = openOwnDatabase(folder, "jobs.sqlite");
  database.exec("PRAGMA synchronous = FULL");
  const found = numberIn(database.prepare("PRAGMA user_version").get() ?? {}, "user_version");
  if (found === 0) {
    inTransaction(database, () => {
      database.exec(tables);
      database.exec(`PRAGMA user_version = ${version}`);
    });
  }

  const names = columnNames.join(", ");
  const values = columnNames.map((name) => `:${name}`).join(", ");
  const changes = columnNames.map((name) => `${name} = excluded.${name}`).join(", ");
  let place = numberIn(
    database.prepare("SELECT ifnull(max(place), 0) AS place FROM jobs").get() ?? {},
    "place",
  );
  const one = database.prepare(`SELECT ${names} FROM jobs WHERE id = ?`);
  const bySubject = database.prepare(`SELECT ${names} FROM jobs WHERE subject = ?`);
  const upsert = database.prepare(
    `INSERT INTO jobs (place, ${names}) VALUES (:place, ${values})
     ON CONFLICT (id) DO UPDATE SET ${changes}`,
  );
  const drop = database.prepare("DELETE FROM jobs WHERE id = ?");
  const first = database.prepare(
    `SELECT ${names} FROM jobs WHERE state = 'waiting' AND ready = 1 ORDER BY rank, place LIMIT 1`,
  );
  const inState = database.prepare(`SELECT ${names} FROM jobs WHERE state = ? ORDER BY place`);
  const totals = database.prepare("SELECT state, count(*) AS jobs FROM jobs GROUP BY state");
  const unfinished = database.prepare(
    `SELECT item, min(place) AS place FROM jobs WHERE state IN ('waiting', 'running', 'held')
     GROUP BY item ORDER BY 2 LIMIT 200`,
  );
  const ofItem = database.prepare("SELECT state, count(*) AS jobs FROM jobs WHERE item = ? GROUP BY state");
  const owed = database.prepare(
    "SELECT 1 FROM jobs WHERE item = ? AND state <> 'done' AND step NOT IN ('extract', 'pdfa') LIMIT 1",
  );
  const fact = database.prepare("SELECT value FROM facts WHERE name = ?");
  const setFact = database.prepare(
    "INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
  );

  const count = (rows: readonly Parameters<typeof textIn>[0][]) => {
    const work: Work = { waiting: 0, running: 0, done: 0, held: 0 };
    for (const row of rows) {
      const state = textIn(row, "state");
      if (state === "waiting" || state === "running" || state === "done" || state === "held") {
        work[state] = numberIn(row, "jobs");
      }
    }
    return work;
  };
  return {
    get(id) {
      const row = one.get(id);
      return row && readJob(row);
    },
    ofSubject: (subjectId) => bySubject.all(subjectId).map(readJob),
    save: (job) => void upsert.run({ ...writeJob(job), place: (place += 1) }),
    remove: (id) => void drop.run(id),
    next() {
      const row = first.get();
      return row && readJob(row);
    },
    running: () => inState.all("running").map(readJob),
    owesPages: (itemId) => owed.get(itemId) !== undefined,
    held: () =>
      inState
        .all("held")
        .map(readJob)
        .map(({ id, step, subjectId, itemId, reason, detail, since }) => ({
          id,
          step,
          subjectId,
          itemId,
          reason,
          detail,
          since,
        })),
    summary: () => ({
      total: count(totals.all()),
      items: unfinished.all().map((row) => {
        const itemId = textIn(row, "item");
        return { itemId, work: count(ofItem.all(itemId)) };
      }),
    }),
    fact(name) {
      const row = fact.get(name);
      return row && textIn(row, "value");
    },
    setFact: (name, value) => void setFact.run(name, value),
    together: (work) => (database.isTransaction ? work() : inTransaction(database, work)),
    close: () => database.close(),
  };
}
