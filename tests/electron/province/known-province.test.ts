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
  const steps: [string, string, "same" | "other"][] = [
    ["http://a", "token-1", "same"],
    ["http://a", "token-1", "same"],
    ["http://a", "token-2", "same"],
    ["http://b", "token-2", "same"],
    ["http://c", "token-3", "other"],
    ["http://c", "token-3", "same"],
    ["http://b", "token-2", "other"],
  ];
  for (const [address, token, other] of steps) {
    expect(adoptProvince(facts, { address, token }), `${address} ${token}`).toBe(other);
  }
  database.close();
  const raw = new DatabaseSync(`${folder}/sync.sqlite`);
  expect(JSON.stringify(raw.prepare("SELECT * FROM facts").all())).not.toContain("token-2");
  raw.close();
});

test("to a hub and back to the same province is a move; from a hub to another province is another", () => {
  const database = openSyncDatabase(temporaryFolder());
  const facts = openFacts(database);
  const province = { address: "https://a", token: "token-1" };
  const hub = (id: string, port: number) => ({
    address: `http://127.0.0.1:${port}`,
    token: "hub-token",
    hub: { id, name: "Máy 1", stranger: () => false },
  });
  const steps = [
    [province, "same"],
    [hub("one", 1), "moved"],
    // The way to it is another at each start, and the hub the same.
    [hub("one", 2), "same"],
    [hub("two", 2), "moved"],
    [province, "moved"],
    [hub("one", 3), "moved"],
    [{ address: "https://b", token: "token-2" }, "other"],
  ] as const;
  for (const [credentials, adopted] of steps) expect(adoptProvince(facts, credentials)).toBe(adopted);
  database.close();
});
