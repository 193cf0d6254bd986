import { type Static, Type } from "typebox";
import { Choice } from "#shared/base/schema.ts";

/** How a request for a copy stands. */
export const copyStates = [
  "new",
  "looking",
  "granted",
  "refused",
  "made",
  "handed-over",
  "withdrawn",
] as const;

export type CopyState = (typeof copyStates)[number];

/** A plain copy (bản sao), or one with the archive's certification on it (bản sao có chứng thực lưu trữ). */
export const copyKinds = ["plain", "certified"] as const;

/** How the copy is received: at the archive, by post, or as a file in the portal. */
export const copyWays = ["at-archive", "by-post", "in-portal"] as const;

/** What somebody asks for of one document. */
export const copyWishSchema = Type.Object({
  kind: Choice(copyKinds),
  copies: Type.Integer({ minimum: 1, maximum: 20 }),
  purpose: Type.String({ minLength: 1, maxLength: 1000, pattern: "\\S" }),
  way: Choice(copyWays),
  /** Where the asker is reached: telephone, address. */
  contact: Type.String({ maxLength: 300 }),
});

export type CopyWish = Static<typeof copyWishSchema>;

/** A wish of somebody without an account, entered for them by an archivist. Only an account receives files. */
export const walkInSchema = Type.Object({
  ...copyWishSchema.properties,
  way: Choice(["at-archive", "by-post"]),
  name: Type.String({ minLength: 1, maxLength: 200, pattern: "\\S" }),
});

/** A step to take on a request, as it is sent; `after` is how many steps whoever takes it has seen. */
export const copyStepSchema = Type.Object({
  to: Choice(copyStates),
  reason: Type.String({ maxLength: 1000 }),
  /** With the grant: numbers of papers of identity are left readable. Needs a reason. */
  lift: Type.Boolean(),
  after: Type.Integer({ minimum: 1, maximum: 1000 }),
});

export type CopyStep = Static<typeof copyStepSchema>;

/** What somebody is to a request: who asked, or an archivist within whose scope the document lies. */
export type CopyParty = "asker" | "archivist";

type Move = { from: CopyState; to: CopyState; by: readonly CopyParty[]; needsReason?: true };

const archivist = ["archivist"] as const;

/** Who may bring a request from where to where. What was handed over, refused or withdrawn stays so: one asks anew. */
const copyMoves: readonly Move[] = [
  { from: "new", to: "looking", by: archivist },
  { from: "new", to: "refused", by: archivist, needsReason: true },
  { from: "looking", to: "granted", by: archivist },
  { from: "looking", to: "refused", by: archivist, needsReason: true },
  { from: "granted", to: "made", by: archivist },
  { from: "granted", to: "refused", by: archivist, needsReason: true },
  { from: "made", to: "handed-over", by: archivist },
  // The copy has a fault, or shows what it should not: it is granted and made anew.
  { from: "made", to: "looking", by: archivist, needsReason: true },
  { from: "new", to: "withdrawn", by: ["asker"] },
  { from: "looking", to: "withdrawn", by: ["asker"] },
  { from: "granted", to: "withdrawn", by: ["asker"] },
];

export type CopyRefusal = "not-a-step" | "not-your-role" | "reason-missing" | "lift-elsewhere";

/** Whether somebody may take a step on a request in a state; `undefined` means yes. */
export function refuseCopyStep(
  from: CopyState,
  step: Pick<CopyStep, "to" | "reason" | "lift">,
  parties: readonly CopyParty[],
): CopyRefusal | undefined {
  const move = copyMoves.find((known) => known.from === from && known.to === step.to);
  if (!move) return "not-a-step";
  if (!move.by.some((party) => parties.includes(party))) return "not-your-role";
  if (step.lift && step.to !== "granted") return "lift-elsewhere";
  if ((move.needsReason === true || step.lift) && step.reason.trim() === "") return "reason-missing";
  return undefined;
}

/** Where somebody may bring a request in a state, and whether they say why. */
export function nextCopySteps(
  from: CopyState,
  parties: readonly CopyParty[],
): { to: CopyState; needsReason: boolean }[] {
  return copyMoves
    .filter((move) => move.from === from && move.by.some((party) => parties.includes(party)))
    .map(({ to, needsReason = false }) => ({ to, needsReason }));
}

/** Whether a request waits for an archivist still. */
export function isOpenCopy(state: CopyState): boolean {
  return state === "new" || state === "looking" || state === "granted" || state === "made";
}

/** The number of a request within its year: `2025-0012`. */
export function copyNumber(year: number, place: number): string {
  return `${year}-${String(place).padStart(4, "0")}`;
}
