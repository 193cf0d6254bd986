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
 * their pages, into a new folder, or as `ead2002` or `ead3` a finding aid of each fonds, of one alone with `--fonds ID`. It
 * is noted for good, as what partners ask is.
 */
export async function exportCommand(
  database: Database,
  words: readonly string[],
  settings: Pick<Settings, "resources" | "name">,
  now: () => number,
): Promise<Record<string, string | number>> {
  await migrate(database, now);
  const { units, successors } = await unitsInForce(database, settings.resources);
  const province = units.find(({ level }) => level === "province")?.scope ?? "";
  const { values } = parseArgs({
    args: [...words],
    options: {
      to: { type: "string", default: "" },
      scope: { type: "string", default: province },
      level: { type: "string", default: "open" },
      form: { type: "string", default: "jsonl" },
      fonds: { type: "string" },
    },
  });
  const { to, form: named, fonds, ...wanted } = values;
  const form = exportForms.find((one) => one === named);
  const reader = { name: "export", ...wanted };
  const isOfRecords = form === "jsonl" || form === "parquet";
  if (
    to === "" ||
    form === undefined ||
    (fonds !== undefined && isOfRecords) ||
    !Check(newPartnerSchema, reader)
  )
    throw new Error(
      "export --to FOLDER [--scope 52 --level open|conditional|closed --form jsonl|parquet|ead2002|ead3 [--fonds ID]]",
    );
  const { scope, level } = reader;
  await noteReading(database, { id: "command-line" }, "exported", now(), {
    detail: [scope, level, to, ...(isOfRecords ? [] : [form, fonds ?? ""])].filter(Boolean).join(" "),
  });
  const store = { database, units, successors, name: settings.name };
  const manifest = await exportFolder(store, { scope, upTo: level }, { to, now, form, fonds });
  const counts = Object.fromEntries(manifest.files.map(({ name, lines }) => [name, lines]));
  return { folder: to, scope, level, until: manifest.until, ...counts };
}
