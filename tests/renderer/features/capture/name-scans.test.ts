import { expect, test } from "vitest";
import { nameScans } from "#renderer/features/capture/name-scans.ts";

const fileAt = (name: string, extra: Record<string, string> = {}) =>
  Object.assign(new File(["x"], name), { webkitRelativePath: "", ...extra });

test.each([
  [fileAt("a.jpg"), "a.jpg"],
  [fileAt("a.jpg", { webkitRelativePath: "hop-01/H05.01/a.jpg" }), "hop-01/H05.01/a.jpg"],
  [fileAt("a.jpg", { path: "/hop-01/a.jpg" }), "hop-01/a.jpg"],
  [fileAt("a.jpg", { path: "./a.jpg" }), "a.jpg"],
  [fileAt("a.jpg", { path: "hop-01\\a.jpg" }), "hop-01/a.jpg"],
])("a scan is named by its path within what was chosen (%#)", (file, name) => {
  expect(nameScans([file]).map((scan) => scan.name)).toEqual([name]);
});

test("what file managers leave behind is not imported", () => {
  const names = ["Thumbs.db", "desktop.ini", ".DS_Store", "._a.jpg", "a.jpg"];
  const scans = nameScans(names.map((name) => fileAt(name, { webkitRelativePath: `hop-01/${name}` })));
  expect(scans.map(({ name }) => name)).toEqual(["hop-01/a.jpg"]);
});
