import { expect, test } from "vitest";
import { noSeal } from "#shared/archive/decision.ts";
import { editRecord } from "#shared/archive/record.ts";
import { beforeAcceptance } from "#shared/replication/before-acceptance.ts";
import { mergeRecords } from "#shared/replication/merge.ts";
import { acceptWith } from "#tests/helpers/accepted-batch.ts";
import { makeBatch, makeFile, phuocLoc, stamp } from "#tests/province/world.ts";

const content = { files: [makeFile("f", phuocLoc, { batchId: "b" })], items: [], pages: [] };
const given = { to: "checking" as const, at: "", by: "Trần Quét", role: "checker" as const, reason: "" };
const checking = editRecord(makeBatch("b", phuocLoc), { state: "checking", steps: [given] }, stamp(10));

test("a batch before its acceptance keeps what was not the acceptance's, and gives way to it and to any true state", () => {
  const accepted = editRecord(acceptWith(content, checking), { note: "Ghi sau" }, stamp(2000));
  const before = beforeAcceptance(accepted);
  if (!before) throw new Error("no state before");
  expect(before).toMatchObject({ state: "checking", seal: noSeal, steps: [given], note: "Ghi sau" });
  expect(before).toMatchObject({ decidedAt: "", decidedBy: "" });
  for (const [one, other] of [
    [before, accepted],
    [accepted, before],
  ] as const)
    expect(mergeRecords(one, other)).toEqual(accepted);
  const capturing = editRecord(makeBatch("b", phuocLoc), { state: "capturing" }, stamp(5));
  expect(mergeRecords(before, capturing).state).toBe("capturing");
});

test("there is none of a batch that is not accepted, bears no seal or was made as it is", () => {
  const accepted = acceptWith(content, checking);
  expect(beforeAcceptance(checking)).toBeUndefined();
  expect(beforeAcceptance({ ...accepted, seal: noSeal })).toBeUndefined();
  expect(beforeAcceptance({ ...accepted, withdrawn: "lập nhầm" })).toBeUndefined();
  expect(beforeAcceptance({ ...accepted, clocks: { "*": stamp(1000).clock } })).toBeUndefined();
});
