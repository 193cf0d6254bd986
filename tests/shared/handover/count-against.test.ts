import { expect, test } from "vitest";
import { attachedList, boxKey, countOf, digestOfList } from "#shared/handover/attached-list.ts";
import { countAgainst, type FoundFile, refuseCount, refuseSigning } from "#shared/handover/count-against.ts";
import { makeMinutes } from "#shared/handover/make-minutes.ts";
import { readScan } from "#shared/handover/read-scan.ts";
import { writeBoxMark } from "#shared/forms/box-mark.ts";
import { sampleFile, stampAt } from "#tests/helpers/sample-records.ts";
import { seeded } from "#tests/helpers/seeded.ts";

const words = {
  occasion: "commune-to-center",
  from: { body: "UBND xã Phước Lộc", person: "", position: "" },
  to: { body: "Trung tâm", person: "", position: "" },
  ...{ subject: "", dateSpan: "", condition: "", note: "", metres: 0.3 },
} as const;

test("the counts of minutes are those of the attached list, and every miscount is a difference", () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const chance = seeded(seed);
    const files = Array.from({ length: 1 + chance(40) }, (_, at) =>
      sampleFile(`f${at}`, {
        box: ["", "1", "2", "10"][chance(4)] ?? "",
        fondsId: `fonds-${chance(2)}`,
        leafCount: chance(90),
        condition: (["", "01", "02", "03"] as const)[chance(4)] ?? "",
      }),
    );
    const list = attachedList(files, () => ({ items: chance(5), objects: chance(9) }));
    const batch = { id: "batch-1", scope: "52.550.21952" };
    const made = makeMinutes(
      words,
      { id: "m", batch, list, known: [], now: Date.UTC(2025, 4, 20) },
      stampAt(1),
    );
    if (!made.ok) throw new Error(made.fault);
    const { stated, listDigest } = made.value;
    expect(stated.files).toBe(files.length);
    expect(stated.leaves).toBe(files.reduce((sum, { leafCount }) => sum + leafCount, 0));
    expect(stated.boxes).toBe(new Set(files.filter(({ box }) => box !== "").map(boxKey)).size);
    expect(listDigest).toBe(
      digestOfList(
        attachedList(
          [...files].reverse(),
          (id) => list.find((one) => one.id === id) ?? { items: 0, objects: 0 },
        ),
      ),
    );

    const right = list.map(({ id }): FoundFile => ({
      fileId: id,
      here: true,
      leaves: 0,
      condition: "",
      note: "",
    }));
    expect(countAgainst(list, right, [], 0.3)).toEqual({ counted: stated, differences: [] });

    let leaves = stated.leaves;
    let missing = 0;
    let miscounted = 0;
    const wrong = list.map((file): FoundFile => {
      const kind = chance(3);
      if (kind === 0) {
        missing += 1;
        leaves -= file.leaves;
      }
      if (kind === 1) {
        miscounted += 1;
        leaves += 1;
      }
      return {
        fileId: file.id,
        here: kind > 0,
        leaves: kind === 1 ? file.leaves + 1 : 0,
        condition: "",
        note: "",
      };
    });
    const { counted, differences } = countAgainst(list, wrong, [{ label: "thừa", note: "" }], 0);
    expect(counted.files).toBe(list.length - missing + 1);
    expect(counted.leaves).toBe(leaves);
    expect(differences).toHaveLength(missing + miscounted + 1);
  }
});

test("a count tells of every file, and signed minutes stay as they are", () => {
  const list = attachedList([sampleFile("a"), sampleFile("b")], () => ({ items: 0, objects: 0 }));
  const found = list.map(({ id }) => ({
    fileId: id,
    here: true,
    leaves: 0,
    condition: "" as const,
    note: "",
  }));
  expect(refuseCount({ signedDigest: "" }, list, found.slice(1))).toBe("not-all-counted");
  expect(refuseCount({ signedDigest: "" }, list, found)).toBeUndefined();
  expect(refuseCount({ signedDigest: "x" }, list, found)).toBe("signed");
  expect(refuseSigning({ countedAt: "", signedDigest: "" })).toBe("not-counted");
  expect(countOf([], 0).files).toBe(0);
});

test("a scanned text names files by box, by code, and by code with leaves", () => {
  const list = attachedList(
    [
      sampleFile("a", { box: "1" }),
      sampleFile("b", { box: "2" }),
      sampleFile("c", { box: "2", fondsId: "other-fonds" }),
    ],
    () => ({ items: 0, objects: 0 }),
  );
  const codes = new Map([
    ["fonds-1", "H05"],
    ["other-fonds", "H06"],
  ]);
  const read = (typed: string) => readScan(typed, list, codes);
  const ids = (typed: string) => read(typed).files.map(({ id }) => id);
  expect(ids(writeBoxMark({ fondsCode: "H05", inventory: "01", box: "2" }))).toEqual(["b"]);
  expect(ids(writeBoxMark({ fondsCode: "H06", inventory: "01", box: "2" }))).toEqual(["c"]);
  const strange = read(writeBoxMark({ fondsCode: "H07", inventory: "01", box: "2" }));
  expect(strange).toEqual({ files: [], leaves: 0, text: "H07, hộp 2" });
  expect(ids("h05.01.a")).toEqual(["a"]);
  expect(read("H05.01.b 38")).toMatchObject({ leaves: 38, files: [{ id: "b" }] });
  expect(read("H05.01.z")).toEqual({ files: [], leaves: 0, text: "H05.01.z" });
});
