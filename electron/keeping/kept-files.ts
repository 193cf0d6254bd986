/** The databases that hold what nothing else could tell again; the first is the journal. */
export const keptDatabases = ["journal.sqlite", "tray.sqlite", "scans.sqlite", "imports.sqlite"] as const;

/** Databases that are made again from the journal and the province, and that tell nothing of another journal. */
const derivedDatabases = ["index.sqlite", "jobs.sqlite", "sync.sqlite"] as const;

export const settingsName = "settings.json";

/** What a desk keeps beside its databases, as texts; settings go without their secrets. */
export const keptTexts = [settingsName, "scan-setup.json", "province-rules.json"] as const;

const endings = ["", "-wal", "-shm", "-journal"];

/** A database's files: itself and what SQLite may have beside it. */
export function filesOf(database: string): string[] {
  return endings.map((ending) => database + ending);
}

/** What is put into the place of the present data when these names come in: themselves, and all that is derived. */
export function exchangedBy(coming: readonly string[]): string[] {
  const databases = keptDatabases.filter((name) => coming.includes(name));
  const texts = keptTexts.filter((name) => coming.includes(name));
  return [...[...databases, ...derivedDatabases].flatMap(filesOf), ...texts];
}
