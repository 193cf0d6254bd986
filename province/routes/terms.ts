import { Type } from "typebox";
import { termDecisionSchema } from "#shared/contract/province-terms.ts";
import { decideOnTerm, readTerms } from "#province/store/terms.ts";
import { type App, deviceOf, type Province, Refused } from "./typed.ts";

const params = Type.Object({ id: Type.String({ minLength: 1, maxLength: 40 }) });

/** The words that units added to the lists, within the device's scope, and the deciding, which only an officer does. */
export function addTermRoutes(app: App, province: Province): void {
  const { database, units } = province;

  app.get("/terms", (request) => readTerms(database, deviceOf(request), units));

  app.post("/terms/:id/decide", { schema: { params, body: termDecisionSchema } }, async (request) => {
    const device = deviceOf(request);
    const { id } = request.params;
    const decided = await decideOnTerm(database, { device, id, decision: request.body, now: province.now() });
    if (!decided) throw new Refused(404, "not-found", "no such word within your scope");
    if (decided.done) province.bell.ring(new Set([decided.scope]));
    return { done: decided.done };
  });
}
