import { expect, test } from "vitest";
import { mayRead, type ReaderRole, readerRoles } from "#shared/portal/reader.ts";
import { letterMilestones } from "#shared/rules/milestones.ts";
import { readerRouteActs } from "#province/access/admit-readers.ts";
import { letPartnerIn } from "#province/access/let-in.ts";
import type { ProviderPlace } from "#province/portal/oidc/provider-place.ts";
import { noteIdentity } from "#province/portal/oidc/identities.ts";
import { addLink } from "#province/portal/links/share-links.ts";
import { byCommand } from "#province/store/note-act.ts";
import { makeBatch, makeFile, makeFonds, makeItem, onEachStore, type World } from "#tests/province/world.ts";
import { signedIn } from "./portal-reader.ts";

type Person = Awaited<ReturnType<typeof signedIn>>;

/** The mark of all that is of another district: in no answer to anybody of this one. */
const foreign = "NGOAI";
const there = "52.540";
const communeThere = "52.540.21550";
const communeThereToday = "52.21601";
/** This district, and a commune of today that came out of it. */
const here = ["52.550", "52.21952"];
const reason = "Thử quyền của từng vai trò";
const wish = { kind: "certified", copies: 1, purpose: foreign, way: "at-archive", contact: "" };
const rename = { kind: "rename", scope: communeThere, name: "Tên khác" };
const ruling = { act: "Nghị quyết số 12/NQ-HĐND", reason, seen: 0 };

/** What is asked of routes that are about a unit, as if it were one's own; what has no `:id` names the unit itself. */
const asked: Record<string, object> = {
  "POST /portal/items/:id/copies": wish,
  "POST /portal/items/:id/walk-ins": { ...wish, name: "Bà Bảy" },
  "POST /portal/items/:id/links": { recipient: "Bà Bảy", reason, hours: 24, openings: 3 },
  "POST /portal/links/:id/withdrawn": { reason },
  "POST /portal/copies/:id/steps": { to: "granted", reason, lift: false, after: 1 },
  "POST /portal/readers": {
    ...{ login: "nguoi.moi", name: "Người mới", office: "", role: "archivist", scope: there, reason },
  },
  "POST /portal/readers/:id/closed": { closed: true, reason },
  "POST /portal/readers/:id/passphrase": { reason },
  "POST /portal/readers/:id/factor-reset": { reason },
  "POST /portal/readers/:id/identity": { noted: "khac@binhdinh.vn", reason },
  "POST /portal/readers/:id/identity/unbound": { reason },
  "POST /portal/admin/devices/:id/revoked": { reason },
  "POST /portal/admin/partners": { name: "Kho khác", scope: there, level: "open", reason },
  "POST /portal/admin/partners/:id/revoked": { reason },
  "POST /portal/admin/rules": {
    ...{ expected: 0, reason, milestones: { ...letterMilestones, source: "Thử", chaseAfter: 9 } },
  },
  "POST /portal/admin/units": { change: rename, ...ruling },
  "POST /portal/admin/units/tried": { change: rename },
  "POST /portal/admin/units/withdrawn": { place: 1, reason },
};

const search = { words: foreign, filter: { kind: "items" }, from: 0, limit: 20, facets: true };

/** What is asked of routes that are about oneself or about all that one may see. */
const own: Record<string, object> = {
  "POST /portal/passphrase": { old: "không phải", next: "mười con gà trống" },
  "POST /portal/factor": { passphrase: "không phải" },
  "POST /portal/factor/confirmed": { code: "000000" },
  "POST /portal/factor/renewed": { passphrase: "không phải", code: "000000" },
  "POST /portal/factor/off": { passphrase: "không phải", code: "000000" },
  "POST /portal/search": search,
  "POST /portal/meaning": search,
};

/** The first page, and the first tile of it. */
const fillPage = (url: string) =>
  url.replace(":page", "1").replace(":region", "0,0,512,512").replace(":size", "512,512");

const routes = Object.entries(readerRouteActs)
  .flatMap(([route, act]) => (act === "entry" ? [] : [[route, act] as const]))
  .map(([route, act]) => {
    const [method = "", url = ""] = route.split(" ");
    const isForeign = url.includes(":id") || route in asked;
    return { route, method: method as "GET" | "POST", url, act, isForeign, body: asked[route] ?? own[route] };
  });

