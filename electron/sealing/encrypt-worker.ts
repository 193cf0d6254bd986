import { workerData } from "node:worker_threads";
import { encryptInPlace, loadEngine, openEncryptedDatabase } from "#electron/sqlite/encrypted-database.ts";

/*
 * Runs in a thread of its own, for a large database keeps one busy for long: puts one under a key where it lies, and
 * reads it back whole. With the thread the engine's hold of the file ends too.
 */

export type EncryptSetting = { path: string; key: string };

const { path, key } = workerData as EncryptSetting;
await loadEngine();
encryptInPlace(path, key);
const database = openEncryptedDatabase(path, key, 0);
const said = database.prepare("PRAGMA quick_check(1)").get()?.["quick_check"];
database.close();
if (said !== "ok") throw new Error(`an encrypted copy is not whole: ${String(said)}`);
