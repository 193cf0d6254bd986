import { randomBytes } from "node:crypto";
import { rm, stat, statfs } from "node:fs/promises";
import { isAbsolute, join, relative, resolve } from "node:path";
import { DeskFault } from "#shared/contract/fault.ts";
import { makeSealingKeys } from "#shared/node/keys.ts";
import { writeWhole } from "#shared/node/write-whole.ts";
import { type BackupMark, type BackupSet, openBackupSet, readMark, writeMark } from "./backup-set.ts";
import type { Place } from "./place-list.ts";
import { expectLong, keepKeys, readKeys } from "./sealed-keys.ts";

/**
 * Makes a folder a place of backups, or takes up the set that is there already. A passphrase seals the set: the key
 * lies in it, sealed for the passphrase.
 */
export async function preparePlace(
  desk: { folder: string; deviceId: string },
  folder: string,
  passphrase: string,
): Promise<Place> {
  await expectUsable(desk.folder, folder);
  const found = await readMark(folder);
  if (found) {
    const sealed = found.publicKey !== "";
    const keys = sealed ? await readKeys(folder, passphrase) : undefined;
    return { id: found.id, folder, daily: true, sealed, keys };
  }
  if (passphrase !== "") expectLong(passphrase);
  const keys = passphrase === "" ? undefined : makeSealingKeys();
  if (keys) await keepKeys(folder, keys, passphrase, "mucluc backup key");
  const mark: BackupMark = {
    format: 1,
    id: randomBytes(12).toString("hex"),
    deviceId: desk.deviceId,
    publicKey: keys?.publicKey ?? "",
  };
  await writeMark(folder, mark);
  return { id: mark.id, folder, daily: true, sealed: keys !== undefined, keys };
}

/**
 * Opens the set at a place; nothing where another disk, or none, is there now. A sealed one whose key this machine no
 * longer knows (of another user of the system, say) rejects: written without it, its objects would be doubled.
 */
export async function openPlace(place: Place): Promise<BackupSet | undefined> {
  if (place.sealed && !place.keys) throw new DeskFault("passphrase-needed", { lasting: false });
  const mark = await readMark(place.folder);
  return mark?.id === place.id ? openBackupSet(place.folder, mark, place.keys) : undefined;
}

/** Opens whatever set is in a folder, to restore from it. */
export async function openFound(folder: string, passphrase: string): Promise<BackupSet> {
  const mark = await readMark(folder);
  if (!mark) throw new DeskFault("backup-missing", { lasting: false, detail: folder });
  return openBackupSet(folder, mark, mark.publicKey === "" ? undefined : await readKeys(folder, passphrase));
}

/** Whether two folders are on one disk: a backup there goes with the disk. */
export async function onSameDisk(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([stat(one), stat(other)]);
  return first.dev === second.dev;
}

export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** The folder must be a real one, apart from the desk's own, and let itself be written to. */
async function expectUsable(own: string, folder: string): Promise<void> {
  if (!isAbsolute(folder)) throw new DeskFault("folder-missing", { detail: "not an absolute path" });
  const within = relative(resolve(own), resolve(folder));
  if (within === "" || !(within.startsWith("..") || isAbsolute(within))) {
    throw new DeskFault("backup-inside", { detail: folder });
  }
  const probe = join(folder, `mucluc-${randomBytes(6).toString("hex")}.probe`);
  try {
    if (!(await stat(folder)).isDirectory()) throw new Error("not a folder");
    await writeWhole(probe, "");
  } catch (error) {
    throw new DeskFault("folder-missing", { lasting: false, detail: folder, cause: error });
  } finally {
    await rm(probe, { force: true }).catch(() => undefined);
  }
}
