import { expect, it } from "vitest";
import { isTooOld, latestOf, programFor } from "#shared/rules/pack-needs.ts";
import { answerRules, type SignedPack } from "#shared/rules/signed-pack.ts";
import { blankPack, sampleSteps } from "#tests/helpers/sample-steps.ts";

it("takes the latest of versions as versions follow each other, and counts nothing that is none", () => {
  expect(latestOf(["0.9.0", "0.10.0", "0.2.0"])).toBe("0.10.0");
  expect(latestOf(["", "1.0", "v2.0.0", "9.9.9.9", "12345.0.0"])).toBe("");
  expect(latestOf([])).toBe("");
});

it("calls a program too old below what is needed alone, whatever comes after its numbers", () => {
  expect(isTooOld("0.2.9", "0.3.0")).toBe(true);
  expect(isTooOld("0.2.9-thu.1", "0.3.0")).toBe(true);
  for (const program of ["0.3.0", "0.3.0-thu.1", "0.10.0", "1.0.0", "", "không rõ"])
    expect(isTooOld(program, "0.3.0"), program).toBe(false);
  for (const needed of ["", "mới nhất"]) expect(isTooOld("0.0.1", needed)).toBe(false);
});

it("asks for what the parts of a pack ask for, and for what an officer asked beyond", () => {
  const since = { open: "0.1.0", batchSteps: "0.4.0" };
  expect(programFor("rules", blankPack, "", since)).toBe("0.1.0");
  const pack = { ...blankPack, batchSteps: sampleSteps(2) };
  expect(programFor("rules", pack, "", since)).toBe("0.4.0");
  expect(programFor("rules", pack, "0.3.0", since)).toBe("0.4.0");
  expect(programFor("rules", pack, "0.5.0", since)).toBe("0.5.0");
  expect(programFor("rules", null, "", since)).toBe("");
  expect(programFor("words", pack, "0.5.0")).toBe("0.1.0");
});

const signature = "s".repeat(86);
const part = (name: SignedPack["name"], program?: string): SignedPack => ({
  ...{ name, edition: 1, digest: "d".repeat(64), signature },
  ...(program !== undefined && { needs: { program, signature } }),
});

it("keeps all back where one part needs a later program, and nothing where none names one", () => {
  const signed = [part("rules", "0.2.0"), part("words", "0.3.0"), part("units", "0.1.0")];
  const handed = { digest: "a", rules: "rules", signed };
  expect(answerRules({ known: "k" }, "0.2.5", handed)).toEqual({ digest: "k" });
  expect(answerRules({ known: "k", needs: "yes" }, "0.2.5", handed)).toEqual({
    digest: "a",
    signed: signed.slice(0, 2),
  });
  expect(answerRules({ known: "a" }, "0.3.0", handed)).toEqual({ digest: "a", signed: signed.slice(0, 2) });
  expect(answerRules({}, undefined, handed).rules).toBe("rules");
  const before = { ...handed, signed: [part("rules"), part("words")] };
  expect(answerRules({}, "0.0.1", before)).toEqual({ digest: "a", rules: "rules", signed: before.signed });
  expect(answerRules({}, "0.0.1", { digest: "a", rules: "rules" })).toEqual({ digest: "a", rules: "rules" });
});
