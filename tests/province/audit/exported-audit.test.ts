import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { without } from "#shared/base/without.ts";
import { makeSigningKeys } from "#shared/node/keys.ts";
import { auditCommand, checkAuditCommand } from "#province/audit/audit-command.ts";
import { checkExportedAudit } from "#province/audit/check-exported.ts";
import type { ExportedAudit } from "#province/audit/export-audit.ts";
import { chainOf } from "#province/store/audit.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import {
  makeFile,
  makeFonds,
  onEachStore,
  phuocLoc,
  quyNhon,
  stamp,
  tuyPhuoc,
  type World,
} from "#tests/province/world.ts";

onEachStore("an exported audit", (world) => {
  test("is whole and the province's without the province, for each district, and is written over nothing", async () => {
    await fill(world, 1100);
    const { to, key, audits, run } = await exported(world);
    expect(audits.map(({ district, entries }) => [district, entries])).toEqual([
      [quyNhon, 1],
      [tuyPhuoc, 1102],
    ]);
    for (const { file, district, entries } of audits)
      expect(await checkExportedAudit(file, key)).toEqual({
        ...{ sound: true, province: "Tỉnh thử", district, entries, signature: "valid" },
      });
    await expect(run("export", "--to", to)).rejects.toThrow("nothing was written over it");
    await expect(run("export", "--to", to, "--district", "52.999")).rejects.toThrow("no audit of 52.999");
    const noted = await world.database.query("select detail from readings where act = 'exported'");
    expect(noted[0]).toEqual({ detail: `audit ${quyNhon} ${tuyPhuoc} ${to}` });
    const { file } = audits[0] ?? { file: "" };
    expect(await checkAuditCommand([file, "--key", key])).toMatchObject({ sound: true });
    await expect(checkAuditCommand([file])).rejects.toThrow("audit check FILE --key KEY");
  });

  test("shows each line that was changed, left out, moved or added, and a chain that another made anew", async () => {
    await fill(world, 5);
    const { key, audits } = await exported(world, "--district", tuyPhuoc);
    const path = audits[0]?.file ?? "";
    const lines = readFileSync(path, "utf8").trimEnd().split("\n");
    expect(lines).toHaveLength(9);
    const check = async (changed: readonly string[]) => {
      writeFileSync(path, `${changed.join("\n")}\n`);
      const { sound, brokenLine, signature } = await checkExportedAudit(path, key);
      return [sound, brokenLine, signature];
    };
    expect(await check(lines)).toEqual([true, undefined, "valid"]);
    for (let at = 1; at < 8; at += 1) {
      const [one = "", next = ""] = lines.slice(at, at + 2);
      const other = one.replace(/"deviceId":"[^"]*"/u, '"deviceId":"kẻ khác"');
      expect(await check(lines.with(at, other)), `line ${at + 1} changed`).toEqual([false, at + 1, "forged"]);
      const without = await check(lines.toSpliced(at, 1));
      expect(without, `line ${at + 1} left out`).toEqual([false, at === 7 ? undefined : at + 1, "forged"]);
      expect((await check(lines.toSpliced(at, 0, one)))[1], `line ${at + 1} twice`).toBe(
        at === 1 ? 3 : at + 2,
      );
      if (at < 7) expect((await check(lines.with(at, next).with(at + 1, one)))[0]).toBe(false);
    }
    expect(await check(lines.slice(0, -1))).toEqual([false, undefined, "missing"]);
    expect(await check([...lines, lines[2] ?? ""])).toEqual([false, 10, "valid"]);
    expect(await check(lines.with(3, "không phải JSON"))).toEqual([false, 4, "forged"]);
    // With a chain of its own it follows, and is not what the province signed.
    let chain = "";
    const anew = lines.slice(1, -1).map((line) => {
      const entry = without({ ...(JSON.parse(line) as { chain: string }), deviceId: "kẻ khác" }, "chain");
      chain = chainOf(chain, tuyPhuoc, entry);
      return JSON.stringify({ ...entry, chain });
    });
    const end = JSON.stringify({ ...(JSON.parse(lines.at(-1) ?? "") as object), chain });
    expect(await check([lines[0] ?? "", ...anew, end])).toEqual([false, undefined, "forged"]);
    // Another district's name, or another's key.
    expect((await check(lines.with(0, lines[0]?.replace(tuyPhuoc, quyNhon) ?? "")))[0]).toBe(false);
    await check(lines);
    const other = makeSigningKeys().publicKey;
    expect(await checkExportedAudit(path, other)).toMatchObject({ sound: false, signature: "forged" });
    writeFileSync(path, "khác\n");
    await expect(checkExportedAudit(path, key)).rejects.toThrow("is no exported audit");
  });

  test("of an audit that was altered in the store is written as it stands, and says so", async () => {
    await fill(world, 2);
    await world.database.query("alter table audit disable trigger audit_stays");
    await world.database.query(
      `update audit set changes = '{"title":"Giả"}' where district = $1 and seq = 2`,
      [tuyPhuoc],
    );
    await world.database.query("alter table audit enable trigger audit_stays");
    const { key, audits } = await exported(world, "--district", tuyPhuoc);
    expect(process.exitCode).toBe(1);
    expect(audits).toMatchObject([{ entries: 4, brokenAt: 2 }]);
    const found = await checkExportedAudit(audits[0]?.file ?? "", key);
    expect(found).toMatchObject({ sound: false, brokenLine: 3 });
  });
});

/** So many changed files, one new, and a fonds in one district; a fonds in another. */
async function fill(world: World, changes: number): Promise<void> {
  const desk = await world.enrol("desk", tuyPhuoc);
  const far = await world.enrol("far", quyNhon);
  await world.push(desk, "fonds", makeFonds("fonds", phuocLoc));
  const files = Array.from({ length: changes }, (_, at) => makeFile(`file-${at}`, phuocLoc));
  for (let at = 0; at < changes; at += 200) await world.push(desk, "files", ...files.slice(at, at + 200));
  const [first] = files;
  if (first) await world.push(desk, "files", editRecord(first, { title: "Sửa “1/2” 0.1" }, stamp(9)));
  await world.push(far, "fonds", makeFonds("far", quyNhon));
}

async function exported(world: World, ...more: string[]) {
  const before = process.exitCode;
  onTestFinished(() => {
    process.exitCode = before;
  });
  const [folder, to] = [temporaryFolder(), join(temporaryFolder(), "nhat-ky")];
  const run = (...words: string[]) =>
    auditCommand(world.database, words, { folder, name: "Tỉnh thử" }, () => world.clock.now);
  const { key, audits } = (await run("export", "--to", to, ...more)) as {
    key: string;
    audits: ExportedAudit[];
  };
  return { to, key, audits, run };
}
