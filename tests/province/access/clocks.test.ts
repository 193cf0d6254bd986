import { expect, test } from "vitest";
import type { PortalDevices, PortalHealth } from "#shared/contract/portal-admin.ts";
import { shownDrift } from "#shared/base/clock-drift.ts";
import { makeFile, onEachStore, phuocLoc, quyNhon, tuyPhuoc } from "#tests/province/world.ts";
import { signedIn } from "#tests/province/portal/portal-reader.ts";

const hour = 3_600_000;
const administrator = { login: "quan.tv", role: "portal-administrator" } as const;

onEachStore("machines' clocks", (world) => {
  const says = async (token: string, clock: string, more: { method?: "GET" | "POST"; url?: string } = {}) => {
    const { method = "GET", url = "/overview" } = more;
    const answer = await world.app.inject({
      ...{ method, url, ...(method === "POST" && { payload: { rows: [] } }) },
      headers: { authorization: `Bearer ${token}`, "x-mucluc-clock": clock },
    });
    return answer.statusCode;
  };
  const shows = (ahead: number) => new Date(world.clock.now + ahead).toISOString();
  const later = () => void (world.clock.now += 61_000);
  const clocksOf = async (login = "quan.tv", scope = "52") => {
    const head = await signedIn(world, { ...administrator, login, scope });
    const { devices } = (await head.ask("GET", "/portal/admin/devices")).body as PortalDevices;
    const { clocks } = (await head.ask("GET", "/portal/admin/health")).body as PortalHealth;
    return { off: clocks, known: Object.fromEntries(devices.map(({ id, clock }) => [id, clock])) };
  };
  const off = async () => {
    world.clock.now += 2000;
    const { body } = await world.app.inject("/metrics");
    return /mucluc_devices\{state="clock_off"\} (\d+)/.exec(body)?.[1];
  };

  test("are held as last measured, with when, and told of within a scope where they are off", async () => {
    const fast = await world.enrol("fast", phuocLoc, "commune-preparer");
    const slow = await world.enrol("slow", quyNhon);
    const right = await world.enrol("right", tuyPhuoc);
    await world.ask(await world.enrol("silent", tuyPhuoc), "GET", "/overview");
    const at = new Date(world.clock.now).toISOString();
    expect(await says(fast, shows(3 * hour))).toBe(200);
    expect(await says(slow, shows(-40 * 24 * hour))).toBe(200);
    expect(await says(right, shows(shownDrift))).toBe(200);
    const { off: told, known } = await clocksOf();
    expect(known).toEqual({
      fast: { aheadMs: 3 * hour, at },
      slow: { aheadMs: -40 * 24 * hour, at },
      right: { aheadMs: shownDrift, at },
      silent: undefined,
    });
    expect(told).toEqual({ total: 2, names: ["slow", "fast"] });
    expect((await clocksOf("huyen", tuyPhuoc)).off).toEqual({ total: 1, names: ["fast"] });
    expect(await off()).toBe("2");
    // Nothing of a machine is refused for its clock, and once it is right nothing is told of it.
    expect((await world.push(fast, "files", makeFile("A", phuocLoc))).refused).toEqual([]);
    later();
    expect(await says(fast, shows(900))).toBe(200);
    expect((await clocksOf("lai")).off).toEqual({ total: 1, names: ["slow"] });
    world.clock.now += 25 * hour;
    expect(await off()).toBe("0");
    world.clock.now += 14 * 24 * hour;
    expect((await clocksOf("sau")).off).toEqual({ total: 0, names: [] });
  });

  test("are measured by requests without a body alone, by what can be read, once a minute, and by who is let in", async () => {
    const desk = await world.enrol("desk", tuyPhuoc);
    const push = { method: "POST", url: "/replication/files/push" } as const;
    expect(await says(desk, shows(-hour), push)).toBe(200);
    for (const clock of ["", "nhanh", "2025-05-20", "1e99", "x".repeat(5000)]) await says(desk, clock);
    const at = new Date(world.clock.now).toISOString();
    expect((await clocksOf("mot")).known).toEqual({ desk: undefined });
    // What was said without a clock in the same minute does not keep it from being measured.
    await says(desk, shows(hour));
    await says(desk, shows(5 * hour));
    expect((await clocksOf("hai")).known).toEqual({ desk: { aheadMs: hour, at } });
    later();
    await world.ask(desk, "GET", "/overview");
    expect((await clocksOf("ba")).known).toEqual({ desk: { aheadMs: hour, at } });
    expect(await says("no-such-token-0123", shows(hour))).toBe(401);
    expect(await world.database.query("select device_id from devices where clock_measured_at <> ''")).toEqual(
      [{ device_id: "desk" }],
    );
    await world.restart();
    await says(desk, shows(2 * hour));
    expect((await clocksOf("bon")).known["desk"]?.aheadMs).toBe(2 * hour);
  });
});
