import { sharedReader } from "#province/access/admit-partners.ts";
import type { Reader } from "#province/access/reader.ts";
import { changePlace, keyPlace, readCursor, writeCursor } from "#province/sharing/api/cursor.ts";
import { describeApi } from "#province/sharing/api/describe-api.ts";
import {
  changesAskedSchema,
  fileAnswerSchema,
  fileListSchema,
  fondsAskedSchema,
  fondsListSchema,
  itemAnswerSchema,
  itemListSchema,
  oneAskedSchema,
} from "#province/sharing/api/schemas.ts";
import { readDocumentsOf, readShared, type Shared } from "#province/sharing/read-shared.ts";
import { readTexts } from "#province/sharing/read-texts.ts";
import { secondText } from "#province/sharing/second-text.ts";
import { writeFile, writeFonds, writeItem } from "#province/sharing/write-shared.ts";
import { findOffered, listOffered, listOfferedFonds } from "#province/store/harvest.ts";
import { tellUpTo } from "#province/store/offer-changes.ts";
import { addShareFindingAid } from "./share-finding-aid.ts";
import { addSharePdf, type Drawing } from "./share-pdf.ts";
import { addShareSearch } from "./share-search.ts";
import { type App, type Province, Refused } from "./typed.ts";

type ChangesAsked = {
  changedFrom?: string;
  fonds?: string;
  district?: string;
  cursor?: string;
  limit?: string;
};

/** The API of partners, read only: what lies within a partner's scope and level, and what of it changed since when. */
export function addShareApi(
  app: App,
  province: Province,
  { address, name }: { address: string; name: string },
  drawing: Drawing | undefined,
): void {
  const { database, now, units } = province;

  const listChanges = async (reader: Reader, kind: "files" | "items", asked: ChangesAsked) => {
    const told = await tellUpTo(database, now());
    const limit = Number(asked.limit ?? "100");
    const found = await listOffered(database, reader, {
      from: asked.changedFrom === undefined ? 0 : secondIn(asked.changedFrom),
      ...{ until: told, kind, fonds: asked.fonds, district: asked.district, limit: limit + 1 },
      after: readCursor(changePlace, asked.cursor),
    });
    const page = found.slice(0, limit);
    const shared = await readShared(
      database,
      reader,
      page.filter(({ gone }) => !gone),
    );
    const last = found.length > limit ? page.at(-1) : undefined;
    const stampOf = new Map(page.map(({ id, stamp }) => [id, stamp]));
    return {
      shared: shared.map((one) => ({ one, stamp: stampOf.get(one.id) ?? 0 })),
      removed: page.filter(({ gone }) => gone).map(({ id }) => id),
      next: last ? writeCursor(changePlace, placeOf(last)) : "",
      until: secondText(told),
    };
  };
  const findOne = async (reader: Reader, kind: "files" | "items", id: string) => {
    const offered = await findOffered(database, reader, kind, id);
    const [one] = offered && !offered.gone ? await readShared(database, reader, [offered]) : [];
    if (!offered || !one) throw new Refused(404, "not-found", "no such record within your scope and level");
    return { one, stamp: offered.stamp };
  };

  describeApi(app, { address });

  app.get(
    "/api/v1/items",
    { schema: { querystring: changesAskedSchema, response: { 200: itemListSchema } } },
    async (request) => {
      const { shared, ...rest } = await listChanges(sharedReader(request), "items", request.query);
      return {
        records: shared.flatMap(({ one, stamp }) => (isItem(one) ? writeItem(one, stamp, units) : [])),
        ...rest,
      };
    },
  );

  app.get(
    "/api/v1/items/:id",
    { schema: { params: oneAskedSchema, response: { 200: itemAnswerSchema } } },
    async (request) => {
      const { one, stamp } = await findOne(sharedReader(request), "items", request.params.id);
      if (!isItem(one)) throw new Error("not an item");
      const texts = await readTexts(database, [one]);
      return { ...writeItem(one, stamp, units), pages: texts.get(one.id) ?? [] };
    },
  );

  addSharePdf(app, province, drawing);
  addShareSearch(app, province);
  addShareFindingAid(app, province, name);

  app.get(
    "/api/v1/files",
    { schema: { querystring: changesAskedSchema, response: { 200: fileListSchema } } },
    async (request) => {
      const { shared, ...rest } = await listChanges(sharedReader(request), "files", request.query);
      return {
        records: shared.flatMap(({ one, stamp }) => (isItem(one) ? [] : writeFile(one, stamp, units))),
        ...rest,
      };
    },
  );

  app.get(
    "/api/v1/files/:id",
    { schema: { params: oneAskedSchema, response: { 200: fileAnswerSchema } } },
    async (request) => {
      const reader = sharedReader(request);
      const { one, stamp } = await findOne(reader, "files", request.params.id);
      if (isItem(one)) throw new Error("not a file");
      const documents = await readDocumentsOf(database, reader, [one]);
      return {
        ...writeFile(one, stamp, units),
        documents: (documents.get(one.id) ?? []).map(({ id }) => id),
      };
    },
  );

  app.get(
    "/api/v1/fonds",
    { schema: { querystring: fondsAskedSchema, response: { 200: fondsListSchema } } },
    async (request) => {
      const limit = Number(request.query.limit ?? "100");
      const after = readCursor(keyPlace, request.query.cursor);
      const found = await listOfferedFonds(database, sharedReader(request), { after, limit: limit + 1 });
      const page = found.slice(0, limit);
      const last = found.length > limit ? page.at(-1) : undefined;
      return {
        records: page.map(({ fonds }) => writeFonds(fonds, units)),
        next: last ? writeCursor(keyPlace, { district: last.district, id: last.fonds.id }) : "",
      };
    },
  );
}

function isItem(shared: Shared): shared is Extract<Shared, { kind: "items" }> {
  return shared.kind === "items";
}

function placeOf({
  stamp,
  district,
  kind,
  id,
}: {
  stamp: number;
  district: string;
  kind: "files" | "items";
  id: string;
}) {
  return { stamp, district, kind, id };
}

function secondIn(text: string): number {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) throw new Refused(400, "bad-call", "changedFrom is no time");
  return ms / 1000;
}
