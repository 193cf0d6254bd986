import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeSealingKeys } from "#shared/node/keys.ts";
import { openKeepingDatabase, openNotes } from "#electron/keeping/keeping-database.ts";
import { openPlaceList } from "#electron/keeping/place-list.ts";
import { openPlace } from "#electron/keeping/places.ts";
import { openSecrets, type Vault } from "#electron/secrets/secrets.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

/** Stands in for the system's keyring. */
const vault: Vault = {
  encrypt: (text) => Promise.resolve(Buffer.from(text).map((byte) => byte ^ 0x5a) as Buffer),
  decrypt: (sealed) => Promise.resolve(Buffer.from(sealed.map((byte) => byte ^ 0x5a)).toString()),
};

const bytesIn = (folder: string) =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), "latin1"))
    .join("");

it("moves keys that an earlier version noted in clear among the secrets, and leaves no trace of them", async () => {
  const folder = temporaryFolder();
  const { publicKey, privateKey } = makeSealingKeys();
  const former = [
    { id: "one", folder: "E:\\sao-luu", daily: true, keys: { publicKey, privateKey } },
    { id: "two", folder: "F:\\sao-luu", daily: false, keys: null },
  ];
  const database = openKeepingDatabase(folder);
  openNotes(database).write("places", former);
  const secrets = await openSecrets(folder, vault);
  const places = await openPlaceList(openNotes(database), secrets).all();
  expect(places).toEqual([
    { id: "one", folder: "E:\\sao-luu", daily: true, sealed: true, keys: { publicKey, privateKey } },
    { id: "two", folder: "F:\\sao-luu", daily: false, sealed: false, keys: undefined },
  ]);
  expect(bytesIn(folder)).not.toContain(privateKey);
  database.close();
  expect(bytesIn(folder)).not.toContain(privateKey);
});

it("takes a place's key away with the place, and writes nothing to a sealed one whose key is lost", async () => {
  const folder = temporaryFolder();
  const database = openKeepingDatabase(folder);
  const secrets = await openSecrets(folder, undefined);
  const list = openPlaceList(openNotes(database), secrets);
  const place = { id: "one", folder, daily: true, sealed: true, keys: makeSealingKeys() };
  await list.keep(place);
  await list.keep({ ...place, id: "two" });
  await list.leave("two");
  expect(secrets.read("backup-key two")).toBeUndefined();
  await secrets.remove("backup-key one");
  const [left] = await openPlaceList(openNotes(database), secrets).all();
  expect(left).toMatchObject({ id: "one", sealed: true, keys: undefined });
  if (!left) throw new Error("the place is gone");
  await expect(openPlace(left)).rejects.toMatchObject({ code: "passphrase-needed" });
  database.close();
});
