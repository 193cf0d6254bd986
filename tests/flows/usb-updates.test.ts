import { appendFileSync, copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { sheetEnding } from "#shared/keys/update-sheet.ts";
import { openProvinceKeys } from "#province/access/keys.ts";
import { verifyAudit } from "#province/store/audit.ts";
import { openPglite } from "#province/store/open-pglite.ts";
import { updateCommand } from "#province/update-command.ts";
import type { SettingsStore } from "#electron/settings.ts";
import { updateHandlers } from "#electron/update/update-handlers.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const reason = "Đã thử ở hai huyện";
const now = () => Date.parse("2025-06-02T01:00:00Z");

/** A province that approves what lies on a stick. */
async function openProvince() {
  const folder = temporaryFolder();
  const database = await openPglite();
  onTestFinished(() => database.close());
  const { signing, sealing } = await openProvinceKeys(folder);
  return {
    database,
    pin: { signing: signing.publicKey, sealing: sealing.publicKey },
    approve: (path: string, version: string, why = reason, name = "52") =>
      updateCommand(
        database,
        [path, "--version", version, "--scope", name, "--reason", why],
        { folder },
        now,
      ),
  };
}

/** What a machine of that province, which runs 0.2.0, makes of a stick. */
async function lookWith(pin: { signing: string; sealing: string } | undefined, folder: string) {
  const province = { address: "https://tinh.vn", ...(pin && { pin }) };
  const settings = { current: () => ({ province }) } as unknown as SettingsStore;
  return updateHandlers({ settings, version: "0.2.0" })["update.look"]({ folder });
}

async function standings(pin: { signing: string; sealing: string }, folder: string) {
  const { updates } = await lookWith(pin, folder);
  return Object.fromEntries(updates.map(({ name, standing }) => [name, standing]));
}

test("a machine tells without a line what its province approved from all else that lies on a stick", async () => {
  const office = await openProvince();
  const other = await openProvince();
  const stick = temporaryFolder();
  const put = (name: string, text = name) => {
    writeFileSync(join(stick, name), text);
    return join(stick, name);
  };
  const sheetOf = (name: string) => join(stick, `${name}${sheetEnding}`);
  for (const [name, version] of [
    ["moi.exe", "0.3.0"],
    ["dang-chay.AppImage", "0.2.0"],
    ["cu.tar.gz", "0.1.9"],
    ["sua.exe", "0.3.0"],
    ["thieu.exe", "0.3.0"],
    ["doi-ten.exe", "0.3.0"],
    ["phieu-sua.exe", "0.3.0"],
    ["phieu-hong.exe", "0.3.0"],
  ] as const)
    await office.approve(put(name), version);
  await other.approve(put("tinh-khac.exe"), "0.3.0");
  put("la.msi");
  put("ghi-chu.txt");
  appendFileSync(join(stick, "sua.exe"), "!");
  rmSync(join(stick, "thieu.exe"));
  renameSync(join(stick, "doi-ten.exe"), join(stick, "ten-khac.exe"));
  renameSync(sheetOf("doi-ten.exe"), sheetOf("ten-khac.exe"));
  writeFileSync(
    sheetOf("phieu-sua.exe"),
    readFileSync(sheetOf("phieu-sua.exe"), "utf8").replace('"0.3.0"', '"0.9.0"'),
  );
  writeFileSync(sheetOf("phieu-hong.exe"), "{");
  expect(await standings(office.pin, stick)).toEqual({
    "moi.exe": "newer",
    "dang-chay.AppImage": "same",
    "cu.tar.gz": "older",
    "sua.exe": "altered",
    "thieu.exe": "not-there",
    "ten-khac.exe": "not-a-sheet",
    "phieu-sua.exe": "not-signed",
    "phieu-hong.exe": "not-a-sheet",
    "tinh-khac.exe": "not-signed",
    "la.msi": "no-sheet",
  });
  const [found] = (await lookWith(office.pin, stick)).updates.filter(({ name }) => name === "moi.exe");
  expect(found).toMatchObject({ version: "0.3.0", at: "2025-06-02T01:00:00.000Z", size: 7 });
  // What its sheet says of a file that does not count is not shown.
  const [forged] = (await lookWith(office.pin, stick)).updates.filter(({ name }) => name === "phieu-sua.exe");
  expect(forged).toMatchObject({ version: "", at: "" });
});

test("one bad byte anywhere in an approved file or its sheet is told", async () => {
  const office = await openProvince();
  const stick = temporaryFolder();
  const path = join(stick, "moi.exe");
  const bytes = Buffer.from("0123456789".repeat(20));
  writeFileSync(path, bytes);
  await office.approve(path, "0.3.0");
  const sheet = readFileSync(`${path}${sheetEnding}`);
  for (let at = 0; at < bytes.length; at += 17) {
    const damaged = Buffer.from(bytes);
    damaged.writeUInt8((damaged.at(at) ?? 0) ^ 1, at);
    writeFileSync(path, damaged);
    expect(await standings(office.pin, stick), `byte ${at}`).toEqual({ "moi.exe": "altered" });
  }
  writeFileSync(path, bytes);
  const text = sheet.toString("utf8").trimEnd();
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    // Neither do spaces between the parts say anything, nor the last bits of a signature's last letter.
    if (/\s/.test(letter) || at === text.lastIndexOf('"') - 1) continue;
    writeFileSync(
      `${path}${sheetEnding}`,
      `${text.slice(0, at)}${letter === "x" ? "y" : "x"}${text.slice(at + 1)}`,
    );
    const { updates } = await lookWith(office.pin, stick);
    expect(["not-signed", "not-a-sheet"], `letter ${at}: ${letter}`).toContain(updates[0]?.standing);
  }
});

test("a machine without the province's key says so, and a folder that is not there is told", async () => {
  const stick = temporaryFolder();
  writeFileSync(join(stick, "moi.exe"), "x");
  expect(await lookWith(undefined, stick)).toEqual({ enrolled: false, updates: [] });
  await expect(lookWith(undefined, join(stick, "khong-co"))).rejects.toMatchObject({
    code: "folder-missing",
  });
});

test("an approval needs a reason, a version and a file, and stays in the province's audit", async () => {
  const office = await openProvince();
  const stick = temporaryFolder();
  const path = join(stick, "moi.exe");
  writeFileSync(path, "x");
  await expect(office.approve(path, "0.3.0", " ")).rejects.toThrow("nothing was changed");
  await expect(office.approve(path, "ba")).rejects.toThrow("update FILE");
  await expect(office.approve(path, "0.3.0", reason, "52.550")).rejects.toThrow("update FILE");
  await expect(office.approve(join(stick, "khong-co.exe"), "0.3.0")).rejects.toThrow("ENOENT");
  expect((await lookWith(office.pin, stick)).updates).toMatchObject([{ standing: "no-sheet" }]);
  const made = await office.approve(path, "0.3.0");
  const entries = await office.database.query(
    "select collection, id, changes from audit where district = '52'",
  );
  expect(entries).toMatchObject([
    {
      collection: "updates",
      id: made["digest"],
      changes: { act: "approved", name: "moi.exe", version: "0.3.0", reason },
    },
  ]);
  expect(await verifyAudit(office.database, "52")).toEqual({ entries: 1, brokenAt: undefined });
  const elsewhere = temporaryFolder();
  copyFileSync(path, join(elsewhere, "moi.exe"));
  copyFileSync(`${path}${sheetEnding}`, join(elsewhere, `moi.exe${sheetEnding}`));
  expect((await lookWith(office.pin, elsewhere)).updates).toMatchObject([{ standing: "newer" }]);
});