/** Another district with a document, a machine, a partner, an administrator with a second factor and a request. */
async function fillThere(world: World) {
  const desk = await world.enrol(`${foreign}-desk`, there);
  await world.push(desk, "fonds", makeFonds("fonds", communeThere, { name: foreign }));
  await world.push(desk, "batches", makeBatch("batch", communeThere, { state: "accepted" }));
  const open = { batchId: "batch", access: "01" } as const;
  await world.push(desk, "files", makeFile(`${foreign}-file`, communeThere, { ...open, title: foreign }));
  const fileId = `${foreign}-file`;
  const subject = `${foreign} giao đất`;
  await world.push(
    desk,
    "items",
    makeItem(`${foreign}-item`, communeThere, { fileId, subject, access: "01" }),
  );
  const found = async () =>
    (await world.database.query("select id from catalogue where kind = 'items'")).length;
  await expect.poll(found, { timeout: 60_000 }).toBe(1);
  const partner = { name: foreign, scope: there, level: "open" } as const;
  const given = await letPartnerIn(world.database, partner, { by: byCommand, reason }, world.clock.now);
  const person = (role: ReaderRole, scope: string) =>
    signedIn(world, { login: `ngoai.${role}`, name: foreign, role, scope });
  const people = {
    head: await person("portal-administrator", there),
    archivist: await person("archivist", there),
    reader: await person("commune-reader", communeThereToday),
  };
  const { passphrase } = people.archivist;
  await people.archivist.ask("POST", "/portal/factor", { passphrase });
  const noted = { by: byCommand, reason };
  await noteIdentity(world.database, people.archivist.reader, foreign, noted, world.clock.now);
  await world.database.query(
    "update reader_identities set issuer = 'https://x', subject = 'y', bound_at = 'z'",
  );
  const request = await people.reader.ask("POST", `/portal/items/${foreign}-item/copies`, wish);
  expect(request.status).toBe(200);
  // Its pages have not come: the link is made below the route that would ask for them.
  const item = { id: `${foreign}-item`, district: there, scope: communeThere, title: subject };
  const asLink = { recipient: foreign, reason, hours: 24, openings: 3 };
  const link = await addLink(world.database, people.archivist.reader, item, asLink, world.clock.now);
  const ahead = { change: rename, on: "2027-07-01", ...ruling };
  // Units and what is decided of them are told to all administrators: by somebody whose name is no mark.
  const decider = await signedIn(world, { login: "quyet", role: "portal-administrator", scope: there });
  expect((await decider.ask("POST", "/portal/admin/units", ahead)).body).toEqual({ due: ahead.on });
  const ids = {
    items: `${foreign}-item`,
    files: `${foreign}-file`,
    fonds: "fonds",
    copies: (request.body as { id: string }).id,
    readers: people.archivist.reader.id,
    devices: `${foreign}-desk`,
    partners: given.partner.id,
    links: link.id,
  };
  const addressOf = (url: string) => {
    const [, kind = ""] = /(\w+)\/:id/.exec(url) ?? [];
    const filled = fillPage(url.replace(":id", ids[kind as keyof typeof ids]));
    return url.endsWith("/hits") ? `${filled}?words=giao` : filled;
  };
  return { ...people, addressOf };
}

/** All that anybody could have changed of the other district, or of all of the province. */
async function stateOf(world: World): Promise<string> {
  const tables = [
    "second_factors",
    "reader_identities",
    "devices",
    "partners",
    "rule_packs",
    "unit_amendments",
    "planned_amendments",
    "planned_ends",
  ];
  const rows = await Promise.all([
    // Not how often somebody gave a wrong passphrase of their own.
    world.database.query("select id, login, passphrase, must_change, closed_at from readers order by id"),
    ...tables.map((table) => world.database.query(`select * from ${table} order by 1, 2`)),
    world.database.query("select * from copy_steps order by request, step"),
    world.database.query("select * from copy_requests order by id"),
    ...["share_links", "share_openings", "share_ends"].map((table) =>
      world.database.query(`select * from ${table} order by 1, 2, 3`),
    ),
    world.database.query("select * from audit order by district, seq"),
  ]);
  return JSON.stringify(rows);
}

