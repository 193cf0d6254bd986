import type { Batch, BatchState } from "#shared/archive/batch.ts";
import { claimStations, type Note } from "#shared/archive/note.ts";
import { type Act, may } from "#shared/archive/permissions.ts";
import type { Role } from "#shared/archive/role.ts";

export type ClaimStation = (typeof claimStations)[number];

export type Claim = Note & { claim: NonNullable<Note["claim"]> };

/** Whether a note says that a person took work on. */
export function isClaim(note: Note): note is Claim {
  return note.kind === "claim" && note.claim !== undefined;
}

/** At which station a batch is worked on in a state. */
export function claimStationOf(state: BatchState): ClaimStation | undefined {
  if (state === "received") return "preparing";
  return claimStations.find((station) => station === state);
}

/** What a person does who works at a station. */
const stationActs: Record<ClaimStation, Act> = {
  preparing: "prepare",
  capturing: "capture",
  checking: "check",
};

/**
 * Where a claim stands: it holds; or was let go; or its step is over, its time up; or another took it over with a
 * reason; or the authority held another's before it came.
 */
export const claimStands = ["standing", "released", "over", "expired", "taken", "lost"] as const;

export type ClaimStand = (typeof claimStands)[number];

/** Where a claim stands at a moment, by all that is known of claims on the same work and by its batch. */
export function standOfClaim(
  claim: Claim,
  others: readonly Claim[],
  batch: Pick<Batch, "state" | "steps">,
  now: string,
): ClaimStand {
  if (claim.withdrawn !== "" || claim.solvedAt !== "") return "released";
  if ((claim.lostTo ?? "") !== "") return "lost";
  if (hasLeft(batch, claim)) return "over";
  const taker = takerOf(claim, others);
  // Taken on again by the same person, it goes on as that one.
  if (taker) return taker.by === claim.by ? "released" : "taken";
  return now < claim.claim.until ? "standing" : "expired";
}

/** The claim that took another's place, knowing of it. */
export function takerOf(claim: Claim, others: readonly Claim[]): Claim | undefined {
  return others.find(
    (other) => (other.lostTo ?? "") === "" && other.withdrawn === "" && other.claim.knew.includes(claim.id),
  );
}

function hasLeft({ state, steps = [] }: Pick<Batch, "state" | "steps">, { at, claim }: Claim): boolean {
  const elsewhere = (to: BatchState) => claimStationOf(to) !== claim.station;
  return elsewhere(state) || steps.some((step) => step.at > at && elsewhere(step.to));
}

export const claimRefusals = ["not-your-role", "not-at-station", "claimed", "own-already"] as const;

export type ClaimRefusal = (typeof claimRefusals)[number];

/**
 * Whether a person may take work of a batch on at a station; what another holds (`standing`) is taken over only with a
 * reason.
 */
export function refuseClaim(
  { state }: Pick<Batch, "state">,
  station: ClaimStation,
  { by, role, reason }: { by: string; role: Role; reason: string },
  standing: readonly Claim[],
): ClaimRefusal | undefined {
  if (!may(role, "claim") || !may(role, stationActs[station])) return "not-your-role";
  if (claimStationOf(state) !== station) return "not-at-station";
  if (standing.some((claim) => claim.by === by)) return "own-already";
  return standing.length > 0 && reason.trim() === "" ? "claimed" : undefined;
}

/**
 * The claim that an authority holds against a new one: another person's on the same work at the same station, not ended
 * before the new one was made, of which its maker had not heard. The authority's order decides, no clock.
 */
export function claimAgainst(claim: Claim, held: readonly Claim[]): Claim | undefined {
  return held.find(
    (other) =>
      other.id !== claim.id &&
      other.by !== claim.by &&
      other.claim.station === claim.claim.station &&
      !claim.claim.knew.includes(other.id) &&
      other.withdrawn === "" &&
      other.solvedAt === "" &&
      (other.lostTo ?? "") === "" &&
      claim.at < other.claim.until &&
      !takerOf(other, held),
  );
}
