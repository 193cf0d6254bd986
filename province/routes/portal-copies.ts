import { Type } from "typebox";
import { isDigest } from "#shared/base/digest.ts";
import type { CopyList, CopyRequest } from "#shared/contract/portal-copies.ts";
import {
  copyStepSchema,
  type CopyWish,
  copyWishSchema,
  refuseCopyStep,
  walkInSchema,
} from "#shared/portal/copy-request.ts";
import type { Reader } from "#shared/portal/reader.ts";
import { personOf } from "#province/access/admit-readers.ts";
import {
  addRequest,
  findRequest,
  type KeptRequest,
  listRequests,
  partiesOf,
  takeStep,
} from "#province/portal/copies/copy-requests.ts";
import { makeCopy, writeSlip } from "#province/portal/copies/make-copy.ts";
import { findItem } from "#province/portal/find-item.ts";
import type { PageDesk } from "#province/portal/page/open-page-desk.ts";
import { noteReading } from "#province/portal/readings.ts";
import { type App, type Province, Refused } from "./typed.ts";

const params = Type.Object({ id: Type.String({ minLength: 1, maxLength: 40 }) });

/** Requests for copies: asked for, looked at, granted or refused, made, handed over; each step is kept for good. */
export function addPortalCopyRoutes(app: App, province: Province, pages: PageDesk, resources: string): void {
  const { database, objects, now } = province;

  const shown = (person: Reader, kept: KeptRequest): CopyRequest => {
    const { id, number, state, askedAt, lastAt, asker, walkIn, wish, itemId, title, lifted, steps } = kept;
    return {
      ...{ id, number, state, askedAt, lastAt, asker, walkIn, wish, itemId, title, lifted, steps },
      parties: partiesOf(person, kept),
      copy: kept.digest !== "" && mayTake(person, kept),
    };
  };
  const add = async (person: Reader, id: string, wish: CopyWish, walkIn?: string) => {
    const { hit, district } = await findItem(province, person, id);
    const item = { id, district, scope: hit.scope, title: hit.title };
    const asked = { item, wish, enteredBy: person, ...(walkIn !== undefined && { walkIn }) };
    return { id: await addRequest(database, asked, now()) };
  };

  app.post("/portal/items/:id/copies", { schema: { params, body: copyWishSchema } }, (request) =>
    add(personOf(request), request.params.id, request.body),
  );

  app.post("/portal/items/:id/walk-ins", { schema: { params, body: walkInSchema } }, (request) => {
    const { name, ...wish } = request.body;
    return add(personOf(request), request.params.id, wish, name);
  });

  app.get("/portal/copies", async (request): Promise<CopyList> => ({
    requests: await listRequests(database, personOf(request)),
    now: new Date(now()).toISOString(),
  }));

  app.get("/portal/copies/:id", { schema: { params } }, async (request) => {
    const person = personOf(request);
    return shown(person, await findRequest(database, person, request.params.id));
  });

  app.post("/portal/copies/:id/steps", { schema: { params, body: copyStepSchema } }, async (request) => {
    const person = personOf(request);
    const { id } = request.params;
    const { to, reason, lift, after } = request.body;
    const kept = await findRequest(database, person, id);
    if (kept.steps.length !== after) throw new Refused(409, "step-taken", "somebody took a step meanwhile");
    const refused = refuseCopyStep(kept.state, request.body, partiesOf(person, kept));
    if (refused) throw new Refused(refused === "not-your-role" ? 403 : 409, refused, "this step is not open");
    const step = { to, by: person, at: new Date(now()).toISOString(), reason, lift };
    if (to !== "made") await takeStep(database, kept, step);
    else {
      // Asked anew: what was closed to this archivist since, or became secret, is not copied.
      const source = await findItem(province, person, kept.itemId);
      if (source.closed !== "") throw new Refused(409, "no-rendition", "there are no pages to be copied");
      const { bytes, ...copy } = await makeCopy({ pages, resources }, kept, source, now());
      const { digest } = await objects.put(bytes);
      await takeStep(database, kept, { ...step, made: { digest, ...copy } });
    }
    return shown(person, await findRequest(database, person, id));
  });

  app.get("/portal/copies/:id/slip", { schema: { params }, compress: false }, async (request, reply) => {
    const kept = await findRequest(database, personOf(request), request.params.id);
    return reply
      .headers({ ...pdf(`phieu-${kept.number}.pdf`) })
      .send(await writeSlip(resources, kept, now()));
  });

  app.get("/portal/copies/:id/copy", { schema: { params }, compress: false }, async (request, reply) => {
    const person = personOf(request);
    const kept = await findRequest(database, person, request.params.id);
    if (!isDigest(kept.digest) || !mayTake(person, kept))
      throw new Refused(404, "not-found", "there is no copy to be taken");
    const { district, itemId, number } = kept;
    await noteReading(database, person, "took-copy", now(), {
      subject: { district, collection: "items", id: itemId },
      detail: `${number} ${kept.digest}`,
    });
    return reply.headers({ ...pdf(`ban-sao-${number}.pdf`) }).send(await objects.bytes(kept.digest));
  });
}

/** An archivist takes a copy as soon as it is made, to look it through and print; who asked for a file once it is theirs. */
function mayTake(person: Reader, request: Pick<KeptRequest, "askerId" | "state" | "wish">): boolean {
  if (partiesOf(person, request).includes("archivist")) return true;
  return request.state === "handed-over" && request.wish.way === "in-portal";
}

function pdf(name: string): Record<string, string> {
  return {
    "content-type": "application/pdf",
    "content-disposition": `attachment; filename="${name}"`,
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  };
}
