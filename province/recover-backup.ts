import { dirname, join } from "node:path";
import { openedName, reopenRecovery } from "#shared/node/backup-recovery.ts";
import { EnvelopeFault, type EnvelopeFaultKind } from "#shared/node/envelope-fault.ts";
import { openProvinceKeys } from "#province/access/keys.ts";

const words: Record<EnvelopeFaultKind, string> = {
  "not-an-envelope": "this is no recovery.sealed of a backup",
  "not-for-us": "this backup was sealed for another province",
  damaged: "the file was damaged on its way: have it copied again",
  "cut-short": "the file is not whole: have it copied again",
};

/**
 * `recover FILE`: opens the key of a backup whose passphrase was forgotten, from its `recovery.sealed`. Writes
 * `recovery.opened` beside it, to give back, and answers the code that opens it, to be told by another way.
 */
export async function recoverBackup(
  folder: string,
  args: readonly string[],
): Promise<{ file: string; code: string }> {
  const [path, ...more] = args;
  if (path === undefined || more.length > 0) throw new Error("recover FILE");
  const { sealing } = await openProvinceKeys(folder);
  const file = join(dirname(path), openedName);
  try {
    return { file, code: await reopenRecovery(path, file, sealing) };
  } catch (error) {
    if (!(error instanceof EnvelopeFault)) throw error;
    throw new Error(`${words[error.kind]}; nothing was written (${error.message})`, { cause: error });
  }
}
