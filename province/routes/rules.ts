import { Type } from "typebox";
import { readRules } from "#province/store/rules.ts";
import { signPacks } from "#province/store/sign-packs.ts";
import type { App, Province } from "./typed.ts";

const query = Type.Object({ known: Type.Optional(Type.String({ maxLength: 64 })) });

/** The rules and lists of words that every enrolled device is given, signed; only their digest to one that has them. */
export function addRuleRoutes(app: App, { database, keys, now }: Province): void {
  app.get("/rules", { schema: { querystring: query } }, async (request, reply) => {
    const { digest, rules } = await readRules(database);
    const signed = await signPacks(database, keys, rules, now());
    void reply.header("etag", `"${digest}"`);
    return request.query.known === digest ? { digest, signed } : { digest, rules, signed };
  });
}
