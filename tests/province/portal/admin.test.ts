import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { PortalDevices, PortalHealth, PortalPartners } from "#shared/contract/portal-admin.ts";
import { noteFailedBackup } from "#province/backup/note-backup.ts";
import { checkAudit } from "#province/health/watch-audit.ts";
import { verifyAudit } from "#province/store/audit.ts";
import { setPack } from "#tests/helpers/set-pack.ts";
import {
  makeFile,
  makeItem,
  makeTerm,
  onEachStore,
  phuocLoc,
  quyNhon,
  tuyPhuoc,
} from "#tests/province/world.ts";
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
    const fail = (to: string) =>
      noteFailedBackup(world.folder, { to, failedAt: "2025-05-19T21:00:00.000Z", why: "ENOSPC" });
    await fail("/media/two");
    await fail("/media/three");
    await fail("/media/one");
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
      failedBackups: [{ place: "/media/two", why: "ENOSPC" }, { place: "/media/three" }],
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

  test("give a partner its token once, take it back, and leave both with their reasons in the audit", async () => {
    const head = await signedIn(world, administrator);
    const wanted = { name: "Kho dữ liệu dùng chung", scope: "52", level: "conditional" };
    const post = (url: string, body: object) => head.ask("POST", `/portal/admin/partners${url}`, body);
    expect((await post("", { ...wanted, reason: "" })).status).toBe(400);
    const { token } = (await post("", { ...wanted, reason: "Văn bản số 41" })).body as { token: string };
    const asks = async () =>
      (
        await world.app.inject({
          method: "GET",
          url: "/api/v1/fonds",
          headers: { authorization: `Bearer ${token}` },
        })
      ).statusCode;
    expect(await asks()).toBe(200);
    const list = async () =>
      ((await head.ask("GET", "/portal/admin/partners")).body as PortalPartners).partners;
    const [partner] = await list();
    expect(partner).toMatchObject({ ...wanted, revokedAt: "", reason: "Văn bản số 41" });
    expect(partner?.askedAt).not.toBe("");
    expect(JSON.stringify(partner)).not.toContain(token);
    const part = await signedIn(world, { ...administrator, login: "huyen", scope: tuyPhuoc });
    const reason = { reason: "Hết thỏa thuận" };
    const beyond = await part.ask("POST", "/portal/admin/partners", { ...wanted, ...reason });
    expect([beyond.status, beyond.body]).toMatchObject([403, { code: "not-your-scope" }]);
    const out = `/${partner?.id ?? ""}/revoked`;
    expect((await part.ask("POST", `/portal/admin/partners${out}`, reason)).status).toBe(409);
    expect(await asks()).toBe(200);
    expect((await post(out, reason)).status).toBe(200);
    expect(await asks()).toBe(401);
    expect((await post(out, reason)).body).toMatchObject({ code: "partner-out" });
    expect(await list()).toMatchObject([{ name: wanted.name, reason: "Hết thỏa thuận" }]);
    const noted = await world.database.query(
      "select device_id, collection, changes->>'act' as act from audit where district = '52' order by seq",
    );
    expect(noted).toEqual([
      { device_id: head.reader.id, collection: "partners", act: "let-in" },
      { device_id: head.reader.id, collection: "partners", act: "withdrawn" },
    ]);
    expect(await verifyAudit(world.database, "52")).toEqual({ entries: 2, brokenAt: undefined });
  });

  test("let people in and out with reasons that stay in the province's audit", async () => {
    const head = await signedIn(world, administrator);
    const lan = { login: "lan.nt", name: "Lan", office: "", role: "archivist", scope: tuyPhuoc };
    expect((await head.ask("POST", "/portal/readers", lan)).status).toBe(400);
    const added = await head.ask("POST", "/portal/readers", { ...lan, reason: "Nhận việc mới" });
    const { reader } = added.body as { reader: { id: string } };
    const change = (body: object) => head.ask("POST", `/portal/readers/${reader.id}/closed`, body);
    expect((await change({ closed: true })).status).toBe(400);
    expect((await change({ closed: true, reason: "Nghỉ hưu" })).status).toBe(200);
    const noted = await world.database.query(
      "select changes->>'act' as act, changes->>'reason' as reason from audit where id = $1 order by seq",
      [reader.id],
    );
    expect(noted).toEqual([
      { act: "let-in", reason: "Nhận việc mới" },
      { act: "closed", reason: "Nghỉ hưu" },
    ]);
  });

  test("renew a person's passphrase with a reason that stays in the province's audit, and not without", async () => {
    const head = await signedIn(world, administrator);
    const person = await signedIn(world, { login: "lan.nt", name: "Lan" });
    const renew = (body: object) => head.ask("POST", `/portal/readers/${person.reader.id}/passphrase`, body);
    for (const body of [{}, { reason: "    " }, { reason: "quên" }])
      expect((await renew(body)).status).toBe(400);
    expect((await person.ask("GET", "/portal/me")).status).toBe(200);
    expect(await world.database.query("select 1 from audit where district = '52'")).toEqual([]);
    const renewed = await renew({ reason: "Quên mật khẩu, đã gặp trực tiếp" });
    expect(Object.keys(renewed.body as object)).toEqual(["passphrase"]);
    expect((await person.ask("GET", "/portal/me")).status).toBe(401);
    const noted = await world.database.query(
      "select device_id, role, collection, changes from audit where id = $1",
      [person.reader.id],
    );
    expect(noted).toEqual([
      {
        ...{ device_id: head.reader.id, role: "portal-administrator", collection: "readers" },
        changes: {
          ...{ act: "passphrase-renewed", reason: "Quên mật khẩu, đã gặp trực tiếp" },
          ...{ login: "lan.nt", name: "Lan" },
        },
      },
    ]);
    expect(await verifyAudit(world.database, "52")).toEqual({ entries: 1, brokenAt: undefined });
  });

  test("see, let in, shut out and renew nobody beyond their own scope", async () => {
    const head = await signedIn(world, { ...administrator, scope: tuyPhuoc });
    const above = await signedIn(world, { login: "tren", scope: "52" });
    const beside = await signedIn(world, { login: "ben", scope: "52.540" });
    const own = await signedIn(world, { login: "trong", scope: phuocLoc });
    const { body } = await head.ask("GET", "/portal/readers");
    const { readers, units } = body as { readers: { id: string }[]; units: { scope: string }[] };
    expect(readers.map(({ id }) => id).sort()).toEqual([head.reader.id, own.reader.id].sort());
    expect(units.map(({ scope }) => scope).filter((scope) => !scope.startsWith(tuyPhuoc))).toEqual([]);
    const reason = "Việc khác";
    for (const scope of ["52", "52.540", "52.5501"]) {
      const wanted = { login: "moi", name: "Mới", office: "", role: "archivist", scope, reason };
      expect((await head.ask("POST", "/portal/readers", wanted)).body).toMatchObject({
        code: "not-your-scope",
      });
    }
    for (const person of [above, beside]) {
      const shut = await head.ask("POST", `/portal/readers/${person.reader.id}/closed`, {
        closed: true,
        reason,
      });
      expect(shut.status).toBe(404);
      const renewed = await head.ask("POST", `/portal/readers/${person.reader.id}/passphrase`, { reason });
      expect(renewed.status).toBe(404);
      expect((await person.ask("GET", "/portal/me")).status).toBe(200);
    }
    expect((await head.ask("POST", `/portal/readers/${own.reader.id}/passphrase`, { reason })).status).toBe(
      200,
    );
  });

  test("see the packs that were handed out, and the words of their units that wait", async () => {
    await world.database.query("truncate rule_packs");
    const desk = await world.enrol("desk", tuyPhuoc);
    await world.push(desk, "terms", makeTerm("a", phuocLoc), makeTerm("b", phuocLoc));
    await setPack(world.database, { defaultProfile: "TT05-2025", open: false }, "Sở Nội vụ", world.clock.now);
    await setPack(world.database, { open: true }, "Sở Nội vụ", world.clock.now);
    const head = await signedIn(world, administrator);
    expect((await head.ask("GET", "/portal/admin/packs")).body).toMatchObject({
      packs: [
        { version: 2, open: true, issuedBy: "Sở Nội vụ", parts: { profiles: [], priorities: 0 } },
        { version: 1, open: false },
      ],
      proposals: [{ scope: phuocLoc, unitName: "Xã Phước Lộc", count: 2 }],
    });
    const far = await signedIn(world, { ...administrator, login: "qn", scope: quyNhon });
    expect((await far.ask("GET", "/portal/admin/packs")).body).toMatchObject({ proposals: [] });
    await world.database.query("truncate rule_packs");
  });
});
