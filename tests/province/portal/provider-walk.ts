import type { World } from "#tests/province/world.ts";
import { walkProvider } from "#tests/helpers/oidc-server.ts";

/** A browser of the portal that signs in by the provider: it keeps its cookies, and follows where it is sent. */
export function browserOf(world: World) {
  const cookies: Record<string, string> = {};
  const ask = async (method: "GET" | "POST", url: string, payload?: object, headers = {}) => {
    const answer = await world.app.inject({ method, url, cookies, headers, ...(payload && { payload }) });
    for (const { name, value } of answer.cookies) cookies[name] = value;
    return answer;
  };
  /** The question that the provider sent it back with, as `?code=…&state=…`. */
  const walk = async (sub: string, way: "in" | "deny" = "in", change = (address: string) => address) => {
    const begun = await ask("POST", "/portal/oidc/begin");
    if (begun.statusCode !== 200) throw new Error(begun.body);
    const { address } = begun.json<{ address: string }>();
    return new URL(await walkProvider(change(address), sub, way)).search;
  };
  /** Where the screen stands then: nowhere but within, or at a code of what is asked or went wrong. */
  const back = async (question: string) => {
    const answer = await ask("GET", `/portal/oidc/back${question}`, undefined, {
      "sec-fetch-site": "cross-site",
    });
    return answer.headers.location;
  };
  return {
    cookies,
    ask,
    walk,
    back,
    enter: async (sub: string) => back(await walk(sub)),
    async me() {
      const answer = await ask("GET", "/portal/me");
      return answer.json<{ login?: string; code?: string; mustChange?: boolean; mustProve?: boolean }>();
    },
  };
}
