import { expect, test } from "vitest";
import { deskCollectionNames } from "#shared/archive/collections.ts";
import { recordShapes } from "#shared/archive/shapes.ts";
import { editRecord } from "#shared/archive/record.ts";
import { mergeRecords } from "#shared/replication/merge.ts";
import { ruleRecord } from "#shared/replication/rule-record.ts";
import {
  sampleCustody,
  sampleHandover,
  sampleNote,
  samplePoint,
  sampleReport,
} from "#tests/helpers/sample-desk-records.ts";
import { stampAt } from "#tests/helpers/sample-records.ts";

const ruling = stampAt(1000, "province");
const rule = <Kind extends Parameters<typeof mergeRecords>[0]>(
  collection: "custody" | "notes" | "reports",
  stored: Kind,
  edits: Partial<Kind>,
) => {
  const merged = mergeRecords(stored, editRecord<Kind>(stored, edits, stampAt(200)));
  return ruleRecord(collection, stored, merged, "district-checker", () => ruling);
};

test("the samples are records of their collections", () => {
  const made = {
    handovers: sampleHandover("H"),
    custody: sampleCustody("C"),
    points: samplePoint("P"),
    notes: sampleNote("N"),
    reports: sampleReport("R"),
  };
  for (const name of deskCollectionNames) expect(recordShapes[name].Check(made[name]), name).toBe(true);
});

test("what happened to paper stays as it was told first", () => {
  const stored = sampleCustody("C");
  expect(
    rule("custody", stored, { point: "on-shelf", by: "Người khác", scope: "52.550.21955" }),
  ).toMatchObject({
    point: "out-of-box",
    by: "Nguyễn Văn A",
    scope: stored.scope,
    deviceId: "province",
  });
  const ruled = rule("custody", stored, { note: "Sửa" });
  const pushed = editRecord(stored, { note: "Sửa" }, stampAt(200));
  expect(mergeRecords(ruled, pushed), "the ruling wins wherever it is merged").toEqual(ruled);
});

test("it can be withdrawn with a reason, and nothing else changes", () => {
  const stored = sampleReport("R");
  expect(rule("reports", stored, { withdrawn: "Lập nhầm ngày", remark: "Sửa" })).toMatchObject({
    withdrawn: "Lập nhầm ngày",
    remark: "",
  });
});

test("a note can be solved; its words stay", () => {
  const stored = sampleNote("N");
  expect(rule("notes", stored, { solvedAt: "2025-05-21", solvedBy: "Lê Văn C", text: "Khác" })).toMatchObject(
    {
      solvedAt: "2025-05-21",
      solvedBy: "Lê Văn C",
      text: stored.text,
    },
  );
});

test("the first telling is taken as it is", () => {
  const first = sampleCustody("C");
  expect(ruleRecord("custody", undefined, first, "capture-operator", () => ruling)).toBe(first);
});
