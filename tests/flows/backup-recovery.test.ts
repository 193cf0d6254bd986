import { execFile } from "node:child_process";
import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { publicKeysOf, openProvinceKeys } from "#province/access/keys.ts";
import { sampleItem } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { openKeptDesk, push } from "./keeping-desk.ts";

const run = promisify(execFile);
const passphrase = "một câu mật khẩu dài";

/** A desk whose settings say that a province with these keys let it in. */
async function openEnrolled(folder: string, province: string) {
  const first = await openKeptDesk(folder);
  await first.close();
  const path = join(folder, "settings.json");
  const settings = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  const pin = publicKeysOf(await openProvinceKeys(province));
  writeFileSync(path, JSON.stringify({ ...settings, province: { address: "http://127.0.0.1:9", pin } }));
  return openKeptDesk(folder);
}

function recover(province: string, file: string) {
  const env = { ...process.env, MUCLUC_PROVINCE_DATA: province };
  return run(process.execPath, ["province/main.ts", "recover", file, "--to", "Lê Thị C, huyện Tuy Phước"], {
    env,
  });
}

test("a backup whose passphrase was forgotten opens by the code that the province tells", async () => {
  const [folder, disk, province, post] = [0, 1, 2, 3].map(() => temporaryFolder()) as [
    string,
    string,
    string,
    string,
  ];
  const desk = await openEnrolled(folder, province);
  await push(desk, "items", [sampleItem("item-1"), sampleItem("item-2")]);
  await desk.handlers["keeping.addPlace"]({ folder: disk, passphrase });
  const [place] = (await desk.handlers["keeping.status"]({})).places;
  expect(place).toMatchObject({ sealed: true, recoverable: true });
  await desk.handlers["keeping.backup"]({ id: place?.id ?? "" });
  await desk.close();

  // Only the small file travels.
  copyFileSync(join(disk, "recovery.sealed"), join(post, "recovery.sealed"));
  expect(readFileSync(join(post, "recovery.sealed"), "utf8")).not.toContain("privateKey");
  const { stdout } = await recover(province, join(post, "recovery.sealed"));
  const { code, file } = JSON.parse(stdout) as { code: string; file: string };
  const noted = readFileSync(join(province, "recoveries.jsonl"), "utf8");
  expect(JSON.parse(noted)).toMatchObject({
    to: "Lê Thị C, huyện Tuy Phước",
    digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
  });
  expect(noted).not.toContain(code);
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);

  const other = await openKeptDesk(temporaryFolder());
  const look = async (typed: string) => other.handlers["keeping.look"]({ folder: disk, passphrase: typed });
  await expect(look(code)).rejects.toMatchObject({ code: "passphrase-wrong" });
  copyFileSync(file, join(disk, "recovery.opened"));
  await expect(look("ABCD-EFGH-JKMN-PQRS")).rejects.toMatchObject({ code: "passphrase-wrong" });
  const [generation] = await look(` ${code.toLowerCase().replaceAll("-", " ")}`);
  expect(generation).toMatchObject({ records: 2 });
  expect(await look(passphrase)).toEqual([generation]);
});

test("another province, a damaged file and a machine that was never enrolled open nothing, and say so", async () => {
  const [folder, disk, province] = [0, 1, 2].map(() => temporaryFolder()) as [string, string, string];
  const desk = await openEnrolled(folder, province);
  await desk.handlers["keeping.addPlace"]({ folder: disk, passphrase });
  const file = join(disk, "recovery.sealed");
  await expect(recover(temporaryFolder(), file)).rejects.toThrow(/sealed for another province/);
  const damaged = join(temporaryFolder(), "recovery.sealed");
  const bytes = readFileSync(file);
  writeFileSync(
    damaged,
    bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte)),
  );
  await expect(recover(province, damaged)).rejects.toThrow(/damaged/);
  writeFileSync(damaged, bytes.subarray(0, 30));
  await expect(recover(province, damaged)).rejects.toThrow(/not whole/);
  await expect(recover(province, join(disk, "key.sealed"))).rejects.toThrow(/another province/);
  expect(existsSync(join(disk, "recovery.opened"))).toBe(false);
  expect(existsSync(join(province, "recoveries.jsonl"))).toBe(false);
  const unnamed = run(process.execPath, ["province/main.ts", "recover", file], {
    env: { ...process.env, MUCLUC_PROVINCE_DATA: province },
  });
  await expect(unnamed).rejects.toThrow(/--to/);

  const alone = await openKeptDesk(temporaryFolder());
  await alone.handlers["keeping.addPlace"]({ folder: temporaryFolder(), passphrase });
  expect((await alone.handlers["keeping.status"]({})).places[0]).toMatchObject({
    ...{ sealed: true, recoverable: false },
  });
});
