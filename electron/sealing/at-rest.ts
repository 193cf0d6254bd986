import type { DatabasesAtRest } from "#shared/contract/keeping.ts";
import { clearIndex } from "#electron/index/index-database.ts";
import { openSecrets, type Secrets, type Vault } from "#electron/secrets/secrets.ts";
import { keyFolder } from "#electron/sqlite/folder-keys.ts";
import { type ObjectSealing, openSealing } from "./object-key.ts";
import { databasesThat, sealDatabases, type Watched } from "./seal-databases.ts";

/** What of a machine's data lies encrypted, and by what it is opened: the same over every opening of its desk. */
export type AtRest = { secrets: Secrets; sealing: ObjectSealing; databases: DatabasesAtRest };

export async function openAtRest(folder: string, vault: Vault | undefined): Promise<AtRest> {
  const secrets = await openSecrets(folder, vault);
  return { secrets, sealing: await openSealing(folder, secrets), databases: "plain" };
}

/**
 * Brings a closed desk's databases under the machine's key where it is here; answers how they lie now, or `locked`
 * where they are encrypted and it is not. Where they cannot be encrypted the desk goes on with plain ones.
 */
export async function readyDatabases(
  folder: string,
  sealing: ObjectSealing,
  watched: Watched,
): Promise<DatabasesAtRest | "locked"> {
  const key = sealing.databaseKey();
  if (key === undefined) {
    const asked = sealing.state() === "locked" ? 1 : severalFiles;
    return (await encryptedIn(folder)) >= asked ? "locked" : "plain";
  }
  try {
    await keyFolder(folder, key);
  } catch (error) {
    // There is no engine for this system.
    if ((await encryptedIn(folder)) >= severalFiles) throw error;
    watched.report(error);
    return "plain";
  }
  await sealDatabases(folder, key, watched);
  await clearIndex(folder);
  return (await databasesThat(folder, "plain")).length === 0 ? "encrypted" : "partly";
}

/** Where no key is known of, one file that is no database may be a damaged one; several are encrypted. */
const severalFiles = 2;

async function encryptedIn(folder: string): Promise<number> {
  return (await databasesThat(folder, "encrypted")).length;
}
