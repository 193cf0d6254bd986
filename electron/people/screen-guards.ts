import type { Profile } from "#shared/archive/profile.ts";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import { stepListIn } from "#shared/rules/pack.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { RuleKeeper } from "#electron/province/rule-pack.ts";
import { isOfSample, isSampleCall } from "#electron/sample/of-sample.ts";
import { capturersOf } from "#electron/quality/capturers-of.ts";
import { readBesideStep } from "#electron/rework/beside-batch.ts";
import { readHeldInBatch } from "#electron/rework/held-in-batch.ts";
import { readReworks } from "#electron/rework/open-reworks.ts";
import type { People } from "./open-people.ts";
import { type PermitWrite, permitWrites } from "./permit-writes.ts";
import { whileLocked } from "./while-locked.ts";
import { withPermissions } from "./with-permissions.ts";

type Parts = {
  people: People;
  journal: Journal;
  profile: () => Profile | null;
  rules: Pick<RuleKeeper, "given">;
};

/** What stands between the screen and the desk: the lock, and the table of permissions at every call and record. */
export function screenGuards({ people, journal, profile, rules }: Parts): {
  permit: PermitWrite;
  guard: (handlers: DeskHandlers) => DeskHandlers;
} {
  const listOf = (version: number) => stepListIn(rules.given()?.rules, version);
  return {
    permit: permitWrites({
      writersOf: people.writersOf,
      isOfSample: (collection, record) => isOfSample(journal, collection, record),
      stamp: (by) => journal.stamp(by),
      reworksOf: (batchId) => readReworks(journal, batchId),
      contentOf: (batch) => readHeldInBatch(journal, batch),
      besideOf: (batch) => readBesideStep(journal, batch, listOf),
      capturersOf: (held, merged) => capturersOf(journal, "items", held, merged),
      listOf,
      read: (collection, id) => journal.read(collection, id),
      scopeOf: ({ collection, id }) => journal.read(collection, id)?.scope,
    }),
    guard: (handlers) =>
      whileLocked(
        withPermissions(handlers, {
          profile,
          isHead: people.isHead,
          ofSample: (name, input) => isSampleCall(journal, name, input),
        }),
        people,
      ),
  };
}
