import { describe, expect, it } from "vitest";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { answer } from "#electron/answer.ts";

const reported: unknown[] = [];
const report = (error: unknown) => reported.push(error);

const handlers = {
  "jobs.pause": () => ({}),
  "jobs.retry": () => {
    throw new DeskFault("not-found", { detail: "no such job" });
  },
  "counts.overview": () => {
    throw new TypeError("a secret path /home/x");
  },
} as unknown as DeskHandlers;

describe("answer", () => {
  it("answers a call of the contract", async () => {
    expect(await answer(handlers, "jobs.pause", { paused: true }, report)).toEqual({ ok: true, value: {} });
  });

  it.each(["jobs.burn", "toString", "__proto__", ""])(
    "refuses the call %j, which the contract has not",
    async (name) => {
      expect(await answer(handlers, name, {}, report)).toMatchObject({
        ok: false,
        fault: { code: "bad-call" },
      });
    },
  );

  it("refuses an input that is not of the call's schema", async () => {
    const result = await answer(handlers, "jobs.pause", { paused: "yes" }, report);
    expect(result).toMatchObject({ ok: false, fault: { code: "bad-call", lasting: true } });
  });

  it("hands a fault through as data", async () => {
    const result = await answer(handlers, "jobs.retry", { id: "x" }, report);
    expect(result).toEqual({ ok: false, fault: { code: "not-found", lasting: true, detail: "no such job" } });
  });

  it("says nothing of an error it did not foresee, but reports it", async () => {
    const result = await answer(handlers, "counts.overview", {}, report);
    expect(result).toEqual({
      ok: false,
      fault: { code: "internal", lasting: false, detail: "counts.overview" },
    });
    expect(String(reported.at(-1))).toContain("a secret path");
  });
});
