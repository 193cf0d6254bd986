import { fondsDecisionSchema } from "#shared/contract/province-same-fonds.ts";
import { decideOnFonds, readFondsQueue } from "#province/store/same-fonds.ts";
import { type App, deviceOf, type Province, Refused } from "./typed.ts";

/** Entries that may be of one fonds, and the deciding on them, which only an officer of the province does. */
export function addSameFondsRoutes(app: App, province: Province): void {
  const { database } = province;

  app.get("/fonds/queue", (request) => readFondsQueue(database, deviceOf(request), province));

  app.post("/fonds/decide", { schema: { body: fondsDecisionSchema } }, async (request) => {
    const device = deviceOf(request);
    const decided = await decideOnFonds(database, { device, decision: request.body, now: province.now() });
    if (!decided) throw new Refused(404, "not-found", "no two such fonds within your scope");
    return decided;
  });
}
