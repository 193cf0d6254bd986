import { Type } from "typebox";
import { covers } from "#shared/archive/unit.ts";
import { actReasonSchema } from "#shared/contract/portal-admin.ts";
import type { GivenLink, PortalLink, PortalLinks } from "#shared/contract/portal-links.ts";
import { maskIdentityNumbers } from "#shared/portal/identity-numbers.ts";
import { mayRead, type Reader } from "#shared/portal/reader.ts";
import { newLinkSchema, stateOfLink } from "#shared/portal/share-link.ts";
import { personOf } from "#province/access/admit-readers.ts";
import { findItem } from "#province/portal/find-item.ts";
import { findShareable } from "#province/portal/links/find-linked-item.ts";
import { addLink, listLinks, type ShareLink, withdrawLink } from "#province/portal/links/share-links.ts";
import { listReaders } from "#province/portal/readers.ts";
import { levelsNow } from "#province/sharing/read-shared.ts";
import { type App, type Province, Refused } from "./typed.ts";

const params = Type.Object({ id: Type.String({ minLength: 1, maxLength: 40 }) });

/** Links to single documents, as who makes them and administrators see them: made, listed, withdrawn; each noted for good. */
export function addPortalLinkRoutes(app: App, province: Province): void {
  const { database, now } = province;

  app.post(
    "/portal/items/:id/links",
    { schema: { params, body: newLinkSchema } },
    async (request, reply): Promise<GivenLink> => {
      const person = personOf(request);
      const { id } = request.params;
      const { hit, district } = await findItem(province, person, id);
      if (!(await findShareable(province, person, { district, id })))
        throw new Refused(
          409,
          "not-shareable",
          "only what is open, accepted and has its pages here is shared",
        );
      const item = { id, district, scope: hit.scope, title: maskIdentityNumbers(hit.title) };
      const { until, ...made } = await addLink(database, person, item, request.body, now());
      void reply.header("cache-control", "no-store");
      return { ...made, until: new Date(until).toISOString() };
    },
  );

  app.get("/portal/links", async (request): Promise<PortalLinks> => {
    const links = await listLinks(database, personOf(request));
    const readable = await whichOpen(links, personOf(request));
    return { links: links.map((link) => shown(link, readable.has(link.id), now())) };
  });

  app.post("/portal/links/:id/withdrawn", { schema: { params, body: actReasonSchema } }, async (request) => {
    await withdrawLink(database, personOf(request), request.params.id, request.body.reason, now());
    return {};
  });

  /** The links whose document may be read by one still, and whose maker may share it still. */
  const whichOpen = async (links: readonly ShareLink[], viewer: Reader): Promise<Set<string>> => {
    const makers = new Map((await listReaders(database)).map((reader) => [reader.id, reader]));
    const asked = links.filter((link) => stateOfLink({ ...link, readable: true }, now()) === "valid");
    const keys = asked.map(({ district, item }) => ({ district, kind: "items" as const, id: item }));
    const levels = await levelsNow(database, { scope: viewer.scope, upTo: "open" }, keys);
    const open = asked.filter(({ makerId, scope, item }) => {
      const maker = makers.get(makerId);
      const isIn = maker?.closedAt === "" && mayRead(maker.role, "share-links") && covers(maker.scope, scope);
      return isIn && levels.has(`items/${item}`);
    });
    return new Set(open.map(({ id }) => id));
  };
}

function shown(link: ShareLink, readable: boolean, now: number): PortalLink {
  const { id, item, title, recipient, reason, maker, at, most, openings, openedAt } = link;
  const { withdrawnAt, withdrawnBy, withdrawnWhy } = link;
  return {
    ...{ id, itemId: item, title, recipient, reason, by: maker, at, most, openings, openedAt },
    until: new Date(link.until).toISOString(),
    state: stateOfLink({ ...link, readable }, now),
    ...{ withdrawnAt, withdrawnBy, withdrawnWhy },
  };
}
