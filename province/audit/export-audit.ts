import { mkdir, open, rename } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { KeyPair } from "#shared/node/keys.ts";
import { signText } from "#shared/node/keys.ts";
import { patiently } from "#shared/node/patiently.ts";
import { syncFolder } from "#shared/node/sync-folder.ts";
import { readAuditPart, verifyAudit } from "#province/store/audit.ts";
import { type Database, numberIn, textIn } from "#province/store/database.ts";
import { type AuditHead, auditText } from "./exported-audit.ts";

export type ExportedAudit = {
  district: string;
  file: string;
  entries: number;
  /** The first entry that does not follow from the one before: the file shows it too, and is written all the same. */
  brokenAt?: number;
};

/**
 * Writes a district's audit to a file of lines: its head, every entry with its chain as it stands, and an end that the
 * province signs, so that it can be walked without the province. The file has its name only once all of it is on the
 * disk, and none is written over.
 */
export async function exportAudit(
  from: { database: Database; province: string; keys: KeyPair; now: () => number },
  district: string,
  folder: string,
): Promise<ExportedAudit> {
  const { database, province, keys, now } = from;
  const file = join(folder, `audit-${district}.jsonl`);
  if (existsSync(file)) throw new Error(`${file} is there already: nothing was written over it`);
  await mkdir(folder, { recursive: true });
  const { brokenAt } = await verifyAudit(database, district);
  const head: AuditHead = { product: "mucluc-audit", version: 1, province, district };
  const handle = await open(`${file}.partial`, "w", 0o600);
  let [entries, after, chain] = [0, 0, ""];
  try {
    await handle.writeFile(`${JSON.stringify(head)}\n`);
    for (;;) {
      const rows = await readAuditPart(database, district, after);
      const last = rows.at(-1);
      if (!last) break;
      await handle.writeFile(rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
      [entries, after, chain] = [entries + rows.length, numberIn(last, "seq"), textIn(last, "chain")];
    }
    const end = { entries, chain, madeAt: new Date(now()).toISOString() };
    const signature = signText("audit", auditText(head, end), keys);
    await handle.writeFile(`${JSON.stringify({ ...end, signature })}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await patiently(() => rename(`${file}.partial`, file));
  await syncFolder(folder);
  return { district, file, entries, ...(brokenAt !== undefined && { brokenAt }) };
}
