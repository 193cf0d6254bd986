import { parseArgs } from "node:util";
import { openProvinceKeys } from "#province/access/keys.ts";
import { noteReading } from "#province/portal/readings.ts";
import type { Settings } from "#province/settings.ts";
import { type Database, textIn } from "#province/store/database.ts";
import { migrate } from "#province/store/migrations.ts";
import { checkExportedAudit } from "./check-exported.ts";
import { exportAudit, type ExportedAudit } from "./export-audit.ts";

const text = { type: "string", default: "" } as const;

/**
 * `audit export --to FOLDER [--district 52.550]`: writes the audit of one district, or of all, each to a file that can be
 * checked without the province. It is noted for good, as every export is.
 */
export async function auditCommand(
  database: Database,
  words: readonly string[],
  settings: Pick<Settings, "folder" | "name">,
  now: () => number,
): Promise<Record<string, unknown>> {
  const [verb, ...more] = words;
  const { values } = parseArgs({ args: more, options: { to: text, district: text } });
  const { to, district } = values;
  if (verb !== "export" || to === "") throw new Error("audit export --to FOLDER [--district 52.550]");
  await migrate(database, now);
  const known = (await database.query("select district from feeds order by district")).map((row) =>
    textIn(row, "district"),
  );
  const wanted = district === "" ? known : known.filter((one) => one === district);
  if (wanted.length === 0) throw new Error(`there is no audit${district === "" ? "" : ` of ${district}`}`);
  await noteReading(database, { id: "command-line" }, "exported", now(), {
    detail: `audit ${wanted.join(" ")} ${to}`,
  });
  const { signing } = await openProvinceKeys(settings.folder);
  const from = { database, province: settings.name, keys: signing, now };
  const audits: ExportedAudit[] = [];
  for (const one of wanted) audits.push(await exportAudit(from, one, to));
  if (audits.some(({ brokenAt }) => brokenAt !== undefined)) process.exitCode = 1;
  return { key: signing.publicKey, audits };
}

/** `audit check FILE --key KEY`: whether an exported audit is whole and the province's; asks no database. */
export async function checkAuditCommand(words: readonly string[]): Promise<Record<string, unknown>> {
  const { values, positionals } = parseArgs({
    ...{ args: [...words], allowPositionals: true },
    options: { key: text },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0 || values.key === "")
    throw new Error("audit check FILE --key KEY");
  const finding = await checkExportedAudit(file, values.key);
  if (!finding.sound) process.exitCode = 1;
  return finding;
}
