import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runCommand } from "#province/enrol.ts";
import { migrate } from "#province/store/migrations.ts";
import { byCommand } from "#province/store/note-act.ts";
import { openPglite } from "#province/store/open-pglite.ts";
import { publishAmendment } from "#province/store/unit-amendments.ts";
import { unitsInForce } from "#province/store/units-in-force.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const commune = "52.550.21952";

test("a command reads the units as the province has amended them", async () => {
  const database = await openPglite();
  onTestFinished(() => database.close());
  const now = () => Date.UTC(2025, 5, 10);
  await migrate(database, now);
  const named = async () =>
    (await unitsInForce(database, resources)).units.find(({ scope }) => scope === commune)?.name ?? "";
  const before = await named();
  const name = "Xã Phước Lộc Mới";
  const change = { kind: "rename", scope: commune, name } as const;
  const wanted = { change, act: "Nghị quyết 12/NQ-HĐND", reason: "Đổi tên theo nghị quyết", seen: 0 };
  await publishAmendment(database, wanted, { ...byCommand, name: "Quản trị" }, now());
  expect([before === "", before === name, await named()]).toEqual([false, false, name]);

  const folder = temporaryFolder();
  const file = join(folder, "enrol.json");
  const words = ["--scope", commune, "--role", "commune-preparer", "--name", "Máy 1", "--file", file];
  const more = ["--address", "https://tinh.example", "--reason", "Máy mới của xã"];
  const settings = { folder, name: "Tỉnh", resources, address: "" };
  await runCommand(database, "enrol", [...words, ...more], settings, now);
  expect(readFileSync(`${file}.svg`, "utf8")).toContain(name);
});
