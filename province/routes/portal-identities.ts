import { Type } from "typebox";
import { actReasonSchema } from "#shared/contract/portal-admin.ts";
import { identityNoteSchema, type PortalIdentities } from "#shared/contract/portal-provider.ts";
import { covers } from "#shared/archive/unit.ts";
import type { Reader } from "#shared/portal/reader.ts";
import { personOf } from "#province/access/admit-readers.ts";
import { listIdentities, noteIdentity, unbindIdentity } from "#province/portal/oidc/identities.ts";
import { listReaders } from "#province/portal/readers.ts";
import { noteReading } from "#province/portal/readings.ts";
import { type App, type Province, Refused } from "./typed.ts";

const params = Type.Object({ id: Type.String({ minLength: 1, maxLength: 40 }) });

/**
 * As whom the portal's people are known at the provider, kept by its administrators, each within their own scope. Nobody
 * does it for themselves: whoever took over an administrator's screen would come in by an account of their own from then on.
 */
export function addPortalIdentityRoutes(app: App, { database, now }: Province, on: boolean): void {
  const within = async ({ scope }: Reader) =>
    (await listReaders(database)).filter((reader) => covers(scope, reader.scope));
  const another = async (head: Reader, id: string): Promise<Reader> => {
    if (!on) throw new Refused(404, "not-found", "no provider to sign in by");
    if (id === head.id) throw new Refused(409, "own-identity", "another administrator does this");
    const reader = (await within(head)).find((one) => one.id === id);
    // One beyond is not told from one that is not.
    if (!reader) throw new Refused(404, "not-found", "no such reader");
    return reader;
  };

  app.get("/portal/identities", async (request): Promise<PortalIdentities> => {
    if (!on) return { on, identities: [] };
    const ids = new Set((await within(personOf(request))).map(({ id }) => id));
    return { on, identities: (await listIdentities(database)).filter(({ readerId }) => ids.has(readerId)) };
  });

  app.post(
    "/portal/readers/:id/identity",
    { schema: { params, body: identityNoteSchema } },
    async (request) => {
      const head = personOf(request);
      const reader = await another(head, request.params.id);
      const { noted, reason } = request.body;
      await noteIdentity(database, reader, noted, { by: head, reason }, now());
      const detail = `noted the identity of ${reader.login}: ${noted}`;
      await noteReading(database, head, "changed-reader", now(), { detail });
      return {};
    },
  );

  app.post(
    "/portal/readers/:id/identity/unbound",
    { schema: { params, body: actReasonSchema } },
    async (request) => {
      const head = personOf(request);
      const reader = await another(head, request.params.id);
      await unbindIdentity(database, reader, { by: head, reason: request.body.reason }, now());
      const detail = `unbound the identity of ${reader.login}`;
      await noteReading(database, head, "changed-reader", now(), { detail });
      return {};
    },
  );
}
