import { expect, test } from "vitest";
import { Check } from "typebox/value";
import {
  collectionSchema,
  hashesAnswerSchema,
  pullAnswerSchema,
  pullRequestSchema,
  pushAnswerSchema,
} from "#shared/replication/messages.ts";
import { sampleFile } from "#tests/helpers/sample-records.ts";

test("answers of the protocol pass, and near misses do not", () => {
  const file = { ...sampleFile("file-1"), _deleted: false };
  expect(Check(pullAnswerSchema, { documents: [file], checkpoint: { epoch: "e", seq: 1 } })).toBe(true);
  expect(Check(pullAnswerSchema, { documents: [], checkpoint: null })).toBe(true);
  expect(Check(pullAnswerSchema, { documents: [], checkpoint: { epoch: "e", seq: "1" } })).toBe(false);
  expect(Check(pullAnswerSchema, { documents: [{ ...file, id: "" }], checkpoint: null })).toBe(false);
  expect(Check(pullAnswerSchema, "<html></html>")).toBe(false);
  expect(Check(pushAnswerSchema, { conflicts: [file], refused: [] })).toBe(true);
  expect(Check(pushAnswerSchema, { conflicts: [], refused: [{ id: "a", code: "no", detail: "" }] })).toBe(
    false,
  );
  expect(Check(pushAnswerSchema, [])).toBe(false);
  expect(Check(hashesAnswerSchema, { hashes: [["a", "b"]] })).toBe(true);
  expect(Check(hashesAnswerSchema, { hashes: [["a"]] })).toBe(false);
});

test("a pull asks for at most 2000 records of a collection that exists", () => {
  expect(Check(pullRequestSchema, { checkpoint: null, limit: 2000 })).toBe(true);
  expect(Check(pullRequestSchema, { checkpoint: null, limit: 2001 })).toBe(false);
  expect(Check(pullRequestSchema, { checkpoint: null, limit: 0 })).toBe(false);
  expect(Check(collectionSchema, "files")).toBe(true);
  expect(Check(collectionSchema, "users")).toBe(false);
});
