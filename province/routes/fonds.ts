import { Type } from "typebox";
import { fondsCodesSchema } from "#shared/contract/province.ts";
import { confirmFonds, readFonds } from "#province/store/fonds.ts";
import { type App, deviceOf, type Province, Refused } from "./typed.ts";

const params = Type.Object({ id: Type.String({ minLength: 1, maxLength: 40 }) });

/** The fonds within the device's scope, and the confirming of their codes, which only an officer of the province does. */
export function addFondsRoutes(app: App, province: Province): void {
  const { database, units } = province;

  app.get("/fonds", (request) => readFonds(database, deviceOf(request), units));

  app.post("/fonds/:id/confirm", { schema: { params, body: fondsCodesSchema } }, async (request) => {
    const device = deviceOf(request);
    const { id } = request.params;
    const done = await confirmFonds(database, { device, id, seen: request.body, now: province.now() });
    if (!done) throw new Refused(404, "not-found", "no such fonds within your scope");
    if (done.changed) province.bell.ring(new Set([done.scope]));
    return done.answer;
  });
}
