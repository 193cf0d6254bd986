import { createHash } from "node:crypto";
import { open, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { openedName, reopenRecovery } from "#shared/node/backup-recovery.ts";
import { EnvelopeFault, type EnvelopeFaultKind } from "#shared/node/envelope-fault.ts";
import { openProvinceKeys } from "#province/access/keys.ts";

const words: Record<EnvelopeFaultKind, string> = {
  "not-an-envelope": "this is no recovery.sealed of a backup",
  "not-for-us": "this backup was sealed for another province",
  damaged: "the file was damaged on its way: have it copied again",
  "cut-short": "the file is not whole: have it copied again",
};

/** Where it is noted who was given which key; one line of JSON each, only ever added to. */
const recoveriesName = "recoveries.jsonl";

/**
 * `recover FILE --to "…"`: opens the key of a backup whose passphrase was forgotten, from its `recovery.sealed`. Writes
 * `recovery.opened` beside it, to give back, and answers the code that opens it, to be told by another way. Who it is
 * for is noted beside the province's keys before the code is answered; where that fails nothing is given.
 */
export async function recoverBackup(
  folder: string,
  args: readonly string[],
  now: () => number,
): Promise<{ file: string; code: string }> {
  const usage = 'recover FILE --to "name and office of who asked"';
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { to: { type: "string", default: "" } },
    allowPositionals: true,
  });
  const [path, ...more] = positionals;
  const to = values.to.normalize("NFC").trim();
  if (path === undefined || more.length > 0 || to === "") throw new Error(usage);
  const { sealing } = await openProvinceKeys(folder);
  const file = join(dirname(path), openedName);
  try {
    const code = await reopenRecovery(path, file, sealing);
    const digest = createHash("sha256")
      .update(await readFile(path))
      .digest("hex");
    await note(join(folder, recoveriesName), { at: new Date(now()).toISOString(), to, digest }).catch(
      async (error: unknown) => {
        await rm(file, { force: true });
        throw error;
      },
    );
    return { file, code };
  } catch (error) {
    if (!(error instanceof EnvelopeFault)) throw error;
    throw new Error(`${words[error.kind]}; nothing was written (${error.message})`, { cause: error });
  }
}

async function note(path: string, line: { at: string; to: string; digest: string }): Promise<void> {
  const handle = await open(path, "a", 0o600);
  try {
    await handle.appendFile(`${JSON.stringify(line)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
