import type { FastifyReply, FastifyRequest } from "fastify";
import { readByteRange } from "#shared/node/byte-range.ts";
import { partnerOf, sharedReader } from "#province/access/admit-partners.ts";
import type { Reader } from "#province/access/reader.ts";
import type { PageDesk } from "#province/portal/page/open-page-desk.ts";
import { readingCopies } from "#province/sharing/api/reading-copy.ts";
import { oneAskedSchema, pdfAnswerSchema, pdfAskedSchema } from "#province/sharing/api/schemas.ts";
import { findNumbers } from "#province/sharing/find-numbers.ts";
import { findPdf } from "#province/sharing/find-pdf.ts";
import { readShared, type Shared } from "#province/sharing/read-shared.ts";
import { findOffered } from "#province/store/harvest.ts";
import { type App, type Province, Refused } from "./typed.ts";

const pdf = { type: "application/pdf", disposition: (id: string) => `attachment; filename="${id}.pdf"` };

/** The drawing of pages, and the folder of the bundled resources. */
export type Drawing = { pages: PageDesk; resources: string };

/**
 * The PDF of one item, whole or a range of its bytes, to partners whose grant has PDFs: as it is archived, or as a copy for
 * reading. What bears numbers of papers of identity is given as it is up to the level `closed` alone.
 */
export function addSharePdf(app: App, province: Province, drawing: Drawing | undefined): void {
  const { database, objects, now } = province;
  const copies =
    drawing && readingCopies(drawing.pages, drawing.resources, (digest) => objects.bytes(digest));

  app.get(
    "/api/v1/items/:id/pdf",
    {
      schema: { params: oneAskedSchema, querystring: pdfAskedSchema, response: { 200: pdfAnswerSchema } },
      compress: false,
    },
    async (request, reply) => {
      const reader = sharedReader(request);
      const { name, pdfs } = partnerOf(request) ?? { name: "", pdfs: "none" as const };
      if (pdfs === "none") throw new Refused(403, "no-pdfs", "this grant has no PDFs");
      const { form = pdfs } = request.query;
      if (form === "archival" && pdfs !== "archival")
        throw new Refused(403, "no-pdfs", "this grant has copies for reading alone: form=reading");
      const shared = await itemOf(reader, request.params.id);
      const found = await findPdf(province, shared);
      if (!found) throw new Refused(404, "not-found", "there is no PDF of this record here");
      const { digest, size } = found;
      const masked = reader.upTo !== "closed";
      if (form === "archival") {
        const numbers = masked ? await findNumbers(database, [shared]) : undefined;
        if (numbers === "numbers")
          throw new Refused(403, "numbers", "it bears numbers of papers of identity: ask for form=reading");
        if (numbers === "unread")
          throw new Refused(403, "unread", "its words are not read yet: ask for form=reading, or later");
        return answer(request, reply, { id: shared.id, sha256: digest, size }, (range) =>
          objects.read(digest, range),
        );
      }
      if (!copies) throw new Refused(404, "not-found", "no copies for reading are made here");
      const { item } = shared;
      const title = [[item.number, item.symbol].filter(Boolean).join("/"), item.subject].filter(Boolean);
      const wanted = { digest, partner: name, masked, title: title.join(" · ") };
      const { bytes, sha256 } = await copies(wanted, now());
      return answer(request, reply, { id: shared.id, sha256, size: bytes.length }, (range) =>
        range ? bytes.subarray(range.start, range.end + 1) : bytes,
      );
    },
  );

  async function itemOf(reader: Reader, id: string): Promise<Extract<Shared, { kind: "items" }>> {
    const offered = await findOffered(database, reader, "items", id);
    const [one] = offered && !offered.gone ? await readShared(database, reader, [offered]) : [];
    if (one?.kind !== "items")
      throw new Refused(404, "not-found", "no such record within your scope and level");
    return one;
  }
}

/** Answers the bytes, or the range that is asked for while they are still those that the asker knows (RFC 9110). */
function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { id, sha256, size }: { id: string; sha256: string; size: number },
  give: (range?: { start: number; end: number }) => unknown,
) {
  const mark = `"${sha256}"`;
  const isSame = [undefined, mark].includes(request.headers["if-range"]?.toString());
  void reply
    .type(pdf.type)
    .header("x-content-type-options", "nosniff")
    .header("cache-control", "private, no-store")
    .header("content-disposition", pdf.disposition(safe(id)))
    .header("etag", mark)
    .header("x-content-sha256", sha256)
    .header("accept-ranges", "bytes");
  const range = isSame ? readByteRange(request.headers.range, size) : "whole";
  if (range === "whole") return reply.header("content-length", size).send(give());
  if (range === "outside") return reply.code(416).header("content-range", `bytes */${size}`).send();
  return reply
    .code(206)
    .header("content-length", range.end - range.start + 1)
    .header("content-range", `bytes ${range.start}-${range.end}/${size}`)
    .send(give(range));
}

function safe(id: string): string {
  return id.replaceAll(/[^A-Za-z0-9_-]/g, "_");
}
