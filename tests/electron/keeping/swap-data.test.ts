import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { planSwap, swapAsPlanned } from "#electron/keeping/swap-data.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const from = "restored-20250520-080000-abc";
const aside = "before-restore-20250520-080001-abc";
const object = (store: string) => join(store, "objects", "ab", "c".repeat(62));

function write(path: string, text: string): void {
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
}

/** Present data with a log beside its journal, and restored data to take their place. */
async function planned(): Promise<string> {
  const folder = temporaryFolder();
  for (const name of [
    "journal.sqlite",
    "journal.sqlite-wal",
    "index.sqlite",
    "tray.sqlite",
    "loopback.json",
  ]) {
    write(join(folder, name), `present ${name}`);
  }
  write(object(folder), "damaged");
  write(join(folder, from, "journal.sqlite"), "restored journal.sqlite");
  write(object(join(folder, from)), "whole");
  await planSwap(folder, { from, aside });
  return folder;
}

function expectExchanged(folder: string): void {
  const text = (...path: string[]) => readFileSync(join(folder, ...path), "utf8");
  expect(text("journal.sqlite")).toBe("restored journal.sqlite");
  // A log of the former journal beside the new one would be played into it.
  expect(existsSync(join(folder, "journal.sqlite-wal"))).toBe(false);
  expect(existsSync(join(folder, "index.sqlite"))).toBe(false);
  expect(text("tray.sqlite")).toBe("present tray.sqlite");
  expect(text("loopback.json")).toBe("present loopback.json");
  for (const name of ["journal.sqlite", "journal.sqlite-wal", "index.sqlite"]) {
    expect(text(aside, name)).toBe(`present ${name}`);
  }
  expect(readFileSync(object(folder), "utf8")).toBe("whole");
  expect(readFileSync(object(join(folder, aside)), "utf8")).toBe("damaged");
  expect(existsSync(join(folder, "restore.json"))).toBe(false);
  expect(existsSync(join(folder, from))).toBe(false);
}

describe("data that change places", () => {
  it("move as a whole: what comes goes in, what it replaces and what was derived goes aside", async () => {
    const folder = await planned();
    expect(await swapAsPlanned(folder)).toBe(aside);
    expectExchanged(folder);
    expect(await swapAsPlanned(folder)).toBeUndefined();
  });

  it("go on where they were cut short, while the present were moving aside", async () => {
    const folder = await planned();
    mkdirSync(join(folder, aside));
    renameSync(join(folder, "journal.sqlite"), join(folder, aside, "journal.sqlite"));
    await swapAsPlanned(folder);
    expectExchanged(folder);
  });

  it("go on where they were cut short, while the new were moving in", async () => {
    const folder = await planned();
    mkdirSync(join(folder, aside));
    for (const name of ["journal.sqlite", "journal.sqlite-wal", "index.sqlite"]) {
      renameSync(join(folder, name), join(folder, aside, name));
    }
    renameSync(join(folder, from, "journal.sqlite"), join(folder, "journal.sqlite"));
    const plan = JSON.parse(readFileSync(join(folder, "restore.json"), "utf8")) as object;
    writeFileSync(join(folder, "restore.json"), JSON.stringify({ ...plan, phase: "in" }));
    await swapAsPlanned(folder);
    expectExchanged(folder);
  });

  it("stay where they are under a plan that leads out of the folder", async () => {
    const folder = await planned();
    const plan = { from: "../elsewhere", aside, names: ["journal.sqlite"], phase: "aside" };
    writeFileSync(join(folder, "restore.json"), JSON.stringify(plan));
    expect(await swapAsPlanned(folder)).toBeUndefined();
    expect(readFileSync(join(folder, "journal.sqlite"), "utf8")).toBe("present journal.sqlite");
  });
});
