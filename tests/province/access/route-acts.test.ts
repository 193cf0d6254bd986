import { describe, expect, test } from "vitest";
import { may } from "#shared/archive/permissions.ts";
import { roles } from "#shared/archive/role.ts";
import { mayAsk, routeActs } from "#province/access/route-acts.ts";
import { makeFonds, onEachStore, phuocLoc } from "#tests/province/world.ts";

const routes = Object.entries(routeActs).map(([route, act]) => {
  const [method = "", url = ""] = route.split(" ");
  return { method, url, act };
});

describe("the acts of routes", () => {
  test("are those of the table for every role, and none of a route nobody knows", () => {
    for (const role of roles) {
      for (const { method, url, act } of routes)
        expect(mayAsk(role, method, url), `${role} ${method} ${url}`).toBe(act === "open" || may(role, act));
      expect(mayAsk(role, "POST", "/unheard-of")).toBe(false);
    }
  });
});

onEachStore("the door of each route", (world) => {
  const scopeOf = (role: string) => (role === "province-officer" ? "52" : "52.550");

  test("is shut to each role whose act it is not, in another's scope too", async () => {
    for (const role of roles) {
      const token = await world.enrol(role, scopeOf(role), role);
      for (const { method, url, act } of routes) {
        if (act === "open" || method === "OPTIONS" || url.endsWith("/stream")) continue;
        const address = url
          .replace(":collection", "fonds")
          .replace(":digest", "0".repeat(64))
          .replace(":id", "khong-co");
        const answer = await world.app.inject({
          method: method as "GET",
          url: address,
          headers: { authorization: `Bearer ${token}` },
        });
        const told = method === "HEAD" || answer.body.includes("not-your-role");
        const shut = answer.statusCode === 403 && told;
        expect(shut, `${role} ${method} ${url}: ${answer.statusCode}`).toBe(!may(role, act));
      }
    }
  });

  test("knows every route that is built: a new one without an act keeps the province from opening", async () => {
    await expect(
      (async () => {
        await world.restart();
        world.app.get("/unheard-of", () => "?");
      })(),
    ).rejects.toThrow();
  });

  test("takes of a collection what the role writes, and carries what others wrote", async () => {
    const token = await world.enrol("may-quet", "52.550", "capture-operator");
    const own = { ...makeFonds("f1", phuocLoc), deviceId: "may-quet" };
    const carried = { ...makeFonds("f2", phuocLoc), deviceId: "may-xa" };
    const answer = await world.push(token, "fonds", own, carried);
    expect(answer.refused).toEqual([{ id: "f1", code: "not-your-role", detail: "list" }]);
    const { documents } = await world.pull(token, "fonds");
    expect(documents.map(({ id }) => id)).toEqual(["f2"]);
  });
});