/** Nobody signs in by it: it is there so that there are identities to note. */
const provider: ProviderPlace = {
  ...{ issuer: new URL("http://127.0.0.1:9"), clientId: "mucluc", clientSecret: "x", button: "" },
  ...{ portal: new URL("http://127.0.0.1:8552"), claim: "email", trusted: [] },
};

function testRoutes(world: World): void {
  test("has something asked of it here: a new one is drawn too", () => {
    const bare = routes.filter(({ method, body }) => method === "POST" && body === undefined);
    expect(bare.map(({ route }) => route)).toEqual([]);
    const known = new Set(routes.map(({ route }) => route));
    expect([...Object.keys(asked), ...Object.keys(own)].filter((route) => !known.has(route))).toEqual([]);
  });

  test("is shut to each role whose act it is not, and tells and changes nothing of another district", async () => {
    const { addressOf, ...those } = await fillThere(world);
    const people: Person[] = [];
    for (const role of readerRoles)
      for (const scope of here)
        people.push(await signedIn(world, { login: `${role}.${scope}`, role, scope }));
    const before = await stateOf(world);
    for (const person of people)
      for (const { route, method, url, act, isForeign, body } of routes) {
        const { reader } = person;
        const told = `${reader.role} ${reader.scope} ${route}`;
        const { status, body: answer } = await person.ask(method, addressOf(url), body);
        const text = JSON.stringify(answer);
        if (act !== "signed-in" && !mayRead(reader.role, act)) {
          expect([status, text.includes("not-your-role"), told]).toEqual([403, true, told]);
          continue;
        }
        expect([text.includes("not-your-role"), text.includes(foreign), told]).toEqual([false, false, told]);
        const due = isForeign ? [403, 404, 409] : [200, 400, 401, 404, 409, 429];
        expect(due.includes(status), `${told}: ${status} ${text}`).toBe(true);
      }
    expect((await stateOf(world)) === before, "something of another district was changed").toBe(true);
    expect(world.faults).toEqual([]);

    // The mark is worth something: those of that district are told of it wherever there is anything to tell.
    const tells = new Set<string>();
    for (const person of Object.values(those))
      for (const { route, method, url, body } of routes)
        if (method === "GET" || route === "POST /portal/search")
          if (JSON.stringify((await person.ask(method, addressOf(url), body)).body).includes(foreign))
            tells.add(route);
    expect([...tells].sort()).toEqual([
      "GET /portal/admin/devices",
      "GET /portal/admin/partners",
      "GET /portal/copies",
      "GET /portal/copies/:id",
      "GET /portal/files/:id",
      "GET /portal/fonds/:id",
      "GET /portal/fonds/:id/finding-aid",
      "GET /portal/identities",
      "GET /portal/items/:id",
      "GET /portal/links",
      "GET /portal/me",
      "GET /portal/readers",
      "POST /portal/search",
    ]);
  });

  test("is shut to strangers, to other sites, and to whoever has not chosen a passphrase yet", async () => {
    const head = await signedIn(world, { role: "portal-administrator" });
    const fresh = await signedIn(world, { login: "moi", role: "portal-administrator" });
    await world.database.query("update readers set must_change = true where id = $1", [fresh.reader.id]);
    for (const { route, method, url, act, body } of routes) {
      const address = fillPage(url.replace(":id", "x"));
      const payload = body && { payload: body };
      const stranger = await world.app.inject({ method, url: address, ...payload });
      expect([route, stranger.statusCode]).toEqual([route, 401]);
      const cookies = { "mucluc-portal": head.token };
      const headers = { "sec-fetch-site": "cross-site" };
      const elsewhere = await world.app.inject({ method, url: address, ...payload, cookies, headers });
      expect([route, elsewhere.statusCode]).toEqual([route, 403]);
      if (act === "signed-in") continue;
      const { status, body: answer } = await fresh.ask(method, address, body);
      expect([route, status, answer]).toMatchObject([route, 403, { code: "passphrase-given" }]);
    }
  });
}

onEachStore("each route of the portal", testRoutes, { provider });
