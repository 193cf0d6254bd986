import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, it } from "vitest";
import { keyFolder } from "#electron/sqlite/folder-keys.ts";
import { cipherOf } from "#electron/sqlite/open-sqlite.ts";
import { released } from "#electron/sqlite/released.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const kills = Number(process.env["MUCLUC_KILLS"] ?? 4);

/** Starts the writer, kills it once it has said `enough` ids, and answers every id it said. */
async function writeAndKill(folder: string, key: string, round: number, enough: number): Promise<string[]> {
  const script = join(import.meta.dirname, "write-and-say.ts");
  const child: ChildProcess = spawn(process.execPath, [script, folder, String(round), key], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
    if (said.split("\n").length > enough) child.kill("SIGKILL");
  });
  await once(child, "close");
  return said.split("\n").slice(0, -1);
}

it.each([
  ["plain", ""],
  ["encrypted", "ab".repeat(32)],
])(
  "a journal that is %s keeps every record it answered for when its process is killed in mid-write",
  async (cipher, key) => {
    const folder = temporaryFolder();
    if (key !== "") await keyFolder(folder, key);
    const said: string[] = [];
    for (let round = 0; round < kills; round += 1) {
      said.push(...(await writeAndKill(folder, key, round, 50 + (round % 8) * 40)));
      const journal = openTestJournal({ folder });
      expect(said.length).toBeGreaterThan(50);
      expect(said.filter((id) => journal.read("items", id) === undefined)).toEqual([]);
      expect(await journal.verify()).toEqual({ entries: journal.last().seq, brokenAt: undefined });
      expect(journal.count("items")).toBe(journal.last().seq);
      journal.close();
      await released();
      expect(cipherOf(join(folder, "journal.sqlite"))).toBe(cipher);
    }
  },
  60_000 + kills * 15_000,
);
