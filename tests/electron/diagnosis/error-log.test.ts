import { appendFileSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DeskFault } from "#shared/contract/fault.ts";
import { openErrorLog } from "#electron/diagnosis/error-log.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const start = Date.parse("2026-11-29T00:00:00Z");

test("a fault is noted by its code, its call and its places, without a word of its message", () => {
  const log = openErrorLog(temporaryFolder(), () => start);
  const secret = "Hồ sơ của Nguyễn Văn Mật\n    at /home/nguyen-van-mat/secret.ts:1:1";
  const cause = Object.assign(new Error(secret), { code: "ENOSPC" });
  log.note("records.push", new DeskFault("disk-full", { detail: secret, cause }));
  log.note("", "thrown text");
  const [first = "", second = ""] = log.read().trim().split("\n");
  expect(JSON.parse(first)).toMatchObject({
    time: "2026-11-29T00:00:00.000Z",
    call: "records.push",
    code: "disk-full",
    cause: { code: "Error ENOSPC" },
  });
  expect(JSON.parse(first)).toHaveProperty("at.0", expect.stringContaining("error-log.test.ts"));
  expect(JSON.parse(second)).toMatchObject({ call: "", code: "string" });
  expect(log.read()).not.toMatch(/Mật|secret|nguyen|home/u);
});

test("the same fault is noted once a minute, and the log stays within twice its limit", () => {
  let now = start;
  const folder = temporaryFolder();
  const log = openErrorLog(folder, () => now, 4000);
  const fault = new DeskFault("province-unreachable");
  for (let at = 0; at < 300; at += 1) {
    log.note("sync.now", fault);
    log.note("sync.now", fault);
    now += 61_000;
  }
  const lines = log.read().trim().split("\n");
  const times = lines.map((line) => (JSON.parse(line) as { time: string }).time);
  expect(times).toEqual([...times].sort());
  expect(new Set(times).size).toBe(times.length);
  expect(times.at(-1)).toBe(new Date(now - 61_000).toISOString());
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(4000);
  expect(openErrorLog(folder, () => now).read()).toBe(log.read());
});

test("a log that cannot be written to fails nobody", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "errors.jsonl"));
  expect(() => appendFileSync(join(folder, "errors.jsonl"), "x")).toThrow();
  expect(() => openErrorLog(folder, () => start).note("x", new Error("y"))).not.toThrow();
});
