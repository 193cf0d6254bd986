import sharp from "sharp";
import { expect, test } from "vitest";
import type { Item } from "#shared/archive/item.ts";
import { editRecord } from "#shared/archive/record.ts";
import type { PortalLinks } from "#shared/contract/portal-links.ts";
import { findLink, openLink } from "#province/portal/links/openings.ts";
import { verifyAudit } from "#province/store/audit.ts";
import { onEachStore, stamp, type World } from "#tests/province/world.ts";
import { fillLinked, linkActs, makeLink, visitor, wanted } from "./linked-papers.ts";
import { signedIn } from "./portal-reader.ts";

const minute = 60_000;

async function blackOf(jpeg: Buffer): Promise<number> {
  const pixels = await sharp(jpeg).greyscale().raw().toBuffer();
  return pixels.filter((value) => value < 60).length;
}

const linksOf = async (person: Awaited<ReturnType<typeof signedIn>>) =>
  ((await person.ask("GET", "/portal/links")).body as PortalLinks).links;

onEachStore("links to one document", (world) => {
  test("are made with a reason, told once, and open the reading copy of their document to whoever has them", async () => {
    await fillLinked(world);
    const maker = await signedIn(world, { name: "Trần Văn Quản", office: "Sở Nội vụ", scope: "52.550" });
    const { id, secret, until } = await makeLink(maker);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(until).toBe("2025-05-21T08:00:00.000Z");
    const guest = visitor(world);
    const look = { by: "Trần Văn Quản", office: "Sở Nội vụ", recipient: wanted.recipient, until };
    const looked = await guest.look(secret);
    expect([looked.statusCode, looked.json()]).toEqual([200, { ...look, left: 3 }]);
    const opened = await guest.opened(secret);
    const { token, ends, ...told } = opened;
    expect(ends).toBe("2025-05-20T08:30:00.000Z");
    expect(told).toEqual({
      ...{ ...look, left: 2, pages: 2, notation: "64/QĐ-UB", date: "", issuer: "" },
      title: "Giao đất ở cho ông An, CCCD ••• ••• ••• •••",
    });
    const picture = await guest.page(token);
    expect([picture.statusCode, picture.headers["content-type"]]).toEqual([200, "image/jpeg"]);
    // Neither the secret nor the token stands in anything that is kept.
    const kept = ["share_links", "share_openings", "share_ends", "audit", "readings"].map((table) =>
      world.database.query(`select * from ${table}`),
    );
    const text = JSON.stringify(await Promise.all(kept));
    expect([text.includes(secret), text.includes(token), text.includes(id)]).toEqual([false, false, true]);
    expect(await linkActs(world)).toMatchObject([
      {
        act: "made",
        reason: wanted.reason,
        recipient: wanted.recipient,
        openings: "3",
        who: maker.reader.id,
      },
      { act: "opened", opening: "1/3", item: "item", who: id, district: "52.550" },
    ]);
    const seen = await world.database.query(
      "select reader_id, id, detail from readings where act = 'saw-page'",
    );
    expect(seen).toEqual([{ reader_id: id, id: "item", detail: "1" }]);
    expect(await linksOf(maker)).toMatchObject([
      { id, state: "valid", openings: 1, most: 3, openedAt: "2025-05-20T08:00:00.000Z", by: "Trần Văn Quản" },
    ]);
    for (const table of ["share_links", "share_openings"])
      for (const change of [`delete from ${table}`, `update ${table} set at = ''`])
        await expect(world.database.query(change), change).rejects.toThrow(/only ever added/);
    expect((await verifyAudit(world.database, "52.550")).brokenAt).toBeUndefined();
    expect(world.faults).toEqual([]);
  });

  test("show each page masked, with the name of their recipient and the time in its pixels", async () => {
    await fillLinked(world);
    const maker = await signedIn(world);
    const guest = visitor(world);
    const pictureFor = async (recipient: string) => {
      const { secret } = await makeLink(maker, { recipient });
      const { token } = await guest.opened(secret);
      return (await guest.page(token)).rawPayload;
    };
    const [one, other] = [await pictureFor("Bà Bảy"), await pictureFor("Ông Tám, thôn Phong Tấn")];
    expect(one.equals(other)).toBe(false);
    world.clock.now += minute;
    expect((await pictureFor("Bà Bảy")).equals(one)).toBe(false);
    world.clock.now -= minute;
    expect((await pictureFor("Bà Bảy")).equals(one)).toBe(true);
    // A bar lies over the number that who made the link may read.
    const unmasked = (await maker.ask("GET", "/portal/items/item/pages/1")).answer.rawPayload;
    expect((await blackOf(one)) - (await blackOf(unmasked))).toBeGreaterThan(1000);
  });

  test("are made by archivists of the document's scope, of what everybody may read and has its pages here", async () => {
    await fillLinked(world);
    const archivist = await signedIn(world, { scope: "52.550" });
    const ask = async (item: string, more: object = {}) => {
      const { status, body } = await archivist.ask("POST", `/portal/items/${item}/links`, {
        ...wanted,
        ...more,
      });
      return [status, (body as { code?: string }).code];
    };
    for (const item of ["cond", "bare", "early-item"])
      expect([item, ...(await ask(item))]).toEqual([item, 409, "not-shareable"]);
    expect(await ask("item-there")).toEqual([404, "not-found"]);
    expect(await ask("no-such")).toEqual([404, "not-found"]);
    for (const fault of [
      { hours: 0 },
      { hours: 721 },
      { openings: 51 },
      { reason: "vì" },
      { recipient: " " },
    ])
      expect([fault, ...(await ask("item", fault))]).toEqual([fault, 400, "bad-call"]);
    for (const role of ["commune-reader", "portal-administrator"] as const) {
      const scope = role === "commune-reader" ? "52.21952" : "52";
      const other = await signedIn(world, { role, scope });
      expect((await other.ask("POST", "/portal/items/item/links", wanted)).status).toBe(403);
    }
    expect(await world.database.query("select id from share_links")).toEqual([]);
    expect(await linkActs(world)).toEqual([]);
  });

  test("are listed to who made them and to administrators of their scope, who alone withdraw them, once", async () => {
    await fillLinked(world);
    const reason = "Gửi nhầm người";
    const maker = await signedIn(world, { scope: "52.550" });
    const colleague = await signedIn(world, { login: "ban", scope: "52.550" });
    const [head, far] = [
      await signedIn(world, { login: "sep", role: "portal-administrator", scope: "52.550" }),
      await signedIn(world, { login: "xa", role: "portal-administrator", scope: "52.540" }),
    ];
    const official = await signedIn(world, { role: "commune-reader", scope: "52.21952" });
    const first = await makeLink(maker);
    world.clock.now += minute;
    const second = await makeLink(maker, { recipient: "Ông Tám" });
    const ids = async (person: typeof maker) => (await linksOf(person)).map(({ id }) => id);
    expect(await ids(maker)).toEqual([second.id, first.id]);
    expect(await ids(head)).toEqual([second.id, first.id]);
    expect([await ids(colleague), await ids(far)]).toEqual([[], []]);
    expect((await official.ask("GET", "/portal/links")).status).toBe(403);
    const withdraw = async (person: typeof maker, id: string, why = reason) =>
      (await person.ask("POST", `/portal/links/${id}/withdrawn`, { reason: why })).status;
    expect(await withdraw(colleague, first.id)).toBe(404);
    expect(await withdraw(far, first.id)).toBe(404);
    expect(await withdraw(official, first.id)).toBe(403);
    expect(await withdraw(maker, first.id, "vì")).toBe(400);
    expect(await withdraw(maker, first.id)).toBe(200);
    expect(await withdraw(head, first.id)).toBe(409);
    expect(await withdraw(head, second.id)).toBe(200);
    expect(await linksOf(maker)).toMatchObject([
      { state: "withdrawn", withdrawnBy: "Người đọc", withdrawnWhy: reason },
      { state: "withdrawn", withdrawnAt: "2025-05-20T08:01:00.000Z" },
    ]);
    const acts = await linkActs(world);
    expect(acts.filter(({ act }) => act === "withdrawn").map(({ who, reason: why }) => [who, why])).toEqual([
      [maker.reader.id, reason],
      [head.reader.id, reason],
    ]);
    await expect(world.database.query("delete from share_ends")).rejects.toThrow(/only ever added/);
  });

  test("count their openings, however many come at once", async () => {
    await fillLinked(world);
    const maker = await signedIn(world);
    const { secret, id } = await makeLink(maker);
    const guest = visitor(world);
    const answers = await Promise.all(Array.from({ length: 12 }, () => guest.open(secret)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([
      ...[200, 200, 200],
      ...Array.from({ length: 9 }, () => 404),
    ]);
    const rows = await world.database.query(
      "select place from share_openings where link = $1 order by place",
      [id],
    );
    expect(rows.map(({ place }) => place)).toEqual([1, 2, 3]);
    const acts = (await linkActs(world)).map(({ act }) => act);
    expect(acts.filter((act) => act === "refused")).toHaveLength(9);
    // Pages are read one after the other: past them openings come at the very same moment.
    const link = await findLink(world.database, (await makeLink(maker)).secret);
    if (!link) throw new Error("the link is not there");
    const many = Array.from({ length: 12 }, () => openLink(world.database, link, true, world.clock.now));
    const tokens = (await Promise.all(many)).flatMap((one) => ("token" in one ? [one.opening.place] : []));
    expect(tokens.sort()).toEqual([1, 2, 3]);
    expect((await verifyAudit(world.database, "52.550")).brokenAt).toBeUndefined();
    expect(world.faults).toEqual([]);
  });
});

/** Ends that a link may come to, each done to one that holds and was opened. */
const endings: Record<
  string,
  (world: World, at: { id: string; token: string; maker: string }) => Promise<void>
> = {
  withdrawn: async (world, { id }) => {
    const head = await signedIn(world, { login: "sep", role: "portal-administrator" });
    await head.ask("POST", `/portal/links/${id}/withdrawn`, { reason: "Gửi nhầm người" });
  },
  expired: (world) => {
    world.clock.now += 20 * minute;
    return Promise.resolve();
  },
  "closed: of conditional use": (world, { token }) => change(world, token, { access: "02" }),
  "closed: marked secret": (world, { token }) => change(world, token, { hold: "secret" }),
  "closed: withdrawn": (world, { token }) => change(world, token, { withdrawn: "trùng" }),
  "closed: its pages are others, which have not come": (world, { token }) =>
    change(world, token, { renditionDigest: "0".repeat(64) }),
  "closed: who made it is shut out": async (world, { maker }) => {
    const head = await signedIn(world, { login: "sep", role: "portal-administrator" });
    const body = { closed: true, reason: "Nghỉ việc từ tháng 5" };
    expect((await head.ask("POST", `/portal/readers/${maker}/closed`, body)).status).toBe(200);
  },
};

async function change(world: World, token: string, fields: Partial<Item>): Promise<void> {
  const { documents } = await world.pull(token, "items");
  const item = documents.find(({ id }) => id === "item") as unknown as Item;
  const { refused } = await world.push(token, "items", editRecord(item, fields, stamp(1000)));
  expect(refused).toEqual([]);
}

onEachStore("links that do not open", (world) => {
  test("are answered alike, whatever the reason, and each that was known stands in the audit", async () => {
    const { token } = await fillLinked(world);
    const maker = await signedIn(world);
    const guest = visitor(world);
    const used = await makeLink(maker, { openings: 1 });
    await guest.opened(used.secret);
    const short = await makeLink(maker, { hours: 1 });
    const back = await makeLink(maker);
    await maker.ask("POST", `/portal/links/${back.id}/withdrawn`, { reason: "Gửi nhầm người" });
    const closed = await makeLink(maker);
    await change(world, token, { access: "02" });
    world.clock.now += 60 * minute;
    const before = (await linkActs(world)).length;
    const secrets = [used, short, back, closed].map(({ secret }) => secret);
    const wrong = ["", "x", "A".repeat(43), "x".repeat(500), `${used.secret} `];
    const answers: string[] = [];
    for (const secret of [...wrong, ...secrets])
      for (const way of ["look", "open"] as const) {
        const begun = performance.now();
        const { statusCode, headers, body } = await guest[way](secret);
        expect(performance.now() - begun).toBeGreaterThan(350);
        answers.push(JSON.stringify([statusCode, body, { ...headers, date: "" }]));
      }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('404,"{\\"code\\":\\"link-shut\\"');
    // Nor does a page of another site try any.
    const elsewhere = await world.app.inject({
      ...{ method: "POST", url: "/portal/shared/opened", payload: { secret: used.secret } },
      headers: { "sec-fetch-site": "cross-site" },
    });
    expect(elsewhere.statusCode).toBe(403);
    for (const kept of ["no-store", "no-referrer", "noindex"]) expect(answers[0]).toContain(kept);
    const refused = (await linkActs(world)).slice(before);
    expect(refused.map(({ act, who, why }) => [act, who, why])).toEqual(
      [
        [used.id, "used-up"],
        [short.id, "expired"],
        [back.id, "withdrawn"],
        [closed.id, "closed"],
      ].flatMap(([who, why]) => [
        ["refused", who, why],
        ["refused", who, why],
      ]),
    );
    expect(world.faults).toEqual([]);
  });

  for (const [why, end] of Object.entries(endings))
    test(`show no further page either, nor say so: ${why}`, async () => {
      const { token } = await fillLinked(world);
      const maker = await signedIn(world);
      const guest = visitor(world);
      const { secret, id } = await makeLink(maker, { hours: 1 });
      const other = await makeLink(maker);
      // Whoever does nothing for half an hour is signed out.
      for (let pause = 0; pause < 2; pause += 1) {
        world.clock.now += 20 * minute;
        await linksOf(maker);
      }
      const opening = await guest.opened(secret);
      expect(opening.ends).toBe("2025-05-20T09:00:00.000Z");
      expect((await guest.page(opening.token)).statusCode).toBe(200);
      await end(world, { id, token, maker: maker.reader.id });
      for (const page of [1, 2])
        expect((await guest.page(opening.token, page)).json()).toMatchObject({ code: "link-shut" });
      expect((await guest.open(secret)).statusCode).toBe(404);
      const [state] = why.split(":");
      const refused = (await linkActs(world)).filter(({ act }) => act === "refused");
      // Of two pages that were asked for there is one word, with the opening that asked.
      expect(refused).toMatchObject([
        { why: state, opening: "1", who: id },
        { why: state, who: id },
      ]);
      const due = state === "closed" ? 404 : 200;
      expect((await guest.look(other.secret)).statusCode).toBe(due);
      if (why !== "closed: who made it is shut out") {
        const listed = (await linksOf(maker)).find((link) => link.id === id);
        expect(listed?.state).toBe(why.startsWith("closed: its pages") ? "valid" : state);
      }
      expect(world.faults).toEqual([]);
    });

  test("an opening lasts half an hour; another link of the same recipient is not opened by it", async () => {
    await fillLinked(world);
    const maker = await signedIn(world);
    const guest = visitor(world);
    const one = await guest.opened((await makeLink(maker, { openings: 1 })).secret);
    const far = await guest.opened((await makeLink(maker, {}, "item-there")).secret);
    const pictures = [await guest.page(one.token), await guest.page(far.token)].map(
      ({ rawPayload }) => rawPayload,
    );
    expect(pictures[0]?.equals(pictures[1] ?? Buffer.of())).toBe(false);
    // A secret is no token, and a token no secret; there is no page beyond the last.
    const { secret } = await makeLink(maker);
    for (const token of [secret, "", "x"]) expect((await guest.page(token)).statusCode).toBe(404);
    expect((await guest.open(one.token)).statusCode).toBe(404);
    expect((await guest.page(one.token, 3)).json()).toMatchObject({ code: "no-such-page" });
    world.clock.now += 30 * minute - 1;
    expect((await guest.page(one.token)).statusCode).toBe(200);
    world.clock.now += 1;
    expect((await guest.page(one.token)).json()).toMatchObject({ code: "link-shut" });
    expect((await linkActs(world)).at(-1)).toMatchObject({ act: "refused", why: "over", opening: "1" });
  });

  test("are tried as rarely as passphrases: what comes too often from one address waits", async () => {
    await fillLinked(world);
    const { secret } = await makeLink(await signedIn(world));
    const [guesser, guest] = [visitor(world, "10.1.1.1"), visitor(world, "10.1.1.2")];
    const tries = await Promise.all(
      Array.from({ length: 61 }, (_, at) => (at % 2 === 0 ? guesser.look("x") : guesser.open("x"))),
    );
    expect(tries.filter(({ statusCode }) => statusCode === 429)).toHaveLength(1);
    // Not even the right one, from there; elsewhere it opens.
    expect((await guesser.open(secret)).statusCode).toBe(429);
    expect((await guest.look(secret)).statusCode).toBe(200);
    const pages = await Promise.all(Array.from({ length: 61 }, () => guesser.page("x")));
    expect(pages.filter(({ statusCode }) => statusCode === 429)).toHaveLength(1);
    world.clock.now += minute;
    expect((await guesser.look(secret)).statusCode).toBe(200);
  });
});
