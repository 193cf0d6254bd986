import { sharedReader } from "#province/access/admit-partners.ts";
import {
  findingAidAnswerSchema,
  findingAidAskedSchema,
  oneAskedSchema,
} from "#province/sharing/api/schemas.ts";
import { aidReader, readFonds } from "#province/sharing/finding-aid/read-fonds.ts";
import { aidHeaders, aidStream } from "#province/sharing/finding-aid/send-aid.ts";
import { writeFindingAid } from "#province/sharing/finding-aid/write-finding-aid.ts";
import { type App, type Province, Refused } from "./typed.ts";

/** The finding aid of one fonds to partners, as EAD while it is read: of what lies within the grant, in accepted batches. */
export function addShareFindingAid(app: App, province: Province, name: string): void {
  const { database, units, successors, now, report } = province;

  app.get(
    "/api/v1/fonds/:id/finding-aid",
    {
      schema: {
        params: oneAskedSchema,
        querystring: findingAidAskedSchema,
        response: { 200: findingAidAnswerSchema },
      },
    },
    async (request, reply) => {
      const asked = aidReader({ reader: sharedReader(request), filter: {}, successors });
      const found = await readFonds(database, asked, request.params.id);
      if (!found) throw new Refused(404, "not-found", "nothing of such a fonds within your scope and level");
      const { format = "ead2002" } = request.query;
      const store = { database, units, name };
      const stream = aidStream(writeFindingAid(store, asked, found, { form: format, now: now() }), report);
      return reply.headers(aidHeaders(found.head.fonds.id, format)).send(stream);
    },
  );
}
