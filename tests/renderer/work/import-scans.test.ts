import { expect, test } from "vitest";
import type { CallInput } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { fail, ok } from "#shared/base/result.ts";
import { makeDesk } from "#renderer/desk.ts";
import { importScans, importStored } from "#renderer/work/import-scans.ts";

type Import = CallInput<"capture.import">;

/** A desk that stores by length and attaches everything, but cannot keep empty scans nor a slice with `trouble`. */
function openDesk() {
  const slices: Import[] = [];
  const desk = makeDesk({
    call(_name, input) {
      const given = input as Import;
      slices.push(given);
      if (given.objects.some(({ name }) => name.includes("trouble")))
        return Promise.resolve(fail({ code: "disk-full", lasting: false, detail: "no room" }));
      const attached = given.objects.map(({ name }) => ({
        name,
        itemId: "item-1",
        pages: 1,
        already: false,
      }));
      return Promise.resolve(ok({ attached, unmatched: [], separators: [], refused: [] }));
    },
    listen: () => () => undefined,
  });
  desk.store = (bytes) =>
    bytes.size === 0
      ? Promise.reject(new DeskFault("media-empty", { detail: "0 bytes" }))
      : Promise.resolve({ digest: `digest-${bytes.size}`, size: bytes.size });
  return { desk, slices };
}

test("scans go in slices of 50 in the order of their numbers, and progress reaches the end", async () => {
  const { desk, slices } = openDesk();
  const scans = Array.from({ length: 120 }, (_, at) => ({
    name: `H05.${120 - at}.pdf`,
    bytes: new Blob(["x"]),
  }));
  const seen: number[] = [];
  const answer = await importScans(desk, scans, { batchId: "batch-1" }, (progress) => {
    seen.push(progress.stored + progress.done);
  });
  expect(slices.map(({ objects }) => objects.length)).toEqual([50, 50, 20]);
  expect(slices[0]?.batchId).toBe("batch-1");
  expect(answer.attached.map(({ name }) => name).slice(0, 3)).toEqual([
    "H05.1.pdf",
    "H05.2.pdf",
    "H05.3.pdf",
  ]);
  expect(answer.attached).toHaveLength(120);
  expect(seen.at(-1)).toBe(240);
  expect(seen).toEqual([...seen].sort((one, other) => one - other));
});

test("one scan that cannot be stored is refused and the others go on", async () => {
  const { desk } = openDesk();
  const scans = [
    { name: "a.pdf", bytes: new Blob([]) },
    { name: "b.pdf", bytes: new Blob(["x"]) },
  ];
  const answer = await importScans(desk, scans, { batchId: "batch-1" }, () => undefined);
  expect(answer.refused).toEqual([{ name: "a.pdf", code: "media-empty", detail: "0 bytes" }]);
  expect(answer.attached.map(({ name }) => name)).toEqual(["b.pdf"]);
});

test("a slice that the desk refuses is answered scan by scan, and the next slice is still tried", async () => {
  const { desk } = openDesk();
  const stored = Array.from({ length: 60 }, (_, at) => ({
    name: at === 3 ? "trouble.pdf" : `${at}.pdf`,
    digest: `digest-${at}`,
  }));
  const answer = await importStored(desk, stored, { batchId: "batch-1" }, () => undefined);
  expect(answer.refused).toHaveLength(50);
  expect(answer.refused[0]?.code).toBe("disk-full");
  expect(answer.attached).toHaveLength(10);
});

test("names are kept in the composed form", async () => {
  const { desk } = openDesk();
  const scans = [{ name: "Quyết định.pdf".normalize("NFD"), bytes: new Blob(["x"]) }];
  const answer = await importScans(desk, scans, { batchId: "" }, () => undefined);
  expect(answer.attached[0]?.name).toBe("Quyết định.pdf".normalize("NFC"));
});
