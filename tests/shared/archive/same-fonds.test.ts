import { expect, test } from "vitest";
import { type ComparedFonds, fondsGroups, proposeSameFonds } from "#shared/archive/same-fonds.ts";
import { successors } from "#tests/fixtures/unit-tables.ts";

const quyNhon = "52.540";
const tuyPhuoc = "52.550";
const thiTranTuyPhuoc = "52.550.21952";
const phuocLoc = "52.550.21976";

function fonds(id: string, scope: string, name: string, codes: Partial<ComparedFonds> = {}): ComparedFonds {
  return { id, scope, name, code: "", archiveCode: "", ...codes };
}

const propose = (...entries: ComparedFonds[]) =>
  proposeSameFonds(entries, successors).map(({ one, other, reasons }) => [one, other, ...reasons]);

test("one body listed at its district and at a commune is proposed, however its name is written", () => {
  expect(
    propose(
      fonds("a", tuyPhuoc, "UBND huyện Tuy Phước"),
      fonds("b", phuocLoc, "Phông Ủy ban nhân dân huyện Tuy Phước"),
      fonds("c", quyNhon, "UBND huyện Tuy Phước"),
    ),
  ).toEqual([["a", "b", "same-name"]]);
});

test("equal codes are proposed wherever they lie, but not where one is lacking", () => {
  const codes = { code: "P12", archiveCode: "H08.01" };
  expect(
    propose(
      fonds("a", tuyPhuoc, "A", codes),
      fonds("b", quyNhon, "B", codes),
      fonds("c", quyNhon, "C", { code: "P12" }),
      fonds("d", tuyPhuoc, "D", { code: "P12" }),
    ),
  ).toEqual([["a", "b", "same-codes"]]);
});

test("names that one body bore in turn are proposed within one unit alone", () => {
  expect(
    propose(
      fonds("a", tuyPhuoc, "Phòng Tổ chức chính quyền huyện Tuy Phước"),
      fonds("b", tuyPhuoc, "Phòng Nội vụ huyện Tuy Phước"),
      fonds("c", quyNhon, "Phòng Nội vụ huyện Tuy Phước"),
      fonds("d", tuyPhuoc, "Phòng Tư pháp huyện Tuy Phước"),
      fonds("e", phuocLoc, "Ủy ban hành chính xã Phước Lộc"),
      fonds("f", phuocLoc, "UBND xã Phước Lộc"),
    ),
  ).toEqual([
    ["a", "b", "renamed"],
    ["e", "f", "renamed"],
  ]);
});

test("communes that went to one are proposed where their bodies bear one name, and Ngô Mây of two districts is not", () => {
  expect(
    propose(
      fonds("a", thiTranTuyPhuoc, "UBND thị trấn Tuy Phước"),
      fonds("b", phuocLoc, "UBND xã Tuy Phước"),
      fonds("c", phuocLoc, "UBND xã Phước Lộc"),
      fonds("d", "52.540.21577", "UBND phường Ngô Mây"),
      fonds("e", "52.548.21853", "UBND thị trấn Ngô Mây"),
    ),
  ).toEqual([["a", "b", "merged"]]);
});

test("a name without a commune's in several districts is proposed", () => {
  expect(
    propose(
      fonds("a", quyNhon, "Công ty Lương thực Bình Định"),
      fonds("b", tuyPhuoc, "Công ty lương thực Bình Định"),
    ),
  ).toEqual([["a", "b", "spread"]]);
});

test("the last decision on a pair stands; groups follow chains and end in circles", () => {
  const same = (subject: string, into: string) => ({ subject, into, verdict: "same" as const });
  const groups = fondsGroups([same("a", "b"), { subject: "b", into: "c", verdict: "part" }, same("d", "e")]);
  expect(groups.headOf("a")).toBe("c");
  expect(groups.membersOf("c").sort()).toEqual(["a", "b", "c"]);
  expect(groups.membersOf("b").sort()).toEqual(["a", "b", "c"]);
  expect(groups.membersOf("x")).toEqual(["x"]);
  const apart = fondsGroups([same("a", "b"), { subject: "b", into: "a", verdict: "different" }]);
  expect(apart.headOf("a")).toBe("a");
  const turned = fondsGroups([same("a", "b"), same("b", "a")]);
  expect(turned.headOf("a")).toBe("a");
  expect(turned.headOf("b")).toBe("a");
  const circle = fondsGroups([same("a", "b"), same("b", "c"), same("c", "a"), same("d", "c")]);
  expect(new Set(["a", "b", "c"].map((id) => circle.headOf(id)))).toEqual(new Set(["a"]));
});
