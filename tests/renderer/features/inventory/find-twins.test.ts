import { expect, it } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { addRecords } from "#renderer/db/work.ts";
import { findTwins, twinsInWords } from "#renderer/features/inventory/find-twins.ts";
import { sampleFile, sampleItem } from "#tests/helpers/sample-records.ts";
import { openWork } from "#tests/helpers/work.ts";

const probe = {
  fondsId: "fonds-1",
  number: "12",
  symbol: "QĐ-UBND",
  issuedDate: "2016-03-05",
  subject: "Về việc giao đất",
  addressee: "",
};

it("names the documents another is like by their file, and not itself", async () => {
  const work = await openWork();
  await addRecords(work, "files", [sampleFile("f", { code: "P1.01" })]);
  await addRecords(work, "items", [
    sampleItem("own", { fileId: "f", ordinal: 1 }),
    sampleItem("other", { fileId: "f", ordinal: 7 }),
  ]);
  const twins = await findTwins(work, () => Promise.resolve({ itemIds: ["own", "other"] }), probe, "own");
  expect(twins).toEqual([{ itemId: "other", ordinal: 7, fileCode: "P1.01" }]);
  expect(twinsInWords(vi, twins)).toContain("văn bản thứ 7 trong hồ sơ P1.01");
});

it("asks nothing of a row that says too little of its document", async () => {
  const work = await openWork();
  let asked = 0;
  const ask = () => {
    asked += 1;
    return Promise.resolve({ itemIds: [] });
  };
  await findTwins(work, ask, { ...probe, subject: "" }, "own");
  await findTwins(work, ask, { ...probe, number: "", issuedDate: "" }, "own");
  expect(asked).toBe(0);
  await findTwins(work, ask, probe, "own");
  expect(asked).toBe(1);
});
