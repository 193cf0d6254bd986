import { expect, test } from "vitest";
import { openHeldRows } from "#electron/hub/held-rows.ts";
import { openHubDatabase } from "#electron/hub/hub-database.ts";
import { openPairedDevices } from "#electron/hub/paired-devices.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { makeItem, phuocLoc, tuyPhuoc } from "#tests/province/world.ts";

test("a hub of before rows were held keeps its machines, and holds rows from then on", () => {
  const folder = temporaryFolder();
  const first = openHubDatabase(folder);
  const device = {
    deviceId: "one",
    name: "Máy 1",
    person: "Lê Thị Mẫu",
    scope: tuyPhuoc,
    role: "sorter",
  } as const;
  openPairedDevices(first).pair(device, "token", "2025-05-05T00:00:00.000Z");
  first.exec("DROP TABLE held; PRAGMA user_version = 1");
  first.close();

  const second = openHubDatabase(folder);
  expect(openPairedDevices(second).find("token")).toMatchObject(device);
  const held = openHeldRows(second);
  const row = { record: makeItem("item", phuocLoc), base: undefined };
  const parent = { collection: "files", id: "file" } as const;
  held.keep(device, "items", [{ ...row, parent }], "2025-05-05T00:00:00.000Z");
  second.close();

  const third = openHubDatabase(folder);
  expect(openHeldRows(third).wanted()).toEqual([parent]);
  expect(openHeldRows(third).waitingFor("files", "file", 0, 10)).toMatchObject([row]);
  third.close();
});
