import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { deviceKeys } from "#electron/secrets/device-keys.ts";
import { openSecrets, type Vault } from "#electron/secrets/secrets.ts";
import { hideToken, openSettings, provinceToken } from "#electron/settings.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

/** Stands in for the system's keyring, as one user of one machine has it. */
const vaultOf = (user: number): Vault => ({
  encrypt: (text) =>
    Promise.resolve(Buffer.concat([Buffer.from([user]), Buffer.from(text).map((byte) => byte ^ 0x5a)])),
  decrypt: (sealed) =>
    sealed[0] === user
      ? Promise.resolve(Buffer.from(sealed.subarray(1).map((byte) => byte ^ 0x5a)).toString())
      : Promise.reject(new Error("another user's")),
});

const textIn = (folder: string) => readFileSync(join(folder, "secrets.json"), "utf8");

it("keeps secrets for the next start, in a file that only its user reads", async () => {
  const folder = temporaryFolder();
  const secrets = await openSecrets(folder, undefined);
  expect(secrets.kind).toBe("file");
  await secrets.write("one", "bí mật");
  await secrets.write("two", "khác");
  await secrets.remove("two");
  const again = await openSecrets(folder, undefined);
  expect([again.read("one"), again.read("two")]).toEqual(["bí mật", undefined]);
  if (process.platform !== "win32") expect(statSync(join(folder, "secrets.json")).mode & 0o077).toBe(0);
});

it("moves them into the system's keeping where there is one, and leaves that alone where there is none", async () => {
  const folder = temporaryFolder();
  await (await openSecrets(folder, undefined)).write("one", "plain-text-secret");
  const kept = await openSecrets(folder, vaultOf(1));
  expect([kept.kind, kept.read("one")]).toEqual(["system", "plain-text-secret"]);
  expect(textIn(folder)).not.toContain("plain-text-secret");
  const without = await openSecrets(folder, undefined);
  expect(without.read("one")).toBeUndefined();
  await without.write("one", "of this host");
  expect((await openSecrets(folder, vaultOf(1))).read("one")).toBe("plain-text-secret");
  expect((await openSecrets(folder, vaultOf(2))).read("one")).toBeUndefined();
});

it("makes the machine's keys once", async () => {
  const folder = temporaryFolder();
  const made = await deviceKeys(await openSecrets(folder, vaultOf(1)));
  expect(await deviceKeys(await openSecrets(folder, vaultOf(1)))).toEqual(made);
  expect(textIn(folder)).not.toContain(made.signing.privateKey);
});

it("takes the token out of the settings of an older version", async () => {
  const folder = temporaryFolder();
  const province = { address: "https://tinh.vn", token: "token-in-the-clear" };
  const older = { deviceId: "D1", profile: null, province, practiceToken: "t", ruleProfile: null };
  writeFileSync(join(folder, "settings.json"), JSON.stringify(older));
  const settings = await openSettings(folder, () => ({ ...older, deviceId: "D2" }));
  const secrets = await openSecrets(folder, undefined);
  await hideToken(settings, secrets);
  expect(secrets.read(provinceToken)).toBe("token-in-the-clear");
  expect(settings.current()).toMatchObject({ deviceId: "D1", province: { address: "https://tinh.vn" } });
  expect(readFileSync(join(folder, "settings.json"), "utf8")).not.toContain("token-in-the-clear");
});
