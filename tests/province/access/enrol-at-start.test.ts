import { expect, test } from "vitest";
import { enrolAtStart } from "#province/access/enrol-at-start.ts";
import { findDevice, shutOutDevice } from "#province/access/device.ts";
import { verifyAudit } from "#province/store/audit.ts";
import { byCommand } from "#province/store/note-act.ts";
import { onEachStore, phuocLoc, tuyPhuoc } from "#tests/province/world.ts";

const token = "practice-token-0123456789";
const desk = { token, scope: tuyPhuoc, role: "district-checker", deviceId: "desk" } as const;

onEachStore("machines that the settings let in", (world) => {
  const noted = () =>
    world.database.query(
      "select district, device_id, role, collection, id, changes from audit order by district, seq",
    );
  const about = { device_id: "settings", role: "", collection: "devices", id: "desk", district: tuyPhuoc };
  const act = { act: "let-in", reason: "MUCLUC_PROVINCE_ENROL" };

  test("are noted once, with where that stands and without a person, and anew where it was changed", async () => {
    const start = (enrolment: Parameters<typeof enrolAtStart>[1][number]) =>
      enrolAtStart(world.database, [enrolment], world.clock.now);
    await start(desk);
    await start(desk);
    const first = { ...about, changes: { ...act, name: "", scope: tuyPhuoc, role: "district-checker" } };
    expect(await noted()).toEqual([first]);
    await start({ ...desk, name: "Máy 1", scope: phuocLoc, role: "commune-preparer" });
    await start({ ...desk, name: "Máy 1", scope: phuocLoc, role: "commune-preparer" });
    const next = { ...about, changes: { ...act, name: "Máy 1", scope: phuocLoc, role: "commune-preparer" } };
    expect(await noted()).toEqual([first, next]);
    expect(await findDevice(world.database, token)).toMatchObject({ scope: phuocLoc });
    expect((await verifyAudit(world.database, tuyPhuoc)).brokenAt).toBeUndefined();
  });

  test("stay out once they were shut out, whatever the settings still say", async () => {
    await enrolAtStart(world.database, [desk], world.clock.now);
    const why = { reason: "Mất máy trên đường", by: byCommand };
    await world.database.transaction((inside) => shutOutDevice(inside, "desk", why, world.clock.now));
    for (const name of ["", "Máy 1"])
      await enrolAtStart(world.database, [{ ...desk, name }], world.clock.now);
    expect(await findDevice(world.database, token)).toBeUndefined();
    expect(await noted()).toHaveLength(2);
  });
});
