import { Type } from "typebox";
import { accessLevels } from "#shared/archive/access-level.ts";
import { Choice } from "#shared/base/schema.ts";
import type { PortalFonds } from "#shared/contract/portal.ts";
import { personOf } from "#province/access/admit-readers.ts";
import { findFonds, readsFondsAs } from "#province/portal/find-fonds.ts";
import { noteReading } from "#province/portal/readings.ts";
import { findingAidForms } from "#province/sharing/finding-aid/model.ts";
import { aidReader, readFonds } from "#province/sharing/finding-aid/read-fonds.ts";
import { aidHeaders, aidStream } from "#province/sharing/finding-aid/send-aid.ts";
import { writeFindingAid } from "#province/sharing/finding-aid/write-finding-aid.ts";
import { type App, type Province, Refused } from "./typed.ts";

const params = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 40, pattern: "^[^\\u0000]+$" }),
});
const wanted = Type.Object({
  format: Type.Optional(Choice(findingAidForms)),
  level: Type.Optional(Choice(accessLevels)),
});

/** A fonds as people find it, and its finding aid to take along: up to a level that is theirs, noted as what leaves. */
export function addPortalFondsRoutes(app: App, province: Province, name: string): void {
  const { database, units, now, report } = province;

  app.get("/portal/fonds/:id", { schema: { params } }, async (request): Promise<PortalFonds> => {
    const person = personOf(request);
    const { district, ...fonds } = await findFonds(province, person, request.params.id);
    const subject = { district, collection: "fonds", id: fonds.id } as const;
    await noteReading(database, person, "opened", now(), { subject });
    return fonds;
  });

  app.get(
    "/portal/fonds/:id/finding-aid",
    { schema: { params, querystring: wanted } },
    async (request, reply) => {
      const person = personOf(request);
      const { format = "ead2002", level = "open" } = request.query;
      const asked = aidReader(readsFondsAs(province, person), level);
      const found = await readFonds(database, asked, request.params.id);
      if (!found) throw new Refused(404, "not-found", "nothing of such a fonds to be taken along");
      const { district, fonds } = found.head;
      await noteReading(database, person, "exported", now(), {
        subject: { district, collection: "fonds", id: fonds.id },
        detail: `${format} ${asked.reader.upTo}`,
      });
      const store = { database, units, name };
      const pieces = writeFindingAid(store, asked, found, { form: format, now: now() });
      return reply.headers(aidHeaders(fonds.id, format)).send(aidStream(pieces, report));
    },
  );
}
