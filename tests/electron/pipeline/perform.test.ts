import { expect, it } from "vitest";
import { performOnItem } from "#electron/pipeline/perform.ts";
import { sampleItem, samplePage } from "#tests/helpers/sample-records.ts";

const [former, present] = ["a".repeat(64), "b".repeat(64)];

/** Makes a rendition of one read page for an item that was checked and received with another. */
function make(digest: string) {
  const item = sampleItem("i", {
    renditionDigest: former,
    checkedAt: "2025-05-20T01:00:00.000Z",
    checkedBy: "Lê Thị Kiểm",
    receiptDigest: former,
    receiptAt: "2025-05-20T02:00:00.000Z",
  });
  const page = samplePage("p", { itemId: "i", masterDigest: "c".repeat(64), wordsDigest: "d".repeat(64) });
  const pool = { pdfa: () => Promise.resolve({ digest, size: 10, gate: "passed", dpiAssumed: 0 }) };
  return performOnItem(item, [page], "H05.01", pool as never, () => "");
}

it("another rendition is neither checked nor received", async () => {
  expect(await make(present)).toMatchObject({
    renditionDigest: present,
    checkedAt: "",
    checkedBy: "",
    receiptDigest: "",
  });
});

it("the same rendition made again changes nothing of what was said of it", async () => {
  expect(await make(former)).toEqual({ renditionDigest: former, renditionSize: 10 });
});
