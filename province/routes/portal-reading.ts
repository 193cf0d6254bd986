import { Type } from "typebox";
import { foldedWords } from "#shared/base/fold.ts";
import type { PortalFile, PortalItem } from "#shared/contract/portal.ts";
import { personOf } from "#province/access/admit-readers.ts";
import { findFile, mayFindFile } from "#province/portal/find-file.ts";
import { findItem } from "#province/portal/find-item.ts";
import { isLargePage } from "#province/portal/page/large-page.ts";
import type { PageDesk } from "#province/portal/page/open-page-desk.ts";
import type { SeenPages } from "#province/portal/page/seen-pages.ts";
import { isMaskedFor, noteSeen, seenKey, watermarkFor } from "#province/portal/read-page.ts";
import { noteReading } from "#province/portal/readings.ts";
import type { App, Province } from "./typed.ts";

const item = Type.Object({ id: Type.String({ minLength: 1, maxLength: 40 }) });
const page = Type.Object({ ...item.properties, page: Type.String({ pattern: "^[1-9]\\d{0,4}$" }) });
const from = Type.Optional(Type.String({ pattern: "^\\d{1,6}$" }));
const width = Type.Optional(Type.Union([Type.Literal("900"), Type.Literal("1800")]));

/** What people read: a document, its file, its pages as pictures; each reading is noted. */
export function addPortalReadingRoutes(app: App, province: Province, pages: PageDesk, seen: SeenPages): void {
  const { database, now } = province;

  app.get("/portal/items/:id", { schema: { params: item } }, async (request): Promise<PortalItem> => {
    const person = personOf(request);
    const { id } = request.params;
    const { hit, district, closed, bytes } = await findItem(province, person, id);
    const inFile = await mayFindFile(province, person, { district, id: hit.file.id });
    await noteReading(database, person, "opened", now(), { subject: { district, collection: "items", id } });
    if (closed !== "") return { hit, closed, inFile, pages: 0 };
    const read = await pages.read({ bytes: await bytes(), page: 0, words: [], masked: true });
    return { hit, closed, inFile, pages: read.pages };
  });

  app.get(
    "/portal/files/:id",
    { schema: { params: item, querystring: Type.Object({ from }) } },
    async (request): Promise<PortalFile> => {
      const person = personOf(request);
      const { id } = request.params;
      const start = Number(request.query.from ?? "0");
      const { hit, district, items, total } = await findFile(province, person, id, start);
      if (start === 0)
        await noteReading(database, person, "opened", now(), {
          subject: { district, collection: "files", id },
        });
      return { hit, items, total };
    },
  );

  app.get(
    "/portal/items/:id/pages/:page",
    { schema: { params: page, querystring: Type.Object({ width }) }, compress: false },
    async (request, reply) => {
      const person = personOf(request);
      const { id } = request.params;
      const { district, bytes } = await findItem(province, person, id);
      const masked = isMaskedFor(person);
      const drawn = await pages.draw({
        bytes: await bytes(),
        page: Number(request.params.page) - 1,
        width: Number(request.query.width ?? "900"),
        masked,
        watermark: watermarkFor(person, now()),
      });
      const at = { district, id, page: request.params.page };
      await seen.note(seenKey(person, at), now(), () => noteSeen(database, person, at, now()));
      return reply
        .type("image/jpeg")
        .header("x-content-type-options", "nosniff")
        .header("cache-control", "private, max-age=600")
        .send(Buffer.from(drawn.jpeg));
    },
  );

  app.get(
    "/portal/items/:id/pages/:page/hits",
    { schema: { params: page, querystring: Type.Object({ words: Type.String({ maxLength: 200 }) }) } },
    async (request) => {
      const person = personOf(request);
      const { bytes } = await findItem(province, person, request.params.id);
      const words = foldedWords(request.query.words).slice(0, 20);
      const read = await pages.read({
        bytes: await bytes(),
        page: Number(request.params.page) - 1,
        words,
        masked: isMaskedFor(person),
      });
      return { hits: read.hits, large: isLargePage(read) };
    },
  );
}
