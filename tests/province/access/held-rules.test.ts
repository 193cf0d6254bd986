import { expect, test } from "vitest";
import type { PortalDevices } from "#shared/contract/portal-admin.ts";
import { publishAmendment } from "#province/store/unit-amendments.ts";
import { byCommand } from "#province/store/note-act.ts";
import { setPack } from "#tests/helpers/set-pack.ts";
import { signedIn } from "#tests/province/portal/portal-reader.ts";
import { onEachStore, phuocLoc, quyNhon, tuyPhuoc } from "#tests/province/world.ts";

/** What is handed out asks for no later program than there was at first. */
const apt = { needs: "0.1.0", tooOld: 0 };

onEachStore("which machine has which rules", (world) => {
  const issue = () => setPack(world.database, { open: false }, "Sở Nội vụ", world.clock.now);
  const amend = (seen: number) => {
    const change = { kind: "rename", scope: phuocLoc, name: `Xã Phước Lộc ${seen + 1}` } as const;
    const wanted = { change, act: "Nghị quyết số 1", reason: "Sửa cho đúng", seen };
    return publishAmendment(world.database, wanted, { ...byCommand, name: "Quản trị" }, world.clock.now);
  };
  const asks = async (token: string, question: string) => {
    const { status, body } = await world.ask(token, "GET", `/rules?${question}`);
    return { status, digest: (body as { digest: string }).digest };
  };
  const listed = async (login: string, scope = "52") => {
    const head = await signedIn(world, { login, role: "portal-administrator", scope });
    const { rules, devices } = (await head.ask("GET", "/portal/admin/devices")).body as PortalDevices;
    return { rules, of: Object.fromEntries(devices.map((one) => [one.id, one.rules])) };
  };
  const gauge = async () => {
    world.clock.now += 2000;
    const { body } = await world.app.inject("/metrics");
    return /mucluc_devices\{state="rules_behind"\} (\d+)/.exec(body)?.[1];
  };

  test("is known by what each says as it asks for them, counted where it is behind, and within a scope alone", async () => {
    const fresh = await world.enrol("fresh", tuyPhuoc);
    const late = await world.enrol("late", phuocLoc, "commune-preparer");
    const far = await world.enrol("far", quyNhon);
    await world.enrol("silent", tuyPhuoc);
    expect((await listed("truoc")).rules).toEqual({
      ...{ pack: 0, amended: 0, behind: 0, silent: 4 },
      ...{ needs: "", tooOld: 0 },
    });
    await issue();
    await issue();
    await amend(0);
    await asks(fresh, "known=&units=yes&pack=2&amended=1");
    await asks(late, "known=&units=yes&pack=2&amended=0");
    await asks(far, "known=&units=yes&pack=1&amended=1");
    const told = await listed("quan");
    expect(told.rules).toEqual({ pack: 2, amended: 1, behind: 2, silent: 1, ...apt });
    expect(told.of).toEqual({
      fresh: { pack: 2, amended: 1, behind: false },
      late: { pack: 2, amended: 0, behind: true },
      far: { pack: 1, amended: 1, behind: true },
      silent: undefined,
    });
    expect((await listed("huyen", tuyPhuoc)).rules).toMatchObject({ behind: 1, silent: 1 });
    expect(await gauge()).toBe("2");
    await asks(late, "known=&units=yes&pack=2&amended=1");
    await amend(1);
    expect((await listed("sau")).rules).toMatchObject({ pack: 2, amended: 2, behind: 3, silent: 1 });
    // Who was shut out is waited for by nobody.
    await world.database.query("update devices set revoked_at = 'x' where device_id = 'far'");
    expect((await listed("cuoi")).rules).toMatchObject({ behind: 2, silent: 1 });
    expect(await gauge()).toBe("2");
  });

  test("of an earlier version is known where it has all that is handed out, its units where it asks for them", async () => {
    await issue();
    await amend(0);
    const old = await world.enrol("old", tuyPhuoc);
    const older = await world.enrol("older", tuyPhuoc);
    const { digest } = await asks(old, "known=&units=yes");
    expect((await listed("mot")).of).toEqual({ old: undefined, older: undefined });
    await asks(old, `known=${digest}&units=yes`);
    await asks(older, `known=${digest}`);
    expect(await listed("hai")).toEqual({
      rules: { pack: 1, amended: 1, behind: 0, silent: 0, ...apt },
      of: { old: { pack: 1, amended: 1, behind: false }, older: { pack: 1, behind: false } },
    });
    await issue();
    await asks(old, `known=${digest}&units=yes`);
    expect((await listed("ba")).rules).toMatchObject({ behind: 2 });
  });

  test("is no reason to refuse, is asked of numbers alone, and is written where it changed", async () => {
    await issue();
    const desk = await world.enrol("desk", tuyPhuoc);
    for (const bad of ["pack=x&amended=1", "pack=1&amended=-1", "pack=99999999999&amended=1"])
      expect((await asks(desk, bad)).status).toBe(400);
    expect((await asks(desk, "pack=7&amended=7")).status).toBe(200);
    // It was given later ones than the province knows of: one that was restored from a backup.
    expect((await listed("mot")).of["desk"]).toEqual({ pack: 7, amended: 7, behind: false });
    const [before] = await world.database.query("select xmin::text as written from devices");
    await asks(desk, "pack=7&amended=7");
    expect(await world.database.query("select xmin::text as written from devices")).toEqual([before]);
  });

  test("says of which the program is too old for them, within a scope alone, and of none that tells no version", async () => {
    await issue();
    const versions = { old: "0.0.9", fit: "0.1.0", later: "0.10.2", odd: "99999999999.0", silent: "" };
    for (const [name, version] of Object.entries(versions)) {
      await world.enrol(name, name === "old" ? phuocLoc : tuyPhuoc);
      await world.database.query("update devices set app_version = $1 where device_id = $2", [version, name]);
    }
    const seen = async (login: string, scope?: string) => {
      const head = await signedIn(world, { login, role: "portal-administrator", ...(scope && { scope }) });
      const { rules, devices } = (await head.ask("GET", "/portal/admin/devices")).body as PortalDevices;
      return { ...rules, old: devices.filter(({ tooOld }) => tooOld).map(({ id }) => id) };
    };
    expect(await seen("mot")).toMatchObject({ needs: "0.1.0", tooOld: 1, old: ["old"] });
    expect(await seen("hai", quyNhon)).toMatchObject({ needs: "0.1.0", tooOld: 0, old: [] });
    await world.database.query("update rule_packs set needs = '0.2.0'");
    expect(await seen("ba")).toMatchObject({ needs: "0.2.0", tooOld: 2, old: ["fit", "old"] });
    await world.database.query("update devices set revoked_at = 'x' where device_id = 'old'");
    expect(await seen("bon")).toMatchObject({ tooOld: 1 });
  });
});
