import fc from "fast-check";
import { expect, test } from "vitest";
import {
  copyNumber,
  type CopyParty,
  type CopyState,
  copyStates,
  isOpenCopy,
  nextCopySteps,
  refuseCopyStep,
} from "#shared/portal/copy-request.ts";

/** By hand: who may bring a request from where to where. */
const allowed: Record<CopyParty, string[]> = {
  asker: ["new withdrawn", "looking withdrawn", "granted withdrawn"],
  archivist: [
    ...[
      "new looking",
      "new refused",
      "looking granted",
      "looking refused",
      "granted made",
      "granted refused",
    ],
    ...["made handed-over", "made looking"],
  ],
};

test("only the listed steps are open, to whom they belong", () => {
  for (const from of copyStates) {
    for (const to of copyStates) {
      for (const party of ["asker", "archivist"] as const) {
        const refusal = refuseCopyStep(from, { to, reason: "Vì", lift: false }, [party]);
        expect(refusal === undefined, `${from} ${to} ${party}`).toBe(
          allowed[party].includes(`${from} ${to}`),
        );
      }
      expect(refuseCopyStep(from, { to, reason: "Vì", lift: false }, [])).toBeDefined();
    }
  }
});

test("refusing, sending back and leaving numbers readable need a reason; nothing else leaves them readable", () => {
  const archivist = ["archivist"] as const;
  const step = (to: CopyState, reason: string, lift = false) => ({ to, reason, lift });
  for (const from of ["new", "looking", "granted"] as const)
    expect(refuseCopyStep(from, step("refused", " "), archivist), from).toBe("reason-missing");
  expect(refuseCopyStep("made", step("looking", ""), archivist)).toBe("reason-missing");
  expect(refuseCopyStep("looking", step("granted", ""), archivist)).toBeUndefined();
  expect(refuseCopyStep("looking", step("granted", "", true), archivist)).toBe("reason-missing");
  expect(refuseCopyStep("looking", step("granted", "Chính chủ", true), archivist)).toBeUndefined();
  expect(refuseCopyStep("granted", step("made", "Chính chủ", true), archivist)).toBe("lift-elsewhere");
});

test("every way ends handed over, refused or withdrawn, and what a button offers is what the rule takes", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(), fc.constantFrom<CopyParty>("asker", "archivist")), { maxLength: 30 }),
      (walk) => {
        let state: CopyState = "new";
        for (const [choice, party] of walk) {
          const next = nextCopySteps(state, [party]);
          const taken = next[choice % Math.max(1, next.length)];
          if (!taken) continue;
          const reason = taken.needsReason ? "Vì" : "";
          expect(refuseCopyStep(state, { to: taken.to, reason, lift: false }, [party])).toBeUndefined();
          state = taken.to;
        }
        const isEnd = nextCopySteps(state, ["asker", "archivist"]).length === 0;
        expect(isEnd).toBe(!isOpenCopy(state));
      },
    ),
  );
  expect(copyNumber(2025, 12)).toBe("2025-0012");
});
