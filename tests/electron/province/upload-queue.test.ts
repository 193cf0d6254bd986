import { expect, onTestFinished, test } from "vitest";
import type { Digest } from "#shared/base/digest.ts";
import { openSyncDatabase } from "#electron/province/sync-database.ts";
import {
  openUploadQueue,
  uploadRanks,
  type UploadQueue,
  type Wanted,
} from "#electron/province/upload-queue.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const digestOf = (letter: string) => letter.repeat(64) as Digest;

function openQueue(): UploadQueue {
  const database = openSyncDatabase(temporaryFolder());
  onTestFinished(() => database.close());
  return openUploadQueue(database);
}

function wanted(letter: string, rank: keyof typeof uploadRanks, id = "page-1"): Wanted {
  const naming = { collection: "pages", id } as const;
  return { digest: digestOf(letter), rank: uploadRanks[rank], size: 10, mediaType: "image/jpeg", naming };
}

function order(queue: UploadQueue): string {
  const seen = new Set<string>();
  for (let next = queue.next(seen, uploadRanks.master); next; next = queue.next(seen, uploadRanks.master))
    seen.add(next.digest);
  return [...seen].map((digest) => digest.charAt(0)).join("");
}

test("words go before renditions, those before masters, what failed after all, and each once", () => {
  const queue = openQueue();
  queue.add(
    [wanted("a", "master"), wanted("b", "rendition"), wanted("c", "words"), wanted("d", "words")],
    "1",
  );
  expect(order(queue)).toBe("cdba");
  queue.failed(digestOf("c"), "province-failed");
  expect(order(queue)).toBe("dbac");
  queue.sent(digestOf("d"), "2025");
  queue.hold(digestOf("b"), "province-too-large");
  expect(order(queue)).toBe("ac");
});

test("counts say what was acknowledged, and why something is held", () => {
  const queue = openQueue();
  queue.add([wanted("a", "master"), wanted("b", "master"), wanted("c", "master")], "1");
  queue.sent(digestOf("a"), "2025");
  queue.hold(digestOf("b"), "province-too-large");
  const counts = { sentObjects: 1, totalObjects: 3, sentBytes: 10, totalBytes: 30, waiting: 1 };
  expect(queue.counts()).toEqual({ ...counts, held: "province-too-large" });
  queue.release();
  expect(queue.counts()).toMatchObject({ waiting: 2, held: "" });
});

test("an object named again is queued once, and one sent before answers its receipt for the new naming", () => {
  const queue = openQueue();
  expect(queue.add([wanted("a", "master"), wanted("a", "master", "page-2")], "1")).toEqual([]);
  expect(queue.counts().totalObjects).toBe(1);
  expect(queue.namings(digestOf("a")).map(({ id }) => id)).toEqual(["page-1", "page-2"]);
  queue.sent(digestOf("a"), "2025");
  expect(queue.add([wanted("a", "master", "page-3")], "2")).toMatchObject([{ receivedAt: "2025" }]);
  expect(queue.counts()).toMatchObject({ sentObjects: 1, waiting: 0 });
});

test("the queue, with where each upload has got to, is there again after a restart", () => {
  const folder = temporaryFolder();
  const before = openSyncDatabase(folder);
  const queue = openUploadQueue(before);
  queue.add([wanted("a", "master")], "1");
  queue.setUrl(digestOf("a"), "/objects/x");
  before.close();
  const database = openSyncDatabase(folder);
  onTestFinished(() => database.close());
  const again = openUploadQueue(database);
  expect(again.next(new Set(), uploadRanks.master)).toEqual({
    digest: digestOf("a"),
    rank: uploadRanks.master,
    size: 10,
    mediaType: "image/jpeg",
    url: "/objects/x",
    tries: 0,
  });
  again.forgetReceipts();
  expect(again.next(new Set(), uploadRanks.master)).toMatchObject({ url: "" });
});
