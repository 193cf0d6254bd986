import { expect, test } from "vitest";
import type { PortalUnits, TriedAnswer } from "#shared/contract/portal-units.ts";
import type { ProvinceRules } from "#shared/rules/pack.ts";
import type { UnitChange } from "#shared/rules/unit-amendment.ts";
import { verifyAudit } from "#province/store/audit.ts";
import { onEachStore, tuyPhuoc } from "#tests/province/world.ts";
import { signedIn } from "./portal-reader.ts";

const administrator = { login: "quan.tv", name: "Trần Văn Quản", role: "portal-administrator" } as const;
const why = { act: "Nghị quyết số 12/NQ-HĐND", reason: "Sắp xếp lại các xã" };
const tuyPhuocOfToday = "52.21952";
const bacOfToday = "52.21964";
const due = "2027-07-01";
const merged: UnitChange = { kind: "merge", from: [bacOfToday], to: tuyPhuocOfToday, on: due };
const renamed: UnitChange = { kind: "rename", scope: tuyPhuocOfToday, name: "Xã Tuy Phước Mới" };
/** Half an hour before, and half an hour into, the day in Vietnam. */
const eve = Date.parse("2027-06-30T16:30:00Z");
const morning = Date.parse("2027-06-30T17:30:00Z");

onEachStore("amendments of units that are decided ahead", (world) => {
  type Person = Awaited<ReturnType<typeof signedIn>>;
  const open = async () => {
    world.clock.now = Date.parse("2027-05-01T08:00:00Z");
    return signedIn(world, administrator);
  };
  const tablesOf = async (person: Person) =>
    (await person.ask("GET", "/portal/admin/units")).body as PortalUnits;
  const decide = async (person: Person, change: UnitChange, more: object = {}) => {
    const { amendments, plannedSteps } = await tablesOf(person);
    const seen = { seen: amendments.length, plannedSeen: plannedSteps };
    return person.ask("POST", "/portal/admin/units", { change, ...seen, ...why, ...more });
  };
  const withdraw = (person: Person, place: number, reason = "Nghị quyết đã bị bãi bỏ") =>
    person.ask("POST", "/portal/admin/units/withdrawn", { place, reason });
  const acts = async () =>
    (
      await world.database.query(
        "select changes->>'act' as act, device_id, id, changes from audit where collection = 'units' order by seq",
      )
    ).map(({ act, device_id: by, id }) => [act, by, id]);
  /** Restarted, for the minute of the province's own timer is long. */
  const on = async (moment: number) => {
    world.clock.now = moment;
    await world.restart();
    return signedIn(world, { ...administrator, login: `quan.${moment}` });
  };

  test("change nothing before their day, and come into force by themselves on it, once, signed and in the audit", async () => {
    const head = await open();
    const tried = (await head.ask("POST", "/portal/admin/units/tried", { change: merged }))
      .body as TriedAnswer;
    expect(tried).toMatchObject({ faults: [], due, effect: { moved: [] } });
    expect(await decide(head, merged)).toMatchObject({ status: 200, body: { due } });
    expect((await decide(head, renamed, { on: "2027-08-01" })).body).toEqual({ due: "2027-08-01" });
    const desk = await world.enrol("desk", tuyPhuoc);
    const handedOut = async () => {
      const { rules } = (await world.ask(desk, "GET", "/rules?known=&units=yes")).body as {
        rules: ProvinceRules;
      };
      return (rules.units ?? []).map(({ number, change }) => [number, change.kind]);
    };
    const dayBefore = await on(eve);
    expect(await handedOut()).toEqual([]);
    expect(await tablesOf(dayBefore)).toMatchObject({
      amendments: [],
      planned: [
        { place: 1, due, state: "planned", by: administrator.name, change: merged, faults: [], ...why },
        { place: 2, due: "2027-08-01", state: "planned", formerName: "Xã Tuy Phước" },
      ],
    });
    expect((await tablesOf(dayBefore)).after.find(({ scope }) => scope === bacOfToday)?.validTo).toBe("");
    for (const moment of [morning, morning + 60_000]) {
      const then = await tablesOf(await on(moment));
      expect(then.amendments).toMatchObject([
        {
          number: 1,
          at: new Date(morning).toISOString(),
          by: administrator.name,
          change: merged,
          faults: [],
        },
      ]);
      expect(then.planned.map(({ place }) => place)).toEqual([2]);
      expect(then.after.find(({ scope }) => scope === bacOfToday)?.validTo).toBe("2027-06-30");
      expect(await handedOut()).toEqual([[1, "merge"]]);
    }
    expect(await acts()).toEqual([
      ["planned-units", head.reader.id, "planned-1"],
      ["planned-units", head.reader.id, "planned-2"],
      ["amended-units", "schedule", "1"],
    ]);
    expect(await verifyAudit(world.database, "52")).toMatchObject({ entries: 3 });
    await expect(world.database.query("delete from planned_amendments")).rejects.toThrow();
    await expect(world.database.query("update planned_ends set at = ''")).rejects.toThrow();
  });

  test("come into force in the order of their days where nobody was there for a long time", async () => {
    const head = await open();
    await decide(head, { ...renamed, scope: "52.99001" }, { on: "2027-09-01" }).then(({ body }) =>
      expect(body).toMatchObject({ code: "units-unfit" }),
    );
    const later: UnitChange = { kind: "merge", from: [tuyPhuocOfToday], to: "52.99001", on: "2027-08-01" };
    const found: UnitChange = { kind: "found", parent: "52", code: "99001", name: "Phường Mới", on: due };
    await decide(head, found);
    await decide(head, later);
    await decide(head, { ...renamed, scope: "52.99001" }, { on: "2027-09-01" });
    await decide(head, merged);
    const { amendments, planned, after } = await tablesOf(await on(Date.parse("2028-01-01T08:00:00Z")));
    expect(planned).toEqual([]);
    expect(amendments.map(({ number, change, faults }) => [number, change.kind, faults])).toEqual([
      [4, "rename", []],
      [3, "merge", []],
      [2, "merge", []],
      [1, "found", []],
    ]);
    expect(amendments.map(({ change }) => change)).toMatchObject([{}, later, merged, found]);
    expect(after.find(({ scope }) => scope === "52.99001")?.name).toBe(renamed.name);
  });

  test("are withdrawn with a reason, which is kept, once, and never come into force then", async () => {
    const head = await open();
    await decide(head, merged);
    expect((await withdraw(head, 1, "vì")).status).toBe(400);
    expect((await withdraw(head, 2)).status).toBe(404);
    const of = await signedIn(world, { ...administrator, login: "tuy.phuoc", scope: tuyPhuoc });
    expect((await withdraw(of, 1)).body).toMatchObject({ code: "not-your-units" });
    expect((await withdraw(head, 1)).status).toBe(200);
    expect((await withdraw(head, 1)).body).toMatchObject({ code: "plan-ended" });
    const { amendments, planned } = await tablesOf(await on(morning));
    expect(amendments).toEqual([]);
    const withdrawn = { by: administrator.name, reason: "Nghị quyết đã bị bãi bỏ" };
    expect(planned).toMatchObject([{ place: 1, state: "withdrawn", withdrawn }]);
    expect((await acts()).map(([act]) => act)).toEqual(["planned-units", "withdrew-planned-units"]);
  });

  test("that do not fit on their day stay where they are and are told, until they fit or are withdrawn", async () => {
    const head = await open();
    await decide(head, { ...renamed, scope: bacOfToday, name: "Xã Tuy Phước Bắc Mới" }, { on: due });
    await decide(head, merged);
    // The same name at once: nothing is left to be put right on the day.
    await decide(head, { ...renamed, scope: bacOfToday, name: "Xã Tuy Phước Bắc Mới" });
    const fault = { code: "name-as-before", about: "Xã Tuy Phước Bắc Mới" };
    expect((await tablesOf(head)).planned).toMatchObject([
      { place: 1, state: "planned", faults: [fault] },
      { place: 2, state: "planned", faults: [] },
    ]);
    const then = await on(morning);
    expect(await tablesOf(then)).toMatchObject({
      amendments: [{ number: 2, change: merged }, { number: 1 }],
      planned: [{ place: 1, state: "stuck", faults: [fault] }],
    });
    await decide(then, { ...renamed, scope: bacOfToday, name: "Xã Tuy Phước Bắc" });
    expect(await tablesOf(then)).toMatchObject({ amendments: [{ number: 4 }, {}, {}, {}], planned: [] });
  });

  test("are refused where something was decided or published since, and where the day is none", async () => {
    const head = await open();
    const ahead = { change: merged, seen: 0, plannedSeen: 0, ...why };
    expect((await head.ask("POST", "/portal/admin/units", ahead)).status).toBe(200);
    const other = { ...ahead, change: renamed, on: due };
    for (const stale of [{}, { plannedSeen: 1, seen: 1 }])
      expect((await head.ask("POST", "/portal/admin/units", { ...other, ...stale })).body).toMatchObject({
        code: "units-moved",
      });
    expect((await decide(head, renamed, { on: "2027-02-30" })).body).toMatchObject({ code: "units-unfit" });
    expect((await decide(head, renamed, { on: "2027-04-30" })).body).toEqual({ number: 1 });
  });
});
