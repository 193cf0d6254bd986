import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keysFileName, openProvinceKeys } from "#province/access/keys.ts";
import { leastRoom, watchHealth } from "#province/health/check-health.ts";
import { openMetrics } from "#province/health/metrics.ts";
import { checkAudit } from "#province/health/watch-audit.ts";
import {
  digestOfBytes,
  makeFile,
  makeItem,
  onEachStore,
  phuocLoc,
  quyNhon,
  tuyPhuoc,
  type World,
} from "#tests/province/world.ts";
import { upload } from "#tests/province/upload.ts";

const token = "token-of-who-watches";

async function look(
  world: World,
  url: string,
  headers: Record<string, string> = {},
  remoteAddress = "127.0.0.1",
) {
  world.clock.now += 5000;
  const host = { host: "127.0.0.1:8552" };
  const answer = await world.app.inject({
    method: "GET",
    url,
    headers: { ...host, ...headers },
    remoteAddress,
  });
  return {
    status: answer.statusCode,
    text: answer.body,
    body: url === "/metrics" ? {} : answer.json<object>(),
  };
}

/** The samples of an answer in the text of Prometheus. */
function samples(text: string): Map<string, number> {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ")))]),
  );
}

const all = { database: true, objects: true, room: true, keys: true };

onEachStore("how the province is", (world) => {
  test("is told to anyone in one word, and in figures to who asks on the machine itself", async () => {
    const far = await look(world, "/health", { host: "luutru.example.vn", "x-forwarded-for": "203.0.113.7" });
    expect([far.status, far.body]).toEqual([200, { ready: true, checks: all }]);
    const near = await look(world, "/health");
    expect(near.body).toMatchObject({
      ready: true,
      standing: { held: 0 },
      audit: { districts: 0, broken: 0 },
    });
    expect((await look(world, "/health/live")).body).toEqual({ live: true });
  });

  test("is not ready, and says of what, where nothing can be written, no room is left or the keys are others", async () => {
    await rm(join(world.folder, keysFileName));
    expect(await look(world, "/health")).toMatchObject({
      status: 503,
      body: { ready: false, checks: { ...all, keys: false } },
    });
    await world.restart();
    expect(await look(world, "/health")).toMatchObject({ status: 200 });
    await writeFile(join(world.folder, keysFileName), "{}");
    expect(await look(world, "/health")).toMatchObject({ status: 503, body: { checks: { keys: false } } });
    await rm(join(world.folder, keysFileName));
    await world.restart();
    // A folder in the way of the probe: no file can be written, whoever runs the test.
    await mkdir(join(world.folder, "health-probe", "in-the-way"), { recursive: true });
    expect(await look(world, "/health")).toMatchObject({
      status: 503,
      body: { checks: { ...all, objects: false } },
    });
    await rm(join(world.folder, "health-probe"), { recursive: true });
    await world.restart({ roomIn: () => Promise.resolve(leastRoom - 1) });
    expect(await look(world, "/health")).toMatchObject({
      status: 503,
      body: { checks: { ...all, room: false } },
    });
    await world.restart({ roomIn: () => Promise.resolve(leastRoom) });
    expect(await look(world, "/health")).toMatchObject({ status: 200 });
  });

  test("is not ready while the database does not answer, and tells no number that it does not know", async () => {
    const fallen = () => Promise.reject(new Error("the server is away"));
    const keys = await openProvinceKeys(world.folder);
    const health = await watchHealth({
      database: { ...world.database, query: fallen },
      objectsFolder: world.folder,
      objects: { size: () => Promise.resolve(undefined) },
      meaning: { standing: () => Promise.reject(new Error("the server is away")) },
      ...{ keys, keysFolder: world.folder, now: () => world.clock.now },
      report: (fault) => world.faults.push(fault),
    })();
    expect(health).toMatchObject({ ready: false, checks: { ...all, database: false }, standing: undefined });
    const read = samples(await openMetrics().write(health, undefined));
    expect([read.get("mucluc_ready"), read.get('mucluc_check_ok{state="database"}')]).toEqual([0, 0]);
    expect([...read.keys()].filter((name) => /waiting|aside|devices|audit/.test(name))).toEqual([]);
  });

  test("tells of an audit that does not follow from itself, walked while others write", async () => {
    const desk = await world.enrol("desk", tuyPhuoc);
    await world.push(desk, "files", makeFile("A", phuocLoc));
    const writing = Promise.all(
      Array.from({ length: 20 }, (_, at) => world.push(desk, "files", makeFile(`B${at}`, phuocLoc))),
    );
    for (let at = 0; at < 5; at += 1)
      expect(await checkAudit(world.database, () => world.clock.now)).toEqual([]);
    await writing;
    expect((await look(world, "/health")).body).toMatchObject({ audit: { districts: 1, broken: 0 } });
    await world.database.query("alter table audit disable trigger audit_stays");
    await world.database.query("update audit set changes = '{}' where seq = 3");
    await world.database.query("alter table audit enable trigger audit_stays");
    expect(await checkAudit(world.database, () => world.clock.now)).toEqual([tuyPhuoc]);
    expect((await look(world, "/health")).body).toMatchObject({ ready: true, audit: { broken: 1 } });
  });

  test("is counted for Prometheus: requests by route, records, objects, rows put aside, machines", async () => {
    const desk = await world.enrol("desk", tuyPhuoc);
    await world.push(desk, "files", makeFile("A", phuocLoc), makeFile("xa", quyNhon));
    await world.pushHolding(desk, "items", makeItem("I", phuocLoc, { fileId: "chua-den" }));
    const bytes = Buffer.from("một văn bản");
    await upload(await world.app.listen({ port: 0 }), desk, bytes, digestOfBytes(bytes));
    await world.ask("no-such-token-0123", "GET", "/overview");
    const { status, text } = await look(world, "/metrics");
    expect(status).toBe(200);
    const read = samples(text);
    const push = 'route="/replication/:collection/push"';
    expect(read.get(`mucluc_requests_total{method="POST",${push},status="200"}`)).toBe(2);
    expect(read.get(`mucluc_request_seconds_count{method="POST",${push}}`)).toBe(2);
    expect(read.get('mucluc_requests_total{method="GET",route="/overview",status="401"}')).toBe(1);
    expect(read.get('mucluc_pushed_changes_total{collection="files",outcome="taken"}')).toBe(1);
    expect(read.get('mucluc_pushed_changes_total{collection="files",outcome="refused"}')).toBe(1);
    expect(read.get('mucluc_rows_aside{state="held"}')).toBe(1);
    expect(read.get('mucluc_rows_aside{state="refused"}')).toBe(1);
    expect(read.get("mucluc_objects_received_total")).toBe(1);
    expect(read.get("mucluc_object_bytes_received_total")).toBe(bytes.length);
    expect(read.get('mucluc_devices{state="seen"}')).toBe(1);
    expect(read.get("mucluc_ready")).toBe(1);
    const sized = world.database.pool ? 1 : undefined;
    expect(read.has('mucluc_database_connections{state="open"}') ? 1 : undefined).toBe(sized);
    for (const name of [tuyPhuoc, phuocLoc, quyNhon, "desk", "token"]) expect(text).not.toContain(`"${name}`);
    world.clock.now += 26 * 3_600_000;
    expect(samples((await look(world, "/metrics")).text).get('mucluc_devices{state="seen"}')).toBe(0);
  });

  test("is counted for nobody elsewhere, through no proxy, and for a token where one is set", async () => {
    const refused = [
      await look(world, "/metrics", {}, "203.0.113.7"),
      await look(world, "/metrics", { "x-forwarded-for": "203.0.113.7" }),
      await look(world, "/metrics", { "x-forwarded-for": "127.0.0.1" }),
      await look(world, "/metrics", { host: "luutru.example.vn" }),
      await look(
        world,
        "/metrics",
        { authorization: `Bearer ${await world.enrol("desk", tuyPhuoc)}` },
        "203.0.113.7",
      ),
    ];
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 401));
    await world.restart({ token });
    const bearer = { authorization: `Bearer ${token}` };
    expect((await look(world, "/metrics", bearer, "203.0.113.7")).status).toBe(200);
    expect((await look(world, "/health", bearer, "203.0.113.7")).body).toHaveProperty("standing");
    expect((await look(world, "/metrics", { authorization: `Bearer ${token}x` })).status).toBe(401);
    expect((await look(world, "/metrics")).status).toBe(401);
  });
});
