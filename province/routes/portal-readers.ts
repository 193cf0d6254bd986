import { Type } from "typebox";
import { covers } from "#shared/archive/unit.ts";
import { actReasonSchema } from "#shared/contract/portal-admin.ts";
import type { GivenPassphrase, ReaderList } from "#shared/contract/portal.ts";
import { newReaderSchema, type Reader } from "#shared/portal/reader.ts";
import { listReaders } from "#province/portal/readers.ts";
import { noteReading } from "#province/portal/readings.ts";
import { letReaderIn, renewReader, shutReader } from "#province/access/let-in.ts";
import { personOf } from "#province/access/admit-readers.ts";
import { type App, type Province, Refused } from "./typed.ts";

const addition = Type.Object({ ...newReaderSchema.properties, ...actReasonSchema.properties });
const change = Type.Object({ closed: Type.Boolean(), ...actReasonSchema.properties });
const params = Type.Object({ id: Type.String({ minLength: 1, maxLength: 40 }) });

/** The people of the portal, kept by its administrators, each within their own scope. Nobody shuts themselves out. */
export function addPortalReaderRoutes(app: App, { database, now, units, after }: Province): void {
  // A commune that ended lets nobody in any more.
  const scopes = () =>
    [
      ...units.filter(({ level }) => level !== "commune"),
      ...after.filter(({ validTo }) => validTo === ""),
    ].map(({ scope, name }) => ({ scope, name }));

  const within = async ({ scope }: Reader) =>
    (await listReaders(database)).filter((reader) => covers(scope, reader.scope));
  const askWithin = async (head: Reader, id: string) => {
    // One beyond is not told from one that is not.
    if (!(await within(head)).some((reader) => reader.id === id))
      throw new Refused(404, "not-found", "no such reader");
  };

  app.get("/portal/readers", async (request): Promise<ReaderList> => ({
    readers: await within(personOf(request)),
    units: scopes().filter(({ scope }) => covers(personOf(request).scope, scope)),
  }));

  app.post("/portal/readers", { schema: { body: addition } }, async (request) => {
    const { reason, ...wanted } = request.body;
    if (!covers(personOf(request).scope, wanted.scope))
      throw new Refused(403, "not-your-scope", "beyond the scope of who lets in");
    const added = await letReaderIn(database, wanted, { by: personOf(request), reason }, now());
    await noteReading(database, personOf(request), "changed-reader", now(), {
      detail: `added ${added.reader.login}, ${added.reader.role}, ${added.reader.scope}`,
    });
    return added;
  });

  app.post("/portal/readers/:id/closed", { schema: { params, body: change } }, async (request) => {
    const { id } = request.params;
    if (id === personOf(request).id) throw new Refused(409, "own-entry", "nobody shuts themselves out");
    await askWithin(personOf(request), id);
    const { closed, reason } = request.body;
    const reader = await shutReader(database, id, closed, { by: personOf(request), reason }, now());
    await noteReading(database, personOf(request), "changed-reader", now(), {
      detail: `${closed ? "closed" : "opened"} ${reader.login}`,
    });
    return reader;
  });

  app.post(
    "/portal/readers/:id/passphrase",
    { schema: { params, body: actReasonSchema } },
    async (request): Promise<GivenPassphrase> => {
      const { id } = request.params;
      const head = personOf(request);
      await askWithin(head, id);
      const why = { by: head, reason: request.body.reason };
      const { reader, passphrase } = await renewReader(database, id, why, now());
      const detail = `renewed the passphrase of ${reader.login}`;
      await noteReading(database, head, "changed-reader", now(), { detail });
      return { passphrase };
    },
  );
}
