import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { Check } from "typebox/value";
import { covers } from "#shared/archive/unit.ts";
import type { PublicKeys } from "#shared/keys/key-text.ts";
import {
  type Machine,
  type MachineCard,
  machineCardSchema,
  machinesAnswerSchema,
  machineText,
} from "#shared/keys/machine-card.ts";
import { verifyText } from "#shared/node/keys.ts";
import { WireFault } from "#shared/replication/sync-wire.ts";
import { textIn } from "#electron/journal/row.ts";
import { inTransaction } from "#electron/journal/transaction.ts";
import type { ProvinceWire } from "#electron/province/province-wire.ts";

/** The machines that the province vouches for, as this desk last heard: each by the key it signs with. */
export type KnownMachines = {
  find(signing: string, pin: PublicKeys): Machine | undefined;
  card(signing: string): MachineCard | undefined;
  /** The machines of the centres over a unit, but for this one; the latest enrolled first, no more than fit a parcel. */
  centres(scope: string, own: string, pin: PublicKeys): Machine[];
  /** Keeps a card that was brought; answers the machine, or nothing where the province did not sign it. */
  take(card: MachineCard, pin: PublicKeys): Machine | undefined;
  /** Asks the province; one that cannot be reached, or is older, leaves what is known. */
  ask(wire: Pick<ProvinceWire, "ask">, pin: PublicKeys): Promise<void>;
};

const mostCentres = 6;

export function openMachines(database: Sqlite): KnownMachines {
  const findCard = database.prepare("SELECT card FROM machines WHERE signing = ?");
  const all = database.prepare("SELECT card FROM machines ORDER BY signing");
  const keep = database.prepare("INSERT OR REPLACE INTO machines (signing, card) VALUES (?, ?)");
  const read = (row: ReturnType<typeof findCard.get>) => {
    const card: unknown = row && JSON.parse(textIn(row, "card"));
    return Check(machineCardSchema, card) ? card : undefined;
  };
  const known = (signing: string) => read(findCard.get(signing));
  // The pin may have changed since a card was kept: each is proven when it is used.
  const proven = (card: MachineCard | undefined, pin: PublicKeys) =>
    card && isProven(card, pin) ? card.machine : undefined;
  const takeAll = (cards: readonly MachineCard[], pin: PublicKeys) =>
    inTransaction(database, () => {
      for (const card of cards) {
        const { signing } = card.machine.keys;
        const before = proven(known(signing), pin);
        if (isProven(card, pin) && (!before || spokenAt(card.machine) >= spokenAt(before)))
          keep.run(signing, JSON.stringify(card));
      }
    });
  return {
    find: (signing, pin) => proven(known(signing), pin),
    card: known,
    centres: (scope, own, pin) =>
      all
        .all()
        .flatMap((row) => proven(read(row), pin) ?? [])
        .filter(
          ({ role, revokedAt, keys, ...machine }) =>
            role === "district-checker" &&
            revokedAt === "" &&
            keys.signing !== own &&
            covers(machine.scope, scope),
        )
        .sort((one, other) => (one.enrolledAt > other.enrolledAt ? -1 : 1))
        .slice(0, mostCentres),
    take(card, pin) {
      if (!isProven(card, pin)) return undefined;
      takeAll([card], pin);
      return proven(known(card.machine.keys.signing), pin);
    },
    async ask(wire, pin) {
      try {
        takeAll((await wire.ask("/machines", machinesAnswerSchema)).cards, pin);
      } catch (error) {
        if (!(error instanceof WireFault))
          process.emitWarning(error instanceof Error ? error : String(error));
      }
    },
  };
}

function isProven({ machine, signature }: MachineCard, pin: PublicKeys): boolean {
  return verifyText("machine", machineText(machine), signature, pin.signing);
}

/** Of two words on one machine the later holds: it may have been shut out, or let in again. */
function spokenAt({ enrolledAt, revokedAt }: Machine): string {
  return revokedAt > enrolledAt ? revokedAt : enrolledAt;
}
