import { randomInt } from "node:crypto";
import { appendFile, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import { blankBox } from "#shared/archive/blank.ts";
import type { Box } from "#shared/archive/box.ts";
import { makeRecord } from "#shared/archive/record.ts";
import { type Digest, isDigest } from "#shared/base/digest.ts";
import { newId } from "#shared/base/id.ts";
import type { FoundFile } from "#shared/handover/count-against.ts";
import { shortCode } from "#shared/handover/attached-list.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { handoverHandlers } from "#electron/handovers/handover-handlers.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { openTestJournal } from "#tests/helpers/open-test-journal.ts";
import { sampleBatch, sampleFile, stampAt } from "#tests/helpers/sample-records.ts";

const words = { parent: "", agency: "", place: "Tuy Phước", date: "", preparer: "", position: "", year: "" };
const commune = { body: "UBND xã Phước Lộc", person: "Trần Thị B", position: "Công chức" };
const center = { body: "Trung tâm số hóa huyện Tuy Phước", person: "Lê Văn C", position: "Chuyên viên" };
const said = {
  ...{ batchId: "batch-1", occasion: "commune-to-center" as const, from: commune, to: center },
  ...{ subject: "Tài liệu địa chính", dateSpan: "1998", condition: "Tốt", note: "", metres: 0.14 },
} as const;

async function openDesk() {
  const journal = openTestJournal();
  const objects = await openObjectStore(join(journal.folder, "objects"));
  const now = Date.UTC(2025, 4, 20, 2);
  const handlers = handoverHandlers({
    ...{
      folder: journal.folder,
      units: [],
      journal,
      objects,
      resources,
      now: () => now,
      newId: () => newId(now, randomInt),
    },
    profile: () => ({ role: "district-checker", scope: "52.550", name: "Lê Văn C" }),
  });
  journal.write("batches", [sampleBatch("batch-1")], "screen");
  const files = ["a", "b", "c"].map((id) => sampleFile(id, { batchId: "batch-1" }));
  journal.write("files", files, "screen");
  const box: Omit<Box, "updatedBy" | "deviceId" | "clocks" | "withdrawn" | "ext"> = {
    ...blankBox,
    ...{
      id: "box-1",
      scope: "52.550.21952",
      fondsId: "fonds-1",
      inventory: "01",
      number: "12",
      metres: 0.14,
    },
  };
  journal.write("boxes", [makeRecord<Box>(box, stampAt(1))], "screen");
  const make = async (occasion: "commune-to-center" | "return" = "commune-to-center") => {
    const answer = await handlers["handovers.make"]({ ...said, occasion });
    if ("refused" in answer) throw new Error(answer.refused);
    return answer.handover;
  };
  const bytesOf = async (digest: string) => readFile(objects.path(digest as Digest));
  return { journal, objects, handlers, make, bytesOf };
}

async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(bytes) }).promise;
  const pages: string[] = [];
  for (let at = 1; at <= document.numPages; at += 1) {
    const { items } = await (await document.getPage(at)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str : "")).join(" "));
  }
  return pages;
}

