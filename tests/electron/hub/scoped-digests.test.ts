import { expect, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { openScopedDigests } from "#electron/hub/scoped-digests.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleFile, sampleItem, stampAt } from "#tests/helpers/sample-records.ts";
import { seeded } from "#tests/helpers/seeded.ts";

const scopes = ["52.550", "52.550.21952", "52.550.21955", "52.551.21973", "52.550.2195"];

test.each(Array.from({ length: 20 }, (_, at) => at + 1))(
  "digests that follow what is written are those read anew, in every scope (seed %i)",
  (seed) => {
    const chance = seeded(seed);
    const journal = openTestJournal();
    const digests = openScopedDigests(journal);
    const scope = () => scopes[chance(scopes.length)] ?? "52.550";
    const expectSame = () => {
      for (const collection of ["files", "items", "conflicts"] as const) {
        for (const within of [...scopes, "52", "52.550.9"]) {
          const [kept, read] = [digests.of(collection, within), journal.within(within).digest(collection)];
          expect([kept.count, kept.digest(), kept.buckets()]).toEqual([
            read.count,
            read.digest(),
            read.buckets(),
          ]);
        }
      }
    };
    for (let round = 0; round < 12; round += 1) {
      // Some scopes are asked for before there is anything, some when much is there.
      for (let asked = chance(3); asked > 0; asked -= 1) digests.of("files", scope());
      const files = Array.from({ length: 1 + chance(5) }, () => {
        const id = `file-${chance(8)}`;
        const held = journal.read("files", id) ?? sampleFile(id, { scope: scope() });
        const stamp = stampAt(10 + chance(500), `desk-${chance(3)}`);
        return editRecord(held, { title: `Lần ${round}`, ...(chance(3) === 0 && { scope: scope() }) }, stamp);
      });
      const bases = new Map(files.map(({ id }) => [id, sampleFile(id).clocks]));
      const origin = (["screen", "centre", "province"] as const)[chance(3)] ?? "screen";
      journal.write("files", files, origin, origin === "province" ? {} : { bases });
      journal.write("items", [sampleItem(`item-${chance(5)}`, { scope: scope() }, 1 + chance(90))], "desk");
      if (chance(3) === 0) expectSame();
    }
    expectSame();
    digests.stop();
  },
);
