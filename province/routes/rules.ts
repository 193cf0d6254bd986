import { answerRules, appliedBy, editionOf, rulesQuestionSchema } from "#shared/rules/signed-pack.ts";
import { readRules } from "#province/store/rules.ts";
import { signPacks } from "#province/store/sign-packs.ts";
import { noteRules } from "#province/access/note-rules.ts";
import { type App, deviceOf, type Province } from "./typed.ts";

/** The rules, lists of words and amendments of units that every enrolled device is given, signed; only their digest to one that has them, and none to a program that is too old for them. */
export function addRuleRoutes(app: App, { database, keys, now }: Province): void {
  app.get("/rules", { schema: { querystring: rulesQuestionSchema } }, async (request, reply) => {
    const { digest, rules } = await readRules(database);
    await noteRules(database, deviceOf(request), appliedBy(request.query, { digest, ...editionOf(rules) }));
    const signed = await signPacks(database, keys, rules, now());
    void reply.header("etag", `"${digest}"`);
    return answerRules(request.query, request.headers["x-mucluc-version"], { digest, rules, signed });
  });
}
