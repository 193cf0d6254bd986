import { Type } from "typebox";
import { covers } from "#shared/archive/unit.ts";
import type { MessageAnswer } from "#shared/contract/reports.ts";
import { verifyText } from "#shared/node/keys.ts";
import { readShortText } from "#shared/report/short-text.ts";
import { readSigners } from "#province/access/signers.ts";
import { noteMessage, readRollUp } from "#province/store/reports.ts";
import { type App, deviceOf, type Province } from "./typed.ts";

const params = Type.Object({ day: Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" }) });
const message = Type.Object({ text: Type.String({ minLength: 1, maxLength: 5000 }) });

/** The day's reports of the districts within the device's scope, rolled up; and reports that came by message. */
export function addReportRoutes(app: App, province: Province): void {
  const { database, units } = province;

  app.get("/reports/:day", { schema: { params } }, (request) =>
    readRollUp(database, deviceOf(request), units, request.params.day, province.now()),
  );

  app.post("/reports/message", { schema: { body: message } }, async (request): Promise<MessageAnswer> => {
    const signers = await readSigners(database);
    const read = readShortText(request.body.text, (id, body, signature) => {
      const signer = signers.get(id);
      return signer !== undefined && verifyText("report", body, signature, signer.signingKey);
    });
    const nothing = { district: "", day: "", pages: 0 };
    if (!read.ok) return { outcome: read.fault, ...nothing };
    const { scope, day, total, deviceId } = read.value;
    const signer = signers.get(deviceId);
    const own = signer !== undefined && covers(signer.scope, scope);
    if (!own || !covers(deviceOf(request).scope, scope)) return { outcome: "not-your-scope", ...nothing };
    const outcome = await noteMessage(database, read.value, province.now());
    return { outcome, district: scope, day, pages: total.captured.pages };
  });
}
