import { expect, test, vi } from "vitest";
import type { CatalogueAnswer } from "#shared/contract/catalogue.ts";
import type { FondsQueue } from "#shared/contract/province-same-fonds.ts";
import { makeFile, makeFonds, onEachStore, quyNhon, start, tuyPhuoc } from "#tests/province/world.ts";

const name = "Công ty Lương thực Bình Định";

onEachStore("entries of one fonds", (world) => {
  test("wait for an officer, who decides with a reason; search groups by it, and a new decision takes its place", async () => {
    const near = await world.enrol("near", tuyPhuoc);
    const far = await world.enrol("far", quyNhon);
    const officer = await world.enrol("officer", "52", "province-officer");
    await world.push(near, "fonds", makeFonds("A", tuyPhuoc, { name }));
    await world.push(far, "fonds", makeFonds("B", quyNhon, { name }), makeFonds("C", quyNhon));
    await world.push(near, "files", makeFile("a", tuyPhuoc, { fondsId: "A" }));
    await world.push(
      far,
      "files",
      makeFile("b", quyNhon, { fondsId: "B" }),
      makeFile("c", quyNhon, { fondsId: "C" }),
    );
    const queue = async (token: string) => (await world.ask(token, "GET", "/fonds/queue")).body as FondsQueue;
    const decide = (token: string, more: object) =>
      world.ask(token, "POST", "/fonds/decide", {
        ...{ subject: "B", into: "A", verdict: "same", why: "Cùng một công ty", seen: 0 },
        ...more,
      });
    const grouped = async () => {
      const question = { words: "", filter: { fonds: "B" }, from: 0, limit: 20, facets: true };
      const answer = (await world.ask(officer, "POST", "/catalogue", question)).body as CatalogueAnswer;
      return [answer.hits.map(({ id }) => id).sort(), answer.facets?.fonds.map(({ value }) => value)];
    };
    await vi.waitFor(async () => expect(await grouped()).toEqual([["b"], ["B"]]), { timeout: 30_000 });
    const waiting = await queue(officer);
    expect(waiting).toMatchObject({
      pairs: [
        {
          one: { id: "A", name, unitName: "Huyện Tuy Phước", files: 1 },
          other: { id: "B", unitName: "Thành phố Quy Nhơn" },
          reasons: ["spread"],
          seen: 0,
        },
      ],
      waiting: 1,
      decided: [],
    });
    // Who sees one of the two sees no pair, and nobody but an officer decides.
    expect(await queue(near)).toEqual({ pairs: [], waiting: 0, decided: [] });
    expect((await decide(near, {})).status).toBe(403);
    const district = await world.enrol("district", quyNhon, "province-officer");
    expect((await decide(district, {})).status).toBe(404);
    for (const bad of [{ why: "" }, { why: "   " }, { verdict: "?" }, { into: "" }])
      expect((await decide(officer, bad)).status, JSON.stringify(bad)).toBe(400);
    expect((await decide(officer, { into: "B" })).status).toBe(404);
    expect((await decide(officer, {})).body).toEqual({ done: true });
    expect((await decide(officer, { verdict: "different" })).body).toEqual({ done: false });
    // The other district's catalogue is made in its own turn.
    await vi.waitFor(async () => expect(await grouped()).toEqual([["a", "b"], ["A"]]), { timeout: 30_000 });
    const after = await queue(officer);
    expect(after).toMatchObject({ pairs: [], waiting: 0 });
    const [pair] = after.decided;
    expect(pair).toMatchObject({
      reasons: ["spread"],
      decided: {
        verdict: "same",
        subject: "B",
        into: "A",
        why: "Cùng một công ty",
        by: "officer",
        at: new Date(start).toISOString(),
      },
    });
    const again = { verdict: "different", why: "Hai công ty khác nhau", seen: pair?.seen };
    expect((await decide(officer, again)).body).toEqual({ done: true });
    expect(await grouped()).toEqual([["b"], ["B"]]);
    const kept = await world.database.query("select verdict from fonds_decisions order by number");
    expect(kept.map(({ verdict }) => verdict)).toEqual(["same", "different"]);
    await expect(world.database.query("update fonds_decisions set why = ''")).rejects.toThrow(
      /only ever added/,
    );
    await expect(world.database.query("delete from fonds_decisions")).rejects.toThrow(/only ever added/);
    expect(world.faults).toEqual([]);
  });
});
