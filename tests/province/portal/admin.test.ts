import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { PortalDevices, PortalHealth } from "#shared/contract/portal-admin.ts";
import { checkAudit } from "#province/health/watch-audit.ts";
import { verifyAudit } from "#province/store/audit.ts";
import { makeFile, makeItem, onEachStore, phuocLoc, quyNhon, tuyPhuoc } from "#tests/province/world.ts";
import { signedIn } from "./portal-reader.ts";

const administrator = { login: "quan.tv", name: "Trần Văn Quản", role: "portal-administrator" } as const;

onEachStore("the province's administrators", (world) => {
  const devicesOf = async (person: Awaited<ReturnType<typeof signedIn>>) =>
    (await person.ask("GET", "/portal/admin/devices")).body as PortalDevices;

  test("are told how the province is: its parts, each district's audit, the last backup of each medium", async () => {
    const desk = await world.enrol("desk", tuyPhuoc);
    await world.push(desk, "files", makeFile("A", phuocLoc));
    await world.push(await world.enrol("far", quyNhon), "files", makeFile("B", quyNhon));
    await checkAudit(world.database, () => world.clock.now);
    const note = (to: string, at: string, damaged: number) =>
      appendFile(
        join(world.folder, "backups.jsonl"),
        `${JSON.stringify({ to, at, objects: 3, objectBytes: 99, missing: 0, damaged })}\n`,
      );
    await note("/media/one", "2025-05-18T20:00:00.000Z", 0);
    await note("/media/two", "2025-05-19T20:00:00.000Z", 0);
    await note("/media/one", "2025-05-20T20:00:00.000Z", 1);
    await appendFile(join(world.folder, "backups.jsonl"), '{"to":"/media/ba","at":"2025');
    const whole = await signedIn(world, administrator);
    const health = (await whole.ask("GET", "/portal/admin/health")).body as PortalHealth;
    expect(health).toMatchObject({
      checks: { database: true, objects: true, room: true, keys: true },
      standing: { held: 0, devicesEnrolled: 2 },
      audit: [
        { scope: quyNhon, name: "Thành phố Quy Nhơn", entries: 1 },
        { scope: tuyPhuoc, name: "Huyện Tuy Phước", entries: 1 },
      ],
      backups: [
        { place: "/media/one", at: "2025-05-20T20:00:00.000Z", damaged: 1 },
        { place: "/media/two", damaged: 0 },
      ],
    });
    const part = await signedIn(world, { ...administrator, login: "huyen", scope: tuyPhuoc });
    const own = (await part.ask("GET", "/portal/admin/health")).body as PortalHealth;
    expect(own.audit.map(({ scope }) => scope)).toEqual([tuyPhuoc]);
  });

  test("see each machine of their scope once, with what of it is not in the store", async () => {
    const desk = await world.enrol("desk", phuocLoc, "commune-preparer");
    await world.enrol("far", quyNhon);
    await world.pushHolding(desk, "items", makeItem("early", phuocLoc, { fileId: "chua-den" }));
    const whole = await signedIn(world, administrator);
    expect(await devicesOf(whole)).toMatchObject({
      total: 2,
      devices: [
        { id: "far", unitName: "Thành phố Quy Nhơn", seenAt: "", held: 0 },
        {
          id: "desk",
          unitName: "Xã Phước Lộc",
          role: "commune-preparer",
          held: 1,
          refused: 0,
          revokedAt: "",
        },
      ],
    });
    const part = await signedIn(world, { ...administrator, login: "huyen", scope: tuyPhuoc });
    expect((await devicesOf(part)).devices.map(({ id }) => id)).toEqual(["desk"]);
  });

  test("shut a machine out with a reason that stays in the chain of its district's audit", async () => {
    const desk = await world.enrol("desk", tuyPhuoc);
    await world.push(desk, "files", makeFile("A", phuocLoc));
    const head = await signedIn(world, administrator);
    const leave = (id: string, reason: string) =>
      head.ask("POST", `/portal/admin/devices/${id}/revoked`, { reason });
    expect((await leave("desk", "mất")).status).toBe(400);
    expect((await world.ask(desk, "GET", "/overview")).status).toBe(200);
    expect(await leave("desk", "Máy bị mất ngày 19/5")).toMatchObject({ status: 200, body: { revoked: 1 } });
    expect((await world.ask(desk, "GET", "/overview")).status).toBe(401);
    expect((await leave("desk", "Máy bị mất ngày 19/5")).body).toMatchObject({ code: "machine-out" });
    expect((await devicesOf(head)).devices).toMatchObject([
      { id: "desk", reason: "Máy bị mất ngày 19/5", revokedBy: "Trần Văn Quản" },
    ]);
    const [noted] = await world.database.query(
      "select seq, device_id, role, collection, changes from audit order by seq desc limit 1",
    );
    expect(noted).toEqual({
      ...{ seq: 2, device_id: head.reader.id, role: "portal-administrator", collection: "devices" },
      changes: { act: "revoked", reason: "Máy bị mất ngày 19/5", name: "desk" },
    });
    expect(await verifyAudit(world.database, tuyPhuoc)).toEqual({ entries: 2, brokenAt: undefined });
    // The district goes on after it, and what was noted cannot be unsaid.
    await world.push(await world.enrol("next", tuyPhuoc), "files", makeFile("B", phuocLoc));
    expect(await verifyAudit(world.database, tuyPhuoc)).toEqual({ entries: 3, brokenAt: undefined });
    await expect(world.database.query("delete from audit where seq = 2")).rejects.toThrow("only ever added");
  });

  test("shut out nothing outside of their scope, and leave no trace of the try", async () => {
    const far = await world.enrol("far", quyNhon);
    const part = await signedIn(world, { ...administrator, login: "huyen", scope: tuyPhuoc });
    const reason = { reason: "Không phải máy của huyện tôi" };
    expect(await part.ask("POST", "/portal/admin/devices/far/revoked", reason)).toMatchObject({
      status: 409,
    });
    expect((await world.ask(far, "GET", "/overview")).status).toBe(200);
    expect(await world.database.query("select 1 as noted from audit")).toEqual([]);
  });
});
