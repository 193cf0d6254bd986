import { expect, test } from "vitest";
import { openFacts } from "#electron/province/facts.ts";
import { noteRound, readRounds } from "#electron/province/round-log.ts";
import { openSyncDatabase } from "#electron/province/sync-database.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

test("the last thirty rounds are kept with what they did, and outlast the app", () => {
  const folder = temporaryFolder();
  const database = openSyncDatabase(folder);
  const facts = openFacts(database);
  expect(readRounds(facts)).toEqual([]);
  const report = {
    equal: true,
    healed: 1,
    pushed: 4,
    pulled: 2,
    refused: 0,
    held: 0,
    waiting: [],
    otherLife: false,
    fault: undefined,
  };
  for (let at = 0; at < 33; at += 1) {
    const failed = at === 32;
    noteRound(facts, {
      ...{ begun: at * 1000, ended: at * 1000 + 250 },
      ...{ problem: failed ? "province-unreachable" : "", report: failed ? undefined : report },
    });
  }
  database.close();
  const again = openSyncDatabase(folder);
  const rounds = readRounds(openFacts(again));
  again.close();
  expect(rounds).toHaveLength(30);
  expect(rounds.at(-2)).toMatchObject({ at: "1970-01-01T00:00:31.250Z", ms: 250, pushed: 4, equal: true });
  expect(rounds.at(-1)).toMatchObject({ problem: "province-unreachable", equal: false, pushed: 0 });
});
