import { expect, it } from "vitest";
import { aboutDocument } from "#shared/archive/document-about.ts";
import { performOnItem } from "#electron/pipeline/perform.ts";
import { sampleItem, samplePage, stampAt } from "#tests/helpers/sample-records.ts";
import { editRecord } from "#shared/archive/record.ts";

const [former, present] = ["a".repeat(64), "b".repeat(64)];
const reportDigest = "e".repeat(64);
const made = { renditionSize: 10, renditionKind: "two-layer", reportDigest };

/** Makes a rendition of one read page for an item that was checked and received with another. */
function make(digest: string, pageMoved: boolean) {
  const item = sampleItem(
    "i",
    {
      renditionDigest: former,
      checkedAt: "2025-05-20T01:00:00.000Z",
      checkedBy: "Lê Thị Kiểm",
      receiptDigest: former,
      receiptAt: "2025-05-20T02:00:00.000Z",
    },
    50,
  );
  const before = samplePage(
    "p",
    { itemId: "i", masterDigest: "c".repeat(64), wordsDigest: "d".repeat(64) },
    10,
  );
  const page = pageMoved ? editRecord(before, { ordinal: 2 }, stampAt(60)) : before;
  const answer = { digest, size: 10, kind: "two-layer", reportDigest, dpiAssumed: 0 };
  const pool = { pdfa: () => Promise.resolve(answer) };
  return performOnItem(item, [page], aboutDocument(item, undefined, undefined), pool as never, () => "");
}

it("a rendition of other pages is neither checked nor received", async () => {
  expect(await make(present, true)).toEqual({
    ...made,
    renditionDigest: present,
    checkedAt: "",
    checkedBy: "",
    receiptDigest: "",
    receiptAt: "",
  });
});

it("a rendition of the checked pages that says something else of itself stays checked", async () => {
  const changes = await make(present, false);
  expect(changes).toEqual({ ...made, renditionDigest: present, receiptDigest: "", receiptAt: "" });
});

it("the same rendition made again changes nothing of what was said of it", async () => {
  expect(await make(former, true)).toEqual({ ...made, renditionDigest: former });
});
