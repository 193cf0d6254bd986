import { Type } from "typebox";
import { foldedWords } from "#shared/base/fold.ts";
import { dayInVietnam } from "#shared/base/vietnam-time.ts";
import type { PortalFile, PortalItem } from "#shared/contract/portal.ts";
import { mayRead } from "#shared/portal/reader.ts";
import { vi } from "#shared/text/vi.ts";
import { personOf } from "#province/access/admit-readers.ts";
import { findFile, mayFindFile } from "#province/portal/find-file.ts";
import { findItem } from "#province/portal/find-item.ts";
import type { PageDesk } from "#province/portal/page/open-page-desk.ts";
import { noteReading } from "#province/portal/readings.ts";
import type { App, Province } from "./typed.ts";

const item = Type.Object({ id: Type.String({ minLength: 1, maxLength: 40 }) });
const page = Type.Object({ ...item.properties, page: Type.String({ pattern: "^[1-9]\\d{0,4}$" }) });
const from = Type.Optional(Type.String({ pattern: "^\\d{1,6}$" }));
const width = Type.Optional(Type.Union([Type.Literal("900"), Type.Literal("1800")]));

/** What people read: a document, its file, its pages as pictures; each reading is noted. */
export function addPortalReadingRoutes(app: App, province: Province, pages: PageDesk): void {
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
      const masked = !mayRead(person.role, "read-closed");
      const drawn = await pages.draw({
        bytes: await bytes(),
        page: Number(request.params.page) - 1,
        width: Number(request.query.width ?? "900"),
        masked,
        watermark: vi.portal.watermark(person.name, dayInVietnam(now()).split("-").reverse().join("/")),
      });
      await noteReading(database, person, masked ? "saw-page" : "saw-unmasked", now(), {
        subject: { district, collection: "items", id },
        detail: request.params.page,
      });
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
        masked: !mayRead(person.role, "read-closed"),
      });
      return { hits: read.hits };
    },
  );
}
