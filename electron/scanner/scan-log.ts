import type { SQLInputValue } from "node:sqlite";
import { sideAt, type StackSides } from "#shared/archive/count-leaves.ts";
import type { PageSide } from "#shared/archive/page.ts";
import type { ScannedPage, ScanSession } from "#shared/contract/scan.ts";
import { openOwnDatabase } from "#electron/journal/own-database.ts";
import { numberIn, type Row, textIn } from "#electron/journal/row.ts";
import { inTransaction } from "#electron/journal/transaction.ts";

const tables = `
  CREATE TABLE IF NOT EXISTS sessions (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    device TEXT NOT NULL,
    device_name TEXT NOT NULL,
    class TEXT NOT NULL,
    settings TEXT NOT NULL,
    batch TEXT NOT NULL,
    item TEXT NOT NULL,
    state TEXT NOT NULL,
    fault TEXT NOT NULL,
    detail TEXT NOT NULL,
    started_at TEXT NOT NULL,
    started_by TEXT NOT NULL,
    ended_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS sessions_of_batch ON sessions (batch, started_at);
  CREATE TABLE IF NOT EXISTS pages (
    session TEXT NOT NULL REFERENCES sessions (id),
    ordinal INTEGER NOT NULL,
    page_id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    digest TEXT NOT NULL,
    size INTEGER NOT NULL,
    saved_at TEXT NOT NULL,
    place TEXT NOT NULL,
    fault TEXT NOT NULL,
    PRIMARY KEY (session, ordinal)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS pages_by_object ON pages (digest, name);
  CREATE INDEX IF NOT EXISTS pages_waiting ON pages (session, ordinal) WHERE place = 'waiting';
  CREATE TABLE IF NOT EXISTS marks (
    device TEXT NOT NULL,
    mark TEXT NOT NULL,
    PRIMARY KEY (device, mark)
  ) STRICT;
`;

/** What came later: files of earlier versions are kept and grow by these, one step for each version. */
const additions = [
  `ALTER TABLE sessions ADD COLUMN sides TEXT NOT NULL DEFAULT '';
   ALTER TABLE pages ADD COLUMN side TEXT NOT NULL DEFAULT ''`,
] as const;

type NewSession = Omit<ScanSession, "saved" | "placed" | "refused">;

export type LoggedPage = Pick<ScannedPage, "name" | "digest" | "size" | "savedAt"> & {
  /** The id that the page's record gets: a page laid into its item twice is one page. */
  pageId: string;
  side: PageSide;
};

/** What was taken from devices on this machine: sessions, and the pages of each in the order of coming. */
export type ScanLog = {
  begin(session: NewSession): void;
  session(id: string): ScanSession | undefined;
  /** The latest sessions of a batch, latest first. */
  sessions(batchId: string, limit: number): ScanSession[];
  /** Sessions that have an end to come or pages without their place. */
  unfinished(): ScanSession[];
  change(id: string, changes: Partial<Pick<ScanSession, "state" | "fault" | "detail" | "endedAt">>): void;
  /** Adds the next page, and what marks its source as taken; durable when this returns. Answers its place. */
  addPage(sessionId: string, page: LoggedPage, mark: string): ScannedPage;
  pages(sessionId: string, last: number): ScannedPage[];
  /** Pages without their place, first first. */
  waiting(sessionId: string, limit: number): (ScannedPage & { pageId: string })[];
  place(sessionId: string, ordinal: number, place: ScannedPage["place"], fault?: ScannedPage["fault"]): void;
  /** Whether a source with this mark was taken from the device before. */
  taken(deviceId: string, mark: string): boolean;
  mark(deviceId: string, mark: string): void;
  /** Whether this very object came under this very name from the device before. */
  cameBefore(deviceId: string, name: string, digest: string): boolean;
  /** The first page that an object of this name was; nothing where no session brought it. */
  origin(digest: string, name: string): string | undefined;
  /** Says how a session's paper was scanned; answers every page of it with the side that it is by that. */
  saySides(sessionId: string, sides: StackSides): { pageId: string; side: PageSide }[];
  /** The name of the device that gave a page, and which side of its leaf that is. */
  given(pageId: string): { scanner: string; side: PageSide } | undefined;
  close(): void;
};

