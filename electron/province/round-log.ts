import { type Static, Type } from "typebox";
import { Check } from "typebox/value";
import type { RoundReport } from "#shared/replication/engine.ts";
import type { Facts } from "./facts.ts";

const roundSchema = Type.Object({
  /** When it ended (ISO 8601), and how long it took in milliseconds. */
  at: Type.String(),
  ms: Type.Number(),
  /** Code of what ended it early; empty where nothing did. */
  problem: Type.String(),
  equal: Type.Boolean(),
  pushed: Type.Integer(),
  pulled: Type.Integer(),
  healed: Type.Integer(),
  refused: Type.Integer(),
});

export type NotedRound = Static<typeof roundSchema>;

const name = "rounds";
const kept = 30;

/** Notes how a round of synchronization ended; the last thirty are kept. */
export function noteRound(
  facts: Facts,
  round: { begun: number; ended: number; problem: string; report: RoundReport | undefined },
): void {
  const { begun, ended, problem, report } = round;
  const { equal = false, pushed = 0, pulled = 0, healed = 0, refused = 0 } = report ?? {};
  const noted: NotedRound = {
    at: new Date(ended).toISOString(),
    ms: Math.max(0, ended - begun),
    ...{ problem, equal, pushed, pulled, healed, refused },
  };
  try {
    facts.write(name, JSON.stringify([...readRounds(facts), noted].slice(-kept)));
  } catch {
    // A note that finds no room on the disk does not fail a round that went well.
  }
}

/** The rounds that are noted, the oldest first. */
export function readRounds(facts: Facts): NotedRound[] {
  const text = facts.read(name);
  if (text === "") return [];
  const value: unknown = JSON.parse(text);
  return Check(Type.Array(roundSchema), value) ? value : [];
}
