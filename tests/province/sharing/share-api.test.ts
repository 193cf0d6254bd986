import { expect, test } from "vitest";
import { Check } from "typebox/schema";
import type { AccessLevel } from "#shared/archive/access-level.ts";
import { editRecord } from "#shared/archive/record.ts";
import { partnerRoutes } from "#province/access/admit-partners.ts";
import { addPartner, revokePartner } from "#province/access/partner.ts";
import { sendWords } from "#tests/province/send-words.ts";
import {
  makeBatch,
  makeFile,
  makeFonds,
  makeItem,
  makePage,
  onEachStore,
  phuocHoa,
  phuocLoc,
  stamp,
  tuyPhuoc,
  type World,
} from "#tests/province/world.ts";
import { settled } from "./harvester.ts";

type Listed = {
  records: { id: string; level: string; changedAt: string }[];
  removed: string[];
  next: string;
  until: string;
};
type Described = {
  openapi: string;
  paths: Record<string, { get: { parameters: { name: string }[]; responses: Record<string, Answered> } }>;
};
type Answered = { content: { "application/json": { schema: object } } };

async function fill(world: World): Promise<string> {
  const desk = await world.enrol("desk", tuyPhuoc);
  for (const [at, scope] of [phuocLoc, phuocHoa].entries()) {
    await world.push(
      desk,
      "fonds",
      makeFonds(`o-${at}`, scope, { name: "UBND xã", history: "Lập năm 1975" }),
    );
    await world.push(desk, "batches", makeBatch(`b-${at}`, scope, { state: "accepted" }));
    const file = { fondsId: `o-${at}`, batchId: `b-${at}`, access: "01" } as const;
    await world.push(desk, "files", makeFile(`f-${at}`, scope, file));
    await world.push(
      desk,
      "items",
      makeItem(`open-${at}`, scope, { fileId: `f-${at}`, ordinal: 1, type: "02", language: "01" }),
      makeItem(`asked-${at}`, scope, { fileId: `f-${at}`, ordinal: 2, access: "02" }),
      makeItem(`shut-${at}`, scope, { fileId: `f-${at}`, ordinal: 3, note: "Giấy khai sinh" }),
      makeItem(`secret-${at}`, scope, { fileId: `f-${at}`, ordinal: 4, access: "03" }),
    );
  }
  const words = await sendWords(world, desk, "Giao đất cho ông Bảy, hộ chiếu B1234567");
  const later = await sendWords(world, desk, "Trang sau");
  await world.push(
    desk,
    "pages",
    makePage("p2", phuocLoc, { itemId: "open-0", ordinal: 2, wordsDigest: later }),
    makePage("p1", phuocLoc, { itemId: "open-0", ordinal: 1, wordsDigest: words }),
    makePage("p3", phuocLoc, { itemId: "shut-0", ordinal: 1, wordsDigest: words }),
  );
  await settled(world);
  return desk;
}

function asPartner(world: World, token: string) {
  return async <Body = Listed>(url: string, status = 200): Promise<Body> => {
    const answer = await world.ask(token, "GET", `/api/v1${url}`);
    expect([answer.status, answer.body]).toEqual([status, answer.body]);
    return answer.body as Body;
  };
}

async function letIn(world: World, scope: string, level: AccessLevel) {
  const { partner, token } = await addPartner(world.database, { name: "Kho", scope, level }, world.clock.now);
  return { id: partner.id, token, ask: asPartner(world, token) };
}

