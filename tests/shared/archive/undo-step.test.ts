import { describe, expect, test } from "vitest";
import { type Batch, type BatchState, batchMoves, isAccepted } from "#shared/archive/batch.ts";
import { roles } from "#shared/archive/role.ts";
import { refuseUndo } from "#shared/archive/undo-step.ts";
import { makeBatch, phuocLoc } from "#tests/province/world.ts";

function after(from: BatchState, to: BatchState): Batch {
  const mass = { id: "act", from, before: {} };
  const step = { to, at: "2025-05-20T01:00:00.000Z", by: "Tôi", role: "sorter", reason: "", mass } as const;
  return makeBatch("b", phuocLoc, { state: to, steps: [step] });
}

const mine = { by: "Tôi", role: "district-checker", reason: "Nhầm" } as const;

describe("taking a step of many back", () => {
  test.each(batchMoves.map(({ from, to }) => [from, to] as const))(
    "from %s to %s is for the roles of that step, and never opens or accepts",
    (from, to) => {
      const fine = batchMoves
        .filter((move) => move.from === from && move.to === to)
        .flatMap((one) => one.roles);
      for (const role of roles) {
        const expected =
          isAccepted(from) !== isAccepted(to)
            ? "not-a-step"
            : fine.includes(role)
              ? undefined
              : "not-your-role";
        expect(refuseUndo(after(from, to), "act", { ...mine, role }), role).toBe(expected);
      }
    },
  );

  test("is for who took it, or whom may decide on batches, and asks for a reason", () => {
    const batch = after("handed-over", "received");
    expect(refuseUndo(batch, "act", { ...mine, reason: " " })).toBe("reason-missing");
    expect(refuseUndo(batch, "act", { ...mine, by: "Bạn" })).toBeUndefined();
    expect(refuseUndo(batch, "act", { ...mine, by: "Bạn", role: "sorter" })).toBe("not-your-role");
    expect(refuseUndo(batch, "act", { ...mine, role: "sorter" })).toBeUndefined();
  });

  test("is over once another step was taken, and keeps a batch that is held from going on", () => {
    const batch = after("checking", "returned");
    const [step] = batch.steps ?? [];
    const on = {
      ...batch,
      steps: step ? [step, { ...step, mass: undefined, to: "handed-over" as const }] : [],
    };
    expect(refuseUndo(on as Batch, "act", mine)).toBe("moved-since");
    expect(refuseUndo(batch, "another", mine)).toBe("moved-since");
    const held = { code: "stuck", why: "", at: "", by: "Bạn" } as const;
    expect(refuseUndo({ ...batch, held }, "act", mine)).toBe("batch-held");
    expect(refuseUndo({ ...after("handed-over", "received"), held }, "act", mine)).toBeUndefined();
  });
});