test("a commune's batch is handed over, counted with differences, printed and kept signed", async () => {
  const { journal, objects, handlers, make, bytesOf } = await openDesk();
  const { proposed } = await handlers["handovers.ofBatch"]({ batchId: "batch-1" });
  expect(proposed).toMatchObject({ files: 3, boxes: 1, leaves: 120, metres: 0.14, unmeasured: 0 });
  const handover = await make();
  expect(handover).toMatchObject({
    number: expect.stringMatching(/^550-2025-001-[2-9A-Z]{4}$/) as string,
    stated: { files: 3, boxes: 1, leaves: 120 },
  });
  expect(await handlers["handovers.make"](said)).toEqual({ refused: "same-as-before" });
  expect((await make("return")).number).toBe(handover.number.replace("-001-", "-002-"));

  // The list stays as it was handed over, whatever is corrected after.
  journal.write("files", [sampleFile("a", { batchId: "batch-1", leafCount: 99 }, 900)], "screen");
  const { id } = handover;
  const { list } = await handlers["handovers.read"]({ id });
  expect(list?.map(({ leaves }) => leaves)).toEqual([40, 40, 40]);

  const { digest: scan } = await objects.put(Buffer.from("scan of signed minutes"));
  expect(await handlers["handovers.keepSigned"]({ id, digest: scan })).toEqual({ refused: "not-counted" });
  const found = ["a", "b", "c"].map((fileId): FoundFile => ({
    ...{ fileId, here: fileId !== "c", leaves: fileId === "b" ? 38 : 0, condition: "" as const, note: "" },
  }));
  expect(await handlers["handovers.count"]({ id, found: found.slice(1), extras: [] })).toEqual({
    refused: "not-all-counted",
  });
  // Left half-way, and gone on with; a last line that a power cut tore off costs nothing but itself.
  await handlers["handovers.keepCount"]({ id, found, extras: [] });
  const corrected = { ...(found[0] as FoundFile), note: "bìa rách" };
  await handlers["handovers.keepCount"]({ id, found: [corrected], extras: [{ label: "x", note: "" }] });
  const [draftName = ""] = await readdir(join(journal.folder, "counts"));
  await appendFile(join(journal.folder, "counts", draftName), '\n{"found":[{"fileId":"b","he');
  expect((await handlers["handovers.read"]({ id })).draft).toEqual({
    ...{ found: [corrected, ...found.slice(1)], extras: [{ label: "x", note: "" }] },
  });
  await handlers["handovers.count"]({ id, found, extras: [{ label: "H05.01.x", note: "" }] });
  expect((await handlers["handovers.read"]({ id })).draft).toEqual({ found: [], extras: [] });
  // What was found came into the center's hands by these minutes; a count made again tells it once.
  await handlers["handovers.count"]({ id, found, extras: [{ label: "H05.01.x", note: "" }] });
  const way = (fileId: string) =>
    journal.children("custody", fileId).map(({ point, by, note }) => `${point} ${by} ${note}`);
  expect(way("a")).toEqual([`received Lê Văn C ${handover.number}`]);
  expect(way("b")).toEqual([`received Lê Văn C ${handover.number}`]);
  expect(way("c")).toEqual([]);
  const stored = journal.read("handovers", id);
  expect(stored?.counted).toMatchObject({ files: 3, leaves: 78 });
  expect(stored?.differences.map(({ label, what, found: was }) => [label, what, was])).toEqual([
    ["H05.01.b", "leaves", "38"],
    ["H05.01.c", "missing", "0"],
    ["H05.01.x", "extra", "1"],
  ]);

  const pdf = await handlers["handovers.form"]({ id, format: "pdf", words });
  const pages = await pagesOf(await bytesOf(pdf.digest));
  expect(pages).toHaveLength(pdf.pages);
  const code = shortCode(handover.listDigest);
  for (const page of pages) expect(page).toContain(code);
  const all = pages.join(" ").replace(/\s+/g, " ");
  for (const part of ["Bản 1/2: bên giao giữ", "Bản 2/2: bên nhận giữ", "H05.01.c: không có", "0,14 mét"])
    expect(all).toContain(part);
  const docx = await handlers["handovers.form"]({ id, format: "docx", words });
  const docxBytes = await bytesOf(docx.digest);
  expect(docxBytes.subarray(0, 2).toString("latin1")).toBe("PK");
  await handlers["handovers.keepSigned"]({ id, digest: scan });
  expect(journal.read("handovers", id)?.signedDigest).toBe(scan);
  expect(await handlers["handovers.count"]({ id, found, extras: [] })).toEqual({ refused: "signed" });
});

test("where the list is not on this machine and its files have changed, a count is refused and nothing is lost", async () => {
  const { journal, objects, handlers, make } = await openDesk();
  const { id, listDigest } = await make();
  if (!isDigest(listDigest)) throw new Error("no digest");
  await objects.destroy(listDigest);
  expect((await handlers["handovers.read"]({ id })).list).toHaveLength(3);
  journal.write("files", [sampleFile("a", { batchId: "batch-1", leafCount: 99 }, 900)], "screen");
  expect((await handlers["handovers.read"]({ id })).list).toBeNull();
  expect(await handlers["handovers.count"]({ id, found: [], extras: [] })).toEqual({ refused: "list-gone" });
  expect(journal.read("handovers", id)?.countedAt).toBe("");
});