onEachStore(
  "the API of partners",
  (world) => {
    test("is described as it answers: every route, every field, in both languages", async () => {
      await fill(world);
      const { ask } = await letIn(world, "52", "closed");
      const read = async (url: string) => (await world.app.inject({ url })).json<Described>();
      const described = await read("/api/openapi.json");
      expect(described.openapi).toBe("3.1.0");
      const routes = Object.keys(partnerRoutes).filter((route) => route.startsWith("GET /api/v1/"));
      expect(Object.keys(described.paths).sort()).toEqual(
        routes.map((route) => route.slice(4).replace(":id", "{id}")).sort(),
      );
      const schemaOf = (path: string, status = "200") =>
        described.paths[`/api/v1${path}`]?.get.responses[status]?.content["application/json"].schema ?? false;
      const asked: [string, string][] = [
        ["/items", "/items"],
        ["/items", "/items?limit=1&fonds=o-0&district=52.550&changedFrom=2025-01-01T00:00:00Z"],
        ["/files", "/files"],
        ["/fonds", "/fonds?limit=1"],
        ["/items/{id}", "/items/open-0"],
        ["/files/{id}", "/files/f-0"],
      ];
      for (const [path, url] of asked) {
        const body = await ask<Record<string, unknown>>(url);
        expect(Check(schemaOf(path), body), url).toBe(true);
        // A schema that would take anything describes nothing.
        for (const name of Object.keys(body)) {
          const rest = Object.fromEntries(Object.entries(body).filter(([other]) => other !== name));
          expect(Check(schemaOf(path), rest), `${url} without ${name}`).toBe(false);
        }
      }
      const refusals: [string, string, number][] = [
        ["/items/{id}", "/items/none", 404],
        ["/items", "/items?cursor=e30", 400],
        ["/items", "/items?limit=0", 400],
        ["/items", "/items?words=giao", 400],
        ["/items", "/items?changedFrom=2025-13-01T00:00:00Z", 400],
      ];
      for (const [path, url, status] of refusals)
        expect(Check(schemaOf(path, String(status)), await ask<object>(url, status)), url).toBe(true);
      const english = await read("/api/openapi.json?lang=en");
      const wordsIn = (tree: unknown): string[] =>
        typeof tree !== "object" || tree === null
          ? []
          : Object.entries(tree).flatMap(([name, value]: [string, unknown]) =>
              name === "description" && typeof value === "string" ? [value] : wordsIn(value),
            );
      expect(wordsIn(english)).toHaveLength(wordsIn(described).length);
      expect(wordsIn(english).join(" ")).not.toMatch(/[đạảấầẩẫậ]/u);
      expect(world.faults).toEqual([]);
    });

    test("gives each partner its scope and level, and hides numbers of papers of identity", async () => {
      await fill(world);
      const levels: AccessLevel[] = ["open", "conditional", "closed"];
      const names = ["open", "asked", "shut"];
      for (const [at, level] of levels.entries())
        for (const scope of ["52", tuyPhuoc, phuocLoc, phuocHoa, "52.540"]) {
          const { ask } = await letIn(world, scope, level);
          const communes = [phuocLoc, phuocHoa].flatMap((commune, number) =>
            `${commune}.`.startsWith(`${scope}.`) ? [number] : [],
          );
          const expected = communes.flatMap((number) =>
            names.slice(0, at + 1).map((name) => `${name}-${number}`),
          );
          const items = (await ask("/items")).records.map(({ id }) => id);
          expect(items.sort(), `${scope} ${level}`).toEqual(expected.sort());
          expect((await ask("/files")).records.map(({ id }) => id)).toEqual(
            communes.map((number) => `f-${number}`),
          );
          expect((await ask("/fonds")).records.map(({ id }) => id)).toEqual(
            communes.map((number) => `o-${number}`),
          );
          for (const id of ["open-0", "asked-0", "shut-0", "secret-0", "open-1"])
            await ask(`/items/${id}`, expected.includes(id) ? 200 : 404);
          if (communes.includes(0))
            expect((await ask<{ documents: string[] }>("/files/f-0")).documents).toEqual(
              names.slice(0, at + 1).map((name) => `${name}-0`),
            );
        }
      const { ask } = await letIn(world, "52", "closed");
      expect(await ask<object>("/items/open-0")).toMatchObject({
        typeName: "Quyết định",
        unitName: "Xã Phước Lộc",
        pages: [
          { ordinal: 1, text: "Giao đất cho ông Bảy, hộ chiếu ••••••••" },
          { ordinal: 2, text: "Trang sau" },
        ],
      });
    });

    test("lists in parts, and later what changed and what is not to be had any more", async () => {
      const desk = await fill(world);
      const { ask } = await letIn(world, tuyPhuoc, "conditional");
      const more = Array.from({ length: 7 }, (_, at) =>
        makeItem(`more-${at}`, phuocLoc, { fileId: "f-0", ordinal: at + 10 }),
      );
      await world.push(desk, "items", ...more);
      await settled(world);
      const ids: string[] = [];
      let part = await ask("/items?limit=3");
      const { until } = part;
      for (; ; part = await ask(`/items?limit=3&cursor=${part.next}`)) {
        ids.push(...part.records.map(({ id }) => id));
        if (part.next === "") break;
      }
      expect(ids).toHaveLength(11);
      expect(new Set(ids).size).toBe(11);
      const fonds = await ask("/fonds?limit=1");
      const second = await ask(`/fonds?limit=1&cursor=${fonds.next}`);
      expect([...fonds.records, ...second.records].map(({ id }) => id)).toEqual(["o-0", "o-1"]);
      expect(second.next).toBe("");
      world.clock.now += 5000;
      const [first, other] = more as [(typeof more)[0], (typeof more)[0]];
      await world.push(
        desk,
        "items",
        editRecord(first, { subject: "Thu hồi đất" }, stamp(5000)),
        editRecord(other, { withdrawn: "trùng" }, stamp(5000)),
        makeItem("never", phuocLoc, { fileId: "f-0", ordinal: 30, note: "Giấy khai sinh" }),
      );
      await settled(world);
      const changed = await ask(`/items?changedFrom=${until}`);
      expect(changed.records.map(({ id }) => id)).toContain("more-0");
      expect(changed.removed).toEqual(["more-1"]);
      expect((await ask(`/items?changedFrom=${changed.until}`)).records).toEqual([]);
      expect((await ask("/items?fonds=o-1")).records).toHaveLength(2);
    });

    test("answers no stranger, no machine and nobody who was shut out, and notes who asked what", async () => {
      await fill(world);
      const machine = await world.enrol("may", "52", "administrator");
      for (const route of Object.keys(partnerRoutes).filter((one) => one.startsWith("GET /api/v1/"))) {
        const url = route.slice(4).replace(":id", "open-0");
        expect((await world.app.inject({ url })).statusCode, url).toBe(401);
        expect((await world.ask(machine, "GET", url)).status, url).toBe(401);
      }
      const { id, token, ask } = await letIn(world, "52", "open");
      await ask("/items/open-0");
      expect((await world.ask(token, "GET", "/overview")).status).toBe(401);
      const notes = await world.database.query("select act, detail from readings where reader_id = $1", [id]);
      expect(notes).toEqual([{ act: "shared", detail: "GET /api/v1/items/open-0" }]);
      await revokePartner(world.database, id, world.clock.now);
      await ask("/items/open-0", 401);
    });
  },
  { rate: { device: 100_000, stranger: 100_000 } },
);

onEachStore(
  "a partner that asks too fast",
  (world) => {
    test("is told when to come again, and hinders no other", async () => {
      const [fast, slow] = [await letIn(world, "52", "open"), await letIn(world, "52", "open")];
      for (let at = 0; at < 3; at += 1) await fast.ask("/fonds");
      expect(await fast.ask<object>("/fonds", 429)).toMatchObject({ code: "too-many-requests" });
      await slow.ask("/fonds");
    });
  },
  { rate: { device: 3, stranger: 3 } },
);
