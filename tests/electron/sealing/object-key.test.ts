import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openedName, recoveryName, reopenRecovery } from "#shared/node/backup-recovery.ts";
import { makeSealingKeys } from "#shared/node/keys.ts";
import { openSealing } from "#electron/sealing/object-key.ts";
import { openSecrets, type Vault } from "#electron/secrets/secrets.ts";
import { flipBit } from "#tests/flows/keeping-desk.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const passphrase = "bốn từ không liên quan";

/** Stands in for the system's keyring, as one user of one machine has it. */
const vaultOf = (user: number): Vault => ({
  encrypt: (text) =>
    Promise.resolve(Buffer.concat([Buffer.from([user]), Buffer.from(text).map((byte) => byte ^ 0x5a)])),
  decrypt: (sealed) =>
    sealed[0] === user
      ? Promise.resolve(Buffer.from(sealed.subarray(1).map((byte) => byte ^ 0x5a)).toString())
      : Promise.reject(new Error("another user's")),
});

const open = async (folder: string, vault?: Vault) => openSealing(folder, await openSecrets(folder, vault));

it("asks for the passphrase after each start where the system keeps no keys, and leaves no key on the disk", async () => {
  const folder = temporaryFolder();
  const first = await open(folder);
  expect(first.state()).toBe("off");
  await expect(first.turnOn("ngắn")).rejects.toMatchObject({ code: "passphrase-short" });
  expect(first.state()).toBe("off");
  await first.turnOn(passphrase);
  const { key } = first.current();
  expect(key).toHaveLength(32);
  expect(existsSync(join(folder, "secrets.json"))).toBe(false);

  const again = await open(folder);
  let opened = 0;
  again.whenOpen(() => (opened += 1));
  expect([again.state(), again.current(), opened]).toEqual(["locked", { wanted: true, key: undefined }, 0]);
  await expect(again.open("một câu khác hẳn")).rejects.toMatchObject({ code: "passphrase-wrong" });
  await expect(again.turnOn(passphrase)).rejects.toMatchObject({ code: "objects-locked" });
  await again.open(passphrase);
  expect([again.state(), opened]).toEqual(["open", 1]);
  expect(again.current().key).toEqual(key);

  await again.turnOn("một câu mới dài hơn");
  expect(again.current().key).toEqual(key);
  const last = await open(folder);
  await expect(last.open(passphrase)).rejects.toMatchObject({ code: "passphrase-wrong" });
  await last.open("một câu mới dài hơn");
  expect(last.current().key).toEqual(key);
});

it("asks nobody where the system keeps the key, and the passphrase of another user", async () => {
  const folder = temporaryFolder();
  const first = await open(folder, vaultOf(1));
  await first.turnOn(passphrase);
  const { key } = first.current();
  expect((await open(folder, vaultOf(1))).current()).toEqual({ wanted: true, key });
  const other = await open(folder, vaultOf(2));
  expect(other.state()).toBe("locked");
  await other.open(passphrase);
  expect(other.current().key).toEqual(key);
  expect((await open(folder, vaultOf(2))).state()).toBe("open");
});

it("opens by the code of the province for whoever forgot the passphrase, or whose key file is damaged or gone", async () => {
  const folder = temporaryFolder();
  const province = makeSealingKeys();
  const first = await open(folder);
  await first.turnOn(passphrase);
  expect(await first.recoverable()).toBe(false);
  await first.keepFor("");
  expect(await first.recoverable()).toBe(false);
  await first.keepFor(province.publicKey);
  expect(await first.recoverable()).toBe(true);
  const { key } = first.current();
  const atProvince = temporaryFolder();
  const opened = join(atProvince, openedName);
  copyFileSync(join(first.folder, recoveryName), join(atProvince, recoveryName));
  const code = await reopenRecovery(join(atProvince, recoveryName), opened, province);

  for (const spoil of ["nothing", "flipped", "gone"]) {
    const keyFile = join(first.folder, "key.sealed");
    if (spoil === "flipped") flipBit(keyFile, readFileSync(keyFile).length - 3);
    if (spoil === "gone") rmSync(keyFile);
    rmSync(join(first.folder, openedName), { force: true });
    const locked = await open(folder);
    expect(locked.state(), spoil).toBe("locked");
    await expect(locked.open(code)).rejects.toMatchObject({
      code: spoil === "gone" ? "object-key-damaged" : "passphrase-wrong",
    });
    copyFileSync(opened, join(first.folder, openedName));
    await locked.open(code);
    expect(locked.current().key).toEqual(key);
  }
  expect(readdirSync(first.folder)).toContain(recoveryName);
});
