import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Profile } from "#shared/archive/profile.ts";
import { readUnits } from "#shared/archive/unit.ts";
import { isDigest } from "#shared/base/digest.ts";
import { fold } from "#shared/base/fold.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { openJournal } from "#electron/journal/open-journal.ts";
import { inspectMedia } from "#electron/pipeline/media/inspect-media.ts";
import { sampleHandlers } from "#electron/sample/load-sample.ts";
import { makeSample, type Sample } from "#electron/sample/make-sample.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

let sample: Sample;

beforeAll(async () => {
  sample = await makeSample({ seed: 7, resources });
});

const digestOf = ({ scans }: Sample) =>
  scans.map(({ bytes }) => createHash("sha256").update(bytes).digest("hex"));

describe("the sample", () => {
  it("has three files, six items, ten pages, in every form that scans come in", async () => {
    const items = sample.files.flatMap((file) => file.items);
    expect([sample.files.length, items.length]).toEqual([3, 6]);
    expect(items.flatMap((item) => item.pageTexts)).toHaveLength(10);
    const found = await Promise.all(sample.scans.map(({ bytes }) => inspectMedia(bytes)));
    expect(new Set(found.map(({ mediaType }) => mediaType))).toEqual(
      new Set(["image/jpeg", "image/tiff", "application/pdf"]),
    );
    expect(found.flatMap(({ pages }) => pages)).toHaveLength(10);
    expect(found.flatMap(({ pages }) => pages).every(({ dpi }) => dpi === 300)).toBe(true);
  });

  it("says on its pages what its items say", () => {
    for (const item of sample.files.flatMap((file) => file.items)) {
      const text = item.pageTexts.join("\n");
      expect(text).toContain(`${item.number}/${item.symbol}`);
      expect(text).toContain(item.signer);
      expect(text).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    }
    const land = sample.files[0]?.items[0]?.listedSubject ?? "";
    expect(fold(land)).toMatch(/quyet dinh .*tuy phuoc/);
  });

  it("is the same, byte for byte, for the same seed", async () => {
    expect(digestOf(await makeSample({ seed: 7, resources }))).toEqual(digestOf(sample));
  });
});

describe("loading the sample", () => {
  it("writes records of one's own unit, stores the scans, and does nothing the second time", async () => {
    const folder = temporaryFolder();
    const objects = await openObjectStore(join(folder, "objects"));
    const journal = openJournal(folder, { deviceId: "desk", now: () => 1_750_000_000_000 });
    onTestFinished(() => journal.close());
    const units = readUnits(readFileSync(join(resources, "units", "communes-2025-05.csv"), "utf8"));
    const profile: Profile = { name: "Trần Thử", role: "commune-preparer", scope: "52.550" };
    const progress: number[] = [];
    const handlers = sampleHandlers({
      journal,
      objects,
      units,
      resources,
      profile: () => profile,
      now: () => 1_750_000_000_000,
      emit: (_, value) => progress.push("done" in value ? value.done : 0),
    });
    const first = await handlers["sample.load"]({});
    expect(progress).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const files = journal.filesOfBatch(first.batchId);
    expect(files).toHaveLength(3);
    expect(files.every(({ scope }) => scope.startsWith("52.550."))).toBe(true);
    expect(files.flatMap(({ id }) => journal.children("items", id))).toHaveLength(6);
    for (const { digest } of first.scans) {
      expect(isDigest(digest) && (await objects.size(digest))).toBeGreaterThan(0);
    }
    const before = journal.last();
    expect(await handlers["sample.load"]({})).toEqual(first);
    expect(journal.last()).toEqual(before);
  });
});
