import type { CollectionName } from "#shared/archive/collections.ts";
import type { PushAnswer, PushRow } from "#shared/replication/messages.ts";
import { type SyncWire, WireFault } from "#shared/replication/sync-wire.ts";
import { DiskFull } from "#tests/helpers/memory-store.ts";
import type { Chance } from "#tests/helpers/seeded.ts";
import type { Machine } from "./plan.ts";
import type { VirtualTime } from "./virtual-time.ts";

export type Line = {
  time: VirtualTime;
  chance: Chance;
  from: Machine;
  to: Machine;
  wire: SyncWire;
  /** True while nothing comes through, however long. */
  cut: () => boolean;
  /** True while everything comes through once, in order. */
  calm: () => boolean;
  /** Called where an answer to a push has been heard. */
  answered: (collection: CollectionName, rows: readonly PushRow[], answer: PushAnswer) => void;
};

/** A wire over a bad line: requests and answers are lost, late, doubled, out of order; both ends may restart. */
export function badLine(line: Line): SyncWire {
  const { time, chance, from, to, wire, cut, calm } = line;
  const life = from.life;
  const travel = <Answer>(ask: () => Promise<Answer>): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const mishap = calm() ? 100 : cut() ? 0 : chance(100);
      const lost = () => {
        if (from.life === life) reject(new WireFault("unreachable", "lost"));
      };
      const giveUp = (hear: boolean) => {
        if (hear) time.later(10_000, lost);
      };
      const arrive = (hear: boolean) => {
        if (cut() && !calm()) {
          giveUp(hear);
          return;
        }
        // A machine that restarts before it has written knows nothing of the request.
        const there = to.life;
        time.later(calm() ? 1 : 20 + chance(400), () => {
          if (to.life !== there) {
            giveUp(hear);
            return;
          }
          written(ask).then(
            (answer) => {
              if (mishap < 8) giveUp(hear);
              else if (hear) time.later(20 + chance(3000), () => from.life === life && resolve(answer));
            },
            (fault: unknown) => {
              const error = fault instanceof Error ? fault : new Error(String(fault));
              if (hear) time.later(20 + chance(3000), () => from.life === life && reject(error));
            },
          );
        });
      };
      if (mishap < 4) {
        giveUp(true);
        return;
      }
      time.later(20 + chance(2000), () => arrive(true));
      // The network hands the same request over once more, perhaps after others that were sent later.
      if (mishap < 24 && mishap >= 16) time.later(chance(60_000), () => arrive(false));
    });
  return {
    push: async (collection, rows) => {
      const answer = await travel(() => wire.push(collection, rows));
      line.answered(collection, rows, answer);
      return answer;
    },
    pull: (...given) => travel(() => wire.pull(...given)),
    digest: (...given) => travel(() => wire.digest(...given)),
    buckets: (...given) => travel(() => wire.buckets(...given)),
    hashes: (...given) => travel(() => wire.hashes(...given)),
    read: (...given) => travel(() => wire.read(...given)),
  };
}

/** A machine whose disk is full answers 500, and holds what it held. */
async function written<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof DiskFull) throw new WireFault("fails-on-it", "500", error);
    throw error;
  }
}
