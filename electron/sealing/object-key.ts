import { createReadStream } from "node:fs";
import { hkdfSync } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Check } from "typebox/value";
import { DeskFault } from "#shared/contract/fault.ts";
import { backupKeysSchema, keepRecovery, recoverableBy, recoveryName } from "#shared/node/backup-recovery.ts";
import { readLabel } from "#shared/node/envelope.ts";
import { type KeyPair, makeSealingKeys } from "#shared/node/keys.ts";
import type { Sealing } from "#shared/node/object-store.ts";
import type { ObjectKey } from "#shared/node/sealed-object.ts";
import { keyName } from "#electron/keeping/backup-set.ts";
import { expectLong, keepKeys, readKeys } from "#electron/keeping/sealed-keys.ts";
import type { Secrets } from "#electron/secrets/secrets.ts";

/*
 * The key of the objects on this machine, and of its databases. It lies in a folder of its own sealed for a passphrase, as that of a set of
 * backups does, and so the province opens it in the same way. Where the system keeps secrets it is there too, and
 * nobody is asked; elsewhere the passphrase is asked for once after each start.
 */

export type ObjectSealing = {
  /** `off`: new objects lie plain; `locked`: the key is not here, and neither is anything stored. */
  state(): "off" | "open" | "locked";
  /** What the store is opened with. */
  current: () => Sealing;
  /** What the databases are encrypted under; nothing where the key is not here. */
  databaseKey(): string | undefined;
  /** Begins to seal, or sets another passphrase for the key there is. */
  turnOn(passphrase: string): Promise<void>;
  /** Opens the key by its passphrase, or by the code that the province told. */
  open(passphrase: string): Promise<void>;
  /** Runs some work at once, or when the key is there. */
  whenOpen(work: () => void): void;
  /** Forgets the works that wait: they were of a desk that is closed. */
  forgetWorks(): void;
  /** Keeps the key for the province whose sealing key is given; empty where there is none. */
  keepFor(province: string): Promise<void>;
  recoverable(): Promise<boolean>;
  folder: string;
  /** True where the system keeps the key, and nobody has to enter the passphrase. */
  keptBySystem: boolean;
};

const secretName = "object-key";
const label = "mucluc object key";

export async function openSealing(deskFolder: string, secrets: Secrets): Promise<ObjectSealing> {
  const folder = join(deskFolder, "object-key");
  const keptBySystem = secrets.kind === "system";
  let wanted = (await readdir(folder).catch(() => [])).length > 0;
  let keys = wanted ? await keptKeys(secrets, folder) : undefined;
  let key = keys && keyOf(keys);
  let waiting: (() => void)[] = [];

  const state = () => (key ? "open" : wanted ? "locked" : "off");
  const take = async (found: KeyPair) => {
    if (keptBySystem) await secrets.write(secretName, JSON.stringify(found));
    keys = found;
    key = keyOf(found);
    wanted = true;
    for (const work of waiting.splice(0)) work();
  };
  return {
    folder,
    keptBySystem,
    state,
    current: () => ({ wanted, key }),
    databaseKey: () => keys && derived(keys, "mucluc databases at rest 1").toString("hex"),
    async turnOn(passphrase) {
      if (state() === "locked") throw new DeskFault("objects-locked", { lasting: false });
      expectLong(passphrase);
      const { publicKey, privateKey } = keys ?? makeSealingKeys();
      await keepKeys(folder, { publicKey, privateKey }, passphrase, `${label} ${publicKey}`);
      // Nothing is sealed by a key that does not come back from the disk.
      await take(await readKeys(folder, passphrase));
    },
    async open(passphrase) {
      if (state() !== "locked") return;
      const found = await readKeys(folder, passphrase).catch((error: unknown) => {
        const damaged = error instanceof DeskFault && error.code === "backup-damaged";
        throw damaged ? new DeskFault("object-key-damaged", { lasting: false, cause: error }) : error;
      });
      await take(found);
    },
    whenOpen(work) {
      if (state() === "locked") waiting = [...waiting, work];
      else work();
    },
    forgetWorks() {
      waiting = [];
    },
    async keepFor(province) {
      if (keys && province !== "") await keepRecovery(join(folder, recoveryName), keys, province);
    },
    recoverable: async () => (await recoverableBy(join(folder, recoveryName))) !== "",
  };
}

/** The keys that the system keeps, where they are those in the folder. */
async function keptKeys(secrets: Secrets, folder: string): Promise<KeyPair | undefined> {
  const text = secrets.read(secretName);
  const keys: unknown = text === undefined ? undefined : JSON.parse(text);
  if (!Check(backupKeysSchema, keys)) return undefined;
  const of = await readLabel(createReadStream(join(folder, keyName))).catch(() => "");
  return of === "" || of === `${label} ${keys.publicKey}` ? keys : undefined;
}

function keyOf(keys: KeyPair): ObjectKey {
  return new Uint8Array(derived(keys, "mucluc objects at rest 1"));
}

function derived({ privateKey }: KeyPair, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", Buffer.from(privateKey, "base64url"), "", purpose, 32));
}
