import { countTry, refuseWhileWaiting } from "#province/portal/count-tries.ts";
import type { Sealer } from "#province/portal/second-factor/seal-secret.ts";
import { useCode } from "#province/portal/second-factor/second-factors.ts";
import { Refused } from "#province/routes/typed.ts";
import type { Database } from "#province/store/database.ts";

/**
 * Holds only where a code of the person's own second factor is right, whom the provider let in before. Wrong tries wait as
 * they do with a passphrase, and are counted together with those.
 */
export async function checkOwnCode(
  database: Database,
  sealer: Sealer,
  readerId: string,
  code: string,
  now: number,
): Promise<void> {
  const [row] = await database.query("select wait_until from readers where id = $1", [readerId]);
  if (row) refuseWhileWaiting(row, now);
  const tried = await countTry(database, readerId);
  // Taken away in between by an administrator: there is none to ask for any more.
  const said = await useCode(database, sealer, readerId, code, now);
  if (said === "wrong" || said === "missing") {
    await tried.wrong(now);
    throw new Refused(401, "code-wrong", "not the code of this moment, or used before");
  }
  await tried.right();
}
