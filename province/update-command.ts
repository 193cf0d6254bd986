import { basename } from "node:path";
import { parseArgs } from "node:util";
import { Check } from "typebox/value";
import { sheetEnding, updateSheetSchema, updateText } from "#shared/keys/update-sheet.ts";
import { digestOfFile } from "#shared/node/digest-of-file.ts";
import { signText } from "#shared/node/keys.ts";
import { writeWhole } from "#shared/node/write-whole.ts";
import { openProvinceKeys } from "./access/keys.ts";
import type { Settings } from "./settings.ts";
import type { Database } from "./store/database.ts";
import { migrate } from "./store/migrations.ts";
import { byCommand, noteAct, reasonGiven } from "./store/note-act.ts";

const usage = 'update FILE --version 0.2.0 --scope 52 --reason "…"';

/**
 * `update FILE --version 0.2.0 --scope 52 --reason "…"`: approves a file that installs the program. Its sheet, signed by
 * the province, is written beside it; machines tell by the two, without a line, what they may install. The reason stays
 * in the audit, and without one nothing is done.
 */
export async function updateCommand(
  database: Database,
  words: readonly string[],
  settings: Pick<Settings, "folder">,
  now: () => number,
): Promise<Record<string, string | number>> {
  const text = { type: "string", default: "" } as const;
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { version: text, scope: text, reason: text },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0 || !/^\d{2}$/.test(values.scope)) throw new Error(usage);
  const reason = reasonGiven(values.reason);
  await migrate(database, now);
  const { sha256: digest, size } = await digestOfFile(path);
  const sheet = {
    kind: "update" as const,
    name: basename(path),
    version: values.version,
    size,
    digest,
    at: new Date(now()).toISOString(),
  };
  const keys = await openProvinceKeys(settings.folder);
  const signed = { ...sheet, signature: signText("update", updateText(sheet), keys.signing) };
  if (!Check(updateSheetSchema, signed)) throw new Error(usage);
  const { name, version, at } = sheet;
  await database.transaction((inside) =>
    noteAct(
      inside,
      {
        ...{ scope: values.scope, kind: "updates", id: digest, by: byCommand },
        changes: { act: "approved", name, version, reason },
      },
      now(),
    ),
  );
  await writeWhole(`${path}${sheetEnding}`, `${JSON.stringify(signed, null, 2)}\n`, 0o644);
  return { sheet: `${path}${sheetEnding}`, name, version, size, digest, at };
}
