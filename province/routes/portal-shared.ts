import type { onSendAsyncHookHandler } from "fastify";
import { Type } from "typebox";
import { openingHeader, type SharedLook, type SharedOpened } from "#shared/contract/portal-links.ts";
import { countRequests } from "#shared/node/rate.ts";
import { momentTextInVietnam } from "#shared/base/vietnam-time.ts";
import { openingsLeft, refusePage, stateOfLink } from "#shared/portal/share-link.ts";
import { vi } from "#shared/text/vi.ts";
import { answerAlike, shut } from "#province/portal/links/answer-alike.ts";
import { findLinkedItem } from "#province/portal/links/find-linked-item.ts";
import { findLink, findOpening, noteShut, openLink } from "#province/portal/links/openings.ts";
import type { ShareLink } from "#province/portal/links/share-links.ts";
import type { PageDesk } from "#province/portal/page/open-page-desk.ts";
import type { SeenPages } from "#province/portal/page/seen-pages.ts";
import { noteReading } from "#province/portal/readings.ts";
import { type App, type Province, Refused } from "./typed.ts";

// Whatever stands where a secret does is a try: one of another length is answered as every other.
const asked = Type.Object({ secret: Type.String({ maxLength: 500 }) });
const page = Type.Object({ page: Type.String({ pattern: "^[1-9]\\d{0,4}$" }) });
const width = Type.Optional(Type.Union([Type.Literal("900"), Type.Literal("1800")]));

/** Pages a minute of one opening, and tries a minute at tokens of openings from one address. */
const pageRate = { device: 240, stranger: 60 };

/** Nothing of a link is kept on the way, told to the next site, or found by a search engine: refusals neither. */
const quiet: onSendAsyncHookHandler = async (_request, reply, payload) => {
  void reply.headers({
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex, nofollow, noarchive",
    "x-content-type-options": "nosniff",
  });
  return Promise.resolve(payload);
};

/**
 * What somebody without an account reads by a link: who shares it, the document once it is opened, its pages while the
 * opening lasts. The link names the one document: nothing here takes the name of another. What does not open is answered
 * alike, whatever the reason.
 */
export function addPortalSharedRoutes(app: App, province: Province, pages: PageDesk, seen: SeenPages): void {
  const { database, objects, now } = province;
  const counts = countRequests(pageRate);

  const told = (link: ShareLink): SharedLook => ({
    ...{ by: link.maker, office: link.office, recipient: link.recipient },
    until: new Date(link.until).toISOString(),
    left: openingsLeft(link),
  });
  const bytesOf = async (digest: Parameters<typeof objects.bytes>[0]) =>
    new Uint8Array(await objects.bytes(digest));

  app.post("/portal/shared", { schema: { body: asked }, onSend: quiet }, (request) =>
    answerAlike(async (): Promise<SharedLook> => {
      const link = await findLink(database, request.body.secret);
      if (!link) throw shut();
      const readable = (await findLinkedItem(province, link)) !== undefined;
      const state = stateOfLink({ ...link, readable }, now());
      if (state === "valid") return told(link);
      await database.transaction((inside) => noteShut(inside, link, state, now()));
      throw shut();
    }),
  );

  app.post("/portal/shared/opened", { schema: { body: asked }, onSend: quiet }, (request) =>
    answerAlike(async (): Promise<SharedOpened> => {
      const link = await findLink(database, request.body.secret);
      if (!link) throw shut();
      const found = await findLinkedItem(province, link);
      // Read before it is counted: what cannot be drawn takes no opening.
      const isOpen = found && stateOfLink({ ...link, readable: true }, now()) === "valid";
      const bytes = isOpen ? await bytesOf(found.digest) : undefined;
      const read = bytes && (await pages.read({ bytes, page: 0, words: [], masked: true }));
      const opened = await openLink(database, link, found !== undefined, now());
      if ("refused" in opened || !found || !read) throw shut();
      const { item } = found;
      return {
        ...told({ ...link, openings: opened.opening.place }),
        token: opened.token,
        ends: new Date(opened.opening.until).toISOString(),
        title: item.subject,
        notation: [item.number, item.symbol].filter(Boolean).join("/"),
        date: item.issuedDate,
        issuer: item.issuer,
        pages: read.pages,
      };
    }),
  );

  app.get(
    "/portal/shared/pages/:page",
    { schema: { params: page, querystring: Type.Object({ width }) }, compress: false, onSend: quiet },
    (request, reply) =>
      answerAlike(async () => {
        const limit = (key: string, kind: keyof typeof pageRate) => {
          const wait = counts.add(key, kind, now());
          if (wait === 0) return;
          void reply.header("retry-after", String(Math.ceil(wait / 1000)));
          throw new Refused(429, "too-many-requests", "try again later");
        };
        const { [openingHeader]: token = "" } = request.headers;
        const known = await findOpening(database, String(token));
        if (!known) {
          limit(`stranger ${request.ip}`, "stranger");
          throw shut();
        }
        const { link, opening } = known;
        const key = `${link.id} ${opening.place}`;
        limit(key, "device");
        const found = await findLinkedItem(province, link);
        const refused = refusePage({ ...link, readable: found !== undefined }, opening, now());
        if (refused !== undefined || !found) {
          const why = refused ?? "closed";
          // A page that stands open asks for many pictures: one word in the audit tells of them.
          await seen.once(`${key} ${why}`, now(), () =>
            database.transaction((inside) => noteShut(inside, link, why, now(), opening)),
          );
          throw shut();
        }
        const drawn = await pages.draw({
          bytes: await bytesOf(found.digest),
          page: Number(request.params.page) - 1,
          width: Number(request.query.width ?? "900"),
          masked: true,
          watermark: vi.portal.links.watermark(link.recipient, momentOf(now())),
        });
        const subject = { district: link.district, collection: "items", id: link.item } as const;
        const detail = request.params.page;
        await seen.note(`${key} ${detail}`, now(), () =>
          noteReading(database, link, "saw-page", now(), { subject, detail }),
        );
        return reply.type("image/jpeg").send(Buffer.from(drawn.jpeg));
      }),
  );
}

/** A moment as a clock in Vietnam shows it: `15:20 20/05/2025`. */
function momentOf(now: number): string {
  const [day = "", time = ""] = momentTextInVietnam(now).split("T");
  return `${time.slice(0, 5)} ${day.split("-").reverse().join("/")}`;
}
