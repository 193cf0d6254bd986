import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { openFacts } from "#electron/province/facts.ts";
import { adoptProvince } from "#electron/province/known-province.ts";
import { openSyncDatabase } from "#electron/province/sync-database.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

test("a province is another only when both its address and its token are new", () => {
  const folder = temporaryFolder();
  const database = openSyncDatabase(folder);
  const facts = openFacts(database);
  const steps: [string, string, boolean][] = [
    ["http://a", "token-1", false],
    ["http://a", "token-1", false],
    ["http://a", "token-2", false],
    ["http://b", "token-2", false],
    ["http://c", "token-3", true],
    ["http://c", "token-3", false],
    ["http://b", "token-2", true],
  ];
  for (const [address, token, other] of steps) {
    expect(adoptProvince(facts, { address, token }), `${address} ${token}`).toBe(other);
  }
  database.close();
  const raw = new DatabaseSync(`${folder}/sync.sqlite`);
  expect(JSON.stringify(raw.prepare("SELECT * FROM facts").all())).not.toContain("token-2");
  raw.close();
});
