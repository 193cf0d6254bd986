import { describe } from "vitest";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { journalContract } from "./journal-contract.ts";

describe("the journal in SQLite", () => {
  journalContract((now) => openTestJournal(now ? { now } : {}));
});