const counted = `
  SELECT sessions.*,
    (SELECT count(*) FROM pages WHERE session = sessions.id) AS saved,
    (SELECT count(*) FROM pages WHERE session = sessions.id AND place IN ('item', 'tray', 'separator')) AS placed,
    (SELECT count(*) FROM pages WHERE session = sessions.id AND place = 'refused') AS refused
  FROM sessions
`;

/** Opens `scans.sqlite` in the desk's folder. Writes are fsynced; a full disk throws `DeskFault("disk-full")`. */
export function openScanLog(folder: string): ScanLog {
  const database = openOwnDatabase(folder, "scans.sqlite");
  database.exec("PRAGMA synchronous = FULL");
  database.exec(tables);
  const version = numberIn(database.prepare("PRAGMA user_version").get() ?? {}, "user_version");
  for (const [at, statements] of additions.entries()) {
    if (at >= version) database.exec(`BEGIN; ${statements}; PRAGMA user_version = ${at + 1}; COMMIT`);
  }
  const rows = <Value>(sql: string, read: (row: Row) => Value) => {
    const statement = database.prepare(sql);
    return (...values: SQLInputValue[]) => statement.all(...values).map(read);
  };
  const one = rows(`${counted} WHERE id = ?`, readSession);
  const ofBatch = rows(
    `${counted} WHERE batch = ? ORDER BY started_at DESC, rowid DESC LIMIT ?`,
    readSession,
  );
  const open = rows(
    `${counted} WHERE state = 'feeding' OR id IN (SELECT session FROM pages WHERE place = 'waiting')
     ORDER BY started_at, rowid`,
    readSession,
  );
  const pagesOf = rows(
    "SELECT * FROM (SELECT * FROM pages WHERE session = ? ORDER BY ordinal DESC LIMIT ?) ORDER BY ordinal",
    readPage,
  );
  const waiting = rows(
    "SELECT * FROM pages WHERE session = ? AND place = 'waiting' ORDER BY ordinal LIMIT ?",
    (row) => ({ ...readPage(row), pageId: textIn(row, "page_id") }),
  );
  const insert = database.prepare(
    "INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const insertPage = database.prepare("INSERT INTO pages VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting', '', ?)");
  const last = database.prepare("SELECT coalesce(max(ordinal), 0) AS last FROM pages WHERE session = ?");
  const update = database.prepare(
    "UPDATE sessions SET state = ?, fault = ?, detail = ?, ended_at = ? WHERE id = ?",
  );
  const setPlace = database.prepare(
    "UPDATE pages SET place = ?, fault = ? WHERE session = ? AND ordinal = ?",
  );
  const insertMark = database.prepare("INSERT OR IGNORE INTO marks VALUES (?, ?)");
  const findMark = database.prepare("SELECT 1 FROM marks WHERE device = ? AND mark = ?");
  const findSame = database.prepare(
    `SELECT 1 FROM pages JOIN sessions ON sessions.id = session
     WHERE digest = ? AND name = ? AND device = ? LIMIT 1`,
  );
  const findOrigin = database.prepare(
    "SELECT page_id FROM pages WHERE digest = ? AND name = ? ORDER BY rowid LIMIT 1",
  );
  const setSides = database.prepare("UPDATE sessions SET sides = ? WHERE id = ?");
  const setSide = database.prepare("UPDATE pages SET side = ? WHERE session = ? AND ordinal = ?");
  const allOf = database.prepare("SELECT ordinal, page_id FROM pages WHERE session = ? ORDER BY ordinal");
  const findGiven = database.prepare(
    "SELECT device_name, side FROM pages JOIN sessions ON sessions.id = session WHERE page_id = ?",
  );
  return {
    begin: (session) => void inTransaction(database, () => insert.run(...valuesOf(session))),
    session: (id) => one(id)[0],
    sessions: (batchId, limit) => ofBatch(batchId, limit),
    unfinished: () => open(),
    change(id, changes) {
      const session = one(id)[0];
      if (!session) return;
      const { state, fault, detail, endedAt } = { ...session, ...changes };
      inTransaction(database, () => update.run(state, fault, detail, endedAt, id));
    },
    addPage: (sessionId, page, mark) =>
      inTransaction(database, () => {
        const { name, digest, size, savedAt, pageId, side } = page;
        const ordinal = numberIn(last.get(sessionId) ?? {}, "last") + 1;
        insertPage.run(sessionId, ordinal, pageId, name, digest, size, savedAt, side);
        const session = one(sessionId)[0];
        if (mark !== "" && session) insertMark.run(session.deviceId, mark);
        return { ordinal, name, digest, size, savedAt, place: "waiting", fault: "" };
      }),
    pages: (sessionId, count) => pagesOf(sessionId, count),
    waiting: (sessionId, limit) => waiting(sessionId, limit),
    place(sessionId, ordinal, place, fault = "") {
      inTransaction(database, () => setPlace.run(place, fault, sessionId, ordinal));
    },
    taken: (deviceId, mark) => findMark.get(deviceId, mark) !== undefined,
    mark: (deviceId, mark) => void inTransaction(database, () => insertMark.run(deviceId, mark)),
    cameBefore: (deviceId, name, digest) => findSame.get(digest, name, deviceId) !== undefined,
    origin(digest, name) {
      const row = findOrigin.get(digest, name);
      return row && textIn(row, "page_id");
    },
    saySides: (sessionId, sides) =>
      inTransaction(database, () => {
        setSides.run(sides, sessionId);
        return allOf.all(sessionId).map((row) => {
          const ordinal = numberIn(row, "ordinal");
          const side = sideAt(ordinal - 1, sides);
          setSide.run(side, sessionId, ordinal);
          return { pageId: textIn(row, "page_id"), side };
        });
      }),
    given(pageId) {
      const row = findGiven.get(pageId);
      return row && { scanner: textIn(row, "device_name"), side: textIn(row, "side") as PageSide };
    },
    close: () => database.close(),
  };
}

function valuesOf(session: NewSession): SQLInputValue[] {
  const { id, kind, deviceId, deviceName, documentClass, settings, batchId, itemId } = session;
  const { state, fault, detail, startedAt, startedBy, endedAt, sides } = session;
  return [
    ...[id, kind, deviceId, deviceName, documentClass, JSON.stringify(settings), batchId, itemId],
    ...[state, fault, detail, startedAt, startedBy, endedAt, sides],
  ];
}

function readSession(row: Row): ScanSession {
  return {
    id: textIn(row, "id"),
    kind: textIn(row, "kind") as ScanSession["kind"],
    deviceId: textIn(row, "device"),
    deviceName: textIn(row, "device_name"),
    documentClass: textIn(row, "class") as ScanSession["documentClass"],
    settings: JSON.parse(textIn(row, "settings")) as ScanSession["settings"],
    batchId: textIn(row, "batch"),
    itemId: textIn(row, "item"),
    state: textIn(row, "state") as ScanSession["state"],
    fault: textIn(row, "fault") as ScanSession["fault"],
    detail: textIn(row, "detail"),
    startedAt: textIn(row, "started_at"),
    startedBy: textIn(row, "started_by"),
    endedAt: textIn(row, "ended_at"),
    sides: textIn(row, "sides") as StackSides,
    saved: numberIn(row, "saved"),
    placed: numberIn(row, "placed"),
    refused: numberIn(row, "refused"),
  };
}

function readPage(row: Row): ScannedPage {
  return {
    ordinal: numberIn(row, "ordinal"),
    name: textIn(row, "name"),
    digest: textIn(row, "digest"),
    size: numberIn(row, "size"),
    savedAt: textIn(row, "saved_at"),
    place: textIn(row, "place") as ScannedPage["place"],
    fault: textIn(row, "fault") as ScannedPage["fault"],
  };
}
