import { createHash, randomInt } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import readCode from "jsqr";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import type { Digest } from "#shared/base/digest.ts";
import { newId } from "#shared/base/id.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { handoverHandlers } from "#electron/handovers/handover-handlers.ts";
import { marksIn } from "#electron/pipeline/steps/read-marks.ts";
import { drawPage } from "#tests/electron/forms/draw-page.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleBatch, sampleFile } from "#tests/helpers/sample-records.ts";

/** Minutes of sixty files, their list over several pages. */
async function printMinutes() {
  const journal = openTestJournal();
  const objects = await openObjectStore(join(journal.folder, "objects"));
  const now = Date.UTC(2025, 4, 20, 2);
  const handlers = handoverHandlers({
    ...{ folder: journal.folder, units: [], journal, objects, resources, now: () => now },
    newId: () => newId(now, randomInt),
    profile: () => ({ role: "district-checker", scope: "52.550", name: "Lê Văn C" }),
  });
  journal.write("batches", [sampleBatch("batch-1")], "screen");
  const files = Array.from({ length: 60 }, (_, at) =>
    sampleFile(`f${at}`, { batchId: "batch-1", code: `H05.${at}`, title: `Hồ sơ giao đất số ${at}` }),
  );
  journal.write("files", files, "screen");
  const from = { body: "UBND xã Phước Lộc", person: "Trần Thị B", position: "Công chức" };
  const made = await handlers["handovers.make"]({
    ...{ batchId: "batch-1", occasion: "commune-to-center", from, to: { ...from, body: "Trung tâm số hóa" } },
    ...{ subject: "Tài liệu địa chính", dateSpan: "1998", condition: "Tốt", note: "", metres: 0.14 },
  });
  if ("refused" in made) throw new Error(made.refused);
  const { handover } = made;
  const words = {
    parent: "",
    agency: "",
    place: "Tuy Phước",
    date: "",
    preparer: "",
    position: "",
    year: "",
  };
  const pdf = await handlers["handovers.form"]({ id: handover.id, format: "pdf", words });
  const list = await readFile(objects.path(handover.listDigest as Digest));
  return { handover, pdf, list, bytes: await readFile(objects.path(pdf.digest as Digest)) };
}

async function textOf(bytes: Uint8Array, page: number): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const { items } = await (await document.getPage(page)).getTextContent();
  await document.destroy();
  return items.map((item) => ("str" in item ? item.str : "")).join(" ");
}

test("the code on every page is read back: the minutes, their number, the page, and the hash of what was listed", async () => {
  const { handover, pdf, list, bytes } = await printMinutes();
  const sheets = pdf.pages / 2;
  expect(sheets).toBeGreaterThanOrEqual(4);
  // The hash is that of the kept list itself, whatever the record says of it.
  const hash = createHash("sha256").update(list).digest("hex").slice(0, 12);
  const printed = hash.toUpperCase().replace(/(.{4})(.{4})(.{4})/, "$1-$2-$3");
  for (let page = 1; page <= pdf.pages; page += 1) {
    const [copy, sheet] = page <= sheets ? [1, page] : [2, page - sheets];
    const { data, width, height } = await drawPage(bytes, page);
    const wanted = `mucluc:handover:${handover.id}:${hash}:${handover.number}:${copy}:${sheet}/${sheets}`;
    expect(readCode(data, width, height)?.data, `page ${page} of ${pdf.pages}`).toBe(wanted);
    // As the desk's own reader sees a grey scan of it.
    const grey = Uint8Array.from({ length: width * height }, (_, at) => data[at * 4] ?? 255);
    expect(await marksIn({ data: Buffer.from(grey), width, height })).toEqual([wanted]);
    const text = await textOf(bytes, page);
    for (const part of [handover.number, printed, "Trang "]) expect(text, `page ${page}`).toContain(part);
  }
});
