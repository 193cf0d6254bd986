import { Type } from "typebox";
import { covers } from "#shared/archive/unit.ts";
import {
  actReasonSchema,
  newPartnerSchema,
  type PortalPacks,
  type PortalPartners,
} from "#shared/contract/portal-admin.ts";
import { personOf } from "#province/access/admit-readers.ts";
import { letPartnerIn, withdrawPartner } from "#province/access/let-in.ts";
import { listPacks } from "#province/portal/list-packs.ts";
import { listWays } from "#province/portal/list-connectors.ts";
import { listPartners } from "#province/portal/list-partners.ts";
import { type App, type Province, Refused } from "./typed.ts";

const params = Type.Object({ id: Type.String({ minLength: 1, maxLength: 40 }) });
const addition = Type.Object({ ...newPartnerSchema.properties, ...actReasonSchema.properties });

/** The systems that are given records, and the packs of rules that machines are: as administrators keep them. */
export function addPortalPartnerRoutes(app: App, { database, now, units }: Province): void {
  app.get("/portal/admin/partners", async (request): Promise<PortalPartners> => {
    const { scope } = personOf(request);
    return {
      partners: await listPartners(database, scope, units),
      connectors: await listWays(database, scope, units),
      units: units
        .filter((unit) => unit.level !== "commune" && covers(scope, unit.scope))
        .map((unit) => ({ scope: unit.scope, name: unit.name })),
    };
  });

  app.post("/portal/admin/partners", { schema: { body: addition } }, async (request) => {
    const by = personOf(request);
    const { reason, ...wanted } = request.body;
    const { token } = await letPartnerIn(database, wanted, { by, reason, within: by.scope }, now());
    return { token };
  });

  app.post(
    "/portal/admin/partners/:id/revoked",
    { schema: { params, body: actReasonSchema } },
    async (request) => {
      const by = personOf(request);
      const why = { by, reason: request.body.reason, within: by.scope };
      if (!(await withdrawPartner(database, request.params.id, why, now())))
        throw new Refused(409, "partner-out", "no such partner, or its token was taken back before");
      return {};
    },
  );

  app.get("/portal/admin/packs", (request): Promise<PortalPacks> =>
    listPacks(database, personOf(request).scope, units),
  );
}
