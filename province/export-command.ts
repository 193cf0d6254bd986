import { parseArgs } from "node:util";
import { Check } from "typebox/value";
import { newPartnerSchema } from "#shared/contract/portal-admin.ts";
import { noteReading } from "./portal/readings.ts";
import type { Settings } from "./settings.ts";
import { exportFolder, exportForms } from "./sharing/export-folder.ts";
import type { Database } from "./store/database.ts";
import { migrate } from "./store/migrations.ts";
import { unitsInForce } from "./store/units-in-force.ts";

/**
 * `export --to FOLDER [--scope 52 --level open --form jsonl]`: writes all records of the scope up to the level, with the words of
 * their pages, into a new folder. It is noted for good, as what partners ask is.
 */
export async function exportCommand(
  database: Database,
  words: readonly string[],
  settings: Pick<Settings, "resources" | "name">,
  now: () => number,
): Promise<Record<string, string | number>> {
  await migrate(database, now);
  const { units } = await unitsInForce(database, settings.resources);
  const province = units.find(({ level }) => level === "province")?.scope ?? "";
  const { values } = parseArgs({
    args: [...words],
    options: {
      to: { type: "string", default: "" },
      scope: { type: "string", default: province },
      level: { type: "string", default: "open" },
      form: { type: "string", default: "jsonl" },
    },
  });
  const { to, form: named, ...wanted } = values;
  const form = exportForms.find((one) => one === named);
  const reader = { name: "export", ...wanted };
  if (to === "" || form === undefined || !Check(newPartnerSchema, reader))
    throw new Error("export --to FOLDER [--scope 52 --level open|conditional|closed --form jsonl|parquet]");
  const { scope, level } = reader;
  await noteReading(database, { id: "command-line" }, "exported", now(), {
    detail: `${scope} ${level} ${to}`,
  });
  const store = { database, units, name: settings.name };
  const manifest = await exportFolder(store, { scope, upTo: level }, { to, now, form });
  const counts = Object.fromEntries(manifest.files.map(({ name, lines }) => [name, lines]));
  return { folder: to, scope, level, until: manifest.until, ...counts };
}
