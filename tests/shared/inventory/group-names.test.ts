import { expect, it } from "vitest";
import { groupKey, groupNames } from "#shared/inventory/group-names.ts";
import { sampleGroup } from "#tests/helpers/sample-scheme.ts";

const names = groupNames([
  sampleGroup("hdnd", { ordinal: 1, notation: "I", title: "Hội đồng nhân dân" }),
  sampleGroup("ubnd", { ordinal: 2, notation: "II", title: "Ủy ban nhân dân" }),
  sampleGroup("one", { ordinal: 1, parentId: "hdnd", notation: "1", title: "Tổ chức" }),
  sampleGroup("two", { ordinal: 1, parentId: "ubnd", notation: "1", title: "Tổ chức" }),
  sampleGroup("land", { ordinal: 2, parentId: "ubnd", notation: "2", title: "Địa chính" }),
  sampleGroup("free", { ordinal: 3, parentId: "ubnd", notation: "", title: "Việc khác" }),
  sampleGroup("gone", { ordinal: 4, notation: "IX", title: "Đã rút", withdrawn: "lập lại" }),
]);

it.each([
  ["II.2", "land"],
  ["II.2. Địa chính", "land"],
  ["ii.2 dia chinh", "land"],
  ["địa chính", "land"],
  ["Ủy ban nhân dân / Địa chính", "land"],
  ["Ủy ban nhân dân > Tổ chức", "two"],
  ["I", "hdnd"],
  ["Việc khác", "free"],
  ["Tổ chức", null],
  ["IX", undefined],
  ["Tài chính", undefined],
  ["…", undefined],
])("%s is %s", (name, id) => {
  expect(names.get(groupKey(name))).toBe(id);
});
