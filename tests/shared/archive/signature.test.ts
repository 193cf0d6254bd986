import { expect, it } from "vitest";
import { batchStates } from "#shared/archive/batch.ts";
import { isSigned, refuseSigning, type Signature, withoutSignature } from "#shared/archive/signature.ts";
import { sampleItem } from "#tests/helpers/sample-records.ts";

const [before, after, third] = ["a", "b", "c"].map((letter) => letter.repeat(64)) as [string, string, string];
const signature: Signature = {
  ...{ digest: after, of: before, ofSize: 10, ofReport: third, level: "b-b", at: "2025-06-02T01:00:00.000Z" },
  ...{ by: "Duyệt", name: "UBND huyện", issuer: "Nơi cấp", serial: "01" },
};
const made = sampleItem("item-1", { renditionDigest: before, renditionSize: 10, renditionKind: "two-layer" });
const signed = { ...made, renditionDigest: after, renditionSize: 30, signature };
const around = { batch: "accepted", held: false, beingMade: false, here: true } as const;

it("a rendition is signed while it is the one that the signature made", () => {
  expect([made, signed, { ...signed, renditionDigest: third }].map(isSigned)).toEqual([false, true, false]);
});

it("the item as it was accepted has the rendition of before, and no signature", () => {
  expect(withoutSignature(signed)).toEqual({ ...made, reportDigest: third });
  expect(withoutSignature({ ...signed, renditionDigest: third }).renditionDigest).toBe(third);
  expect(withoutSignature(made)).toEqual(made);
});

it("only what was accepted and is finished is signed, once", () => {
  expect(refuseSigning(made, around)).toBeUndefined();
  expect(refuseSigning(signed, around)).toBe("signed");
  expect(refuseSigning({ ...made, hold: "secret" }, around)).toBe("held");
  expect(refuseSigning(made, { ...around, held: true })).toBe("held");
  expect(refuseSigning({ ...made, renditionDigest: "" }, around)).toBe("no-rendition");
  expect(refuseSigning({ ...made, renditionKind: "untouched" }, around)).toBe("untouched");
  expect(refuseSigning(made, { ...around, beingMade: true })).toBe("being-made");
  expect(refuseSigning(made, { ...around, here: false })).toBe("away");
  const answers = batchStates.map((batch) => refuseSigning(made, { ...around, batch }) ?? "");
  expect(answers.filter((why) => why === "")).toHaveLength(1);
  expect(answers.filter((why) => why === "gone-on")).toHaveLength(3);
  expect(refuseSigning(made, { ...around, batch: "" })).toBe("not-accepted");
});
