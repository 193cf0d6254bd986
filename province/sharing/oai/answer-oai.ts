import type { Unit } from "#shared/archive/unit.ts";
import { element } from "#shared/package/xml-text.ts";
import { maskIdentityNumbers } from "#shared/portal/identity-numbers.ts";
import type { Reader } from "#province/access/reader.ts";
import type { Database } from "#province/store/database.ts";
import {
  findOffered,
  firstOffered,
  listOffered,
  listOfferedSets,
  type Offered,
  type OfferedPlace,
} from "#province/store/harvest.ts";
import { nameOf } from "#province/store/overview.ts";
import { readDocumentsOf, readShared, type Shared } from "#province/sharing/read-shared.ts";
import { secondText } from "#province/sharing/second-text.ts";
import { descriptionNamespace, writeArchivalDescription } from "./archival-description.ts";
import { writeDublinCore } from "./dublin-core.ts";
import type { Names } from "./names.ts";
import { type ListRequest, type MetadataPrefix, OaiRefused, type OaiRequest } from "./read-request.ts";
import { writeResumption } from "./resumption.ts";
import { writeSet } from "./sets.ts";

/** Records in one answer. */
export const pageSize = 100;

/** What answers are made of: who asks, and the last second that they are told of (`tellUpTo`). */
export type Asked = {
  database: Database;
  reader: Reader;
  units: readonly Unit[];
  names: Names;
  told: number;
  now: number;
};

const dcNamespace = "http://www.openarchives.org/OAI/2.0/oai_dc/";

/** The element of an answer, named as the verb; throws `OaiRefused` where the protocol has a fault for it. */
export async function answerOai(asked: Asked, request: OaiRequest): Promise<string> {
  switch (request.verb) {
    case "Identify":
      return identify(asked);
    case "ListSets":
      return listSets(asked);
    case "ListMetadataFormats":
      return listFormats(asked, request.identifier);
    case "GetRecord": {
      const offered = await find(asked, request.identifier);
      if (request.prefix === "ead" && offered.kind !== "files")
        throw new OaiRefused("cannotDisseminateFormat", "a document has no EAD of its own");
      const [record] = await writeRecords(asked, [offered], request.prefix);
      if (record === undefined) throw new OaiRefused("idDoesNotExist", "there is no such record");
      return element("GetRecord", {}, [record]);
    }
    case "ListIdentifiers":
    case "ListRecords":
      return list(asked, request);
  }
}

async function identify({ database, names, told }: Asked): Promise<string> {
  return element("Identify", {}, [
    element("repositoryName", {}, names.repository),
    element("baseURL", {}, names.baseUrl),
    element("protocolVersion", {}, "2.0"),
    element("adminEmail", {}, names.email),
    element("earliestDatestamp", {}, secondText((await firstOffered(database)) ?? told)),
    // Nothing is deleted here, and what was offered once stays in the table of offers, also where its catalogue is made anew.
    element("deletedRecord", {}, "persistent"),
    element("granularity", {}, "YYYY-MM-DDThh:mm:ssZ"),
  ]);
}

/** All sets at once: some hundreds of fonds. */
async function listSets({ database, reader, units }: Asked): Promise<string> {
  const parts = await listOfferedSets(database, reader);
  const set = (spec: string, name: string) =>
    element("set", {}, [element("setSpec", {}, spec), element("setName", {}, name)]);
  const districts = [...new Set(parts.map(({ district }) => district))];
  if (parts.length === 0) throw new OaiRefused("noSetHierarchy", "nothing is offered, and no part of it");
  return element("ListSets", {}, [
    ...districts.map((id) => set(writeSet({ of: "district", id }), nameOf(units, id))),
    ...parts.map(({ fonds, name }) =>
      set(writeSet({ of: "fonds", id: fonds }), maskIdentityNumbers(name) || fonds),
    ),
  ]);
}

async function listFormats(asked: Asked, identifier: string | undefined): Promise<string> {
  const kind = identifier === undefined ? "files" : (await find(asked, identifier)).kind;
  const format = (prefix: MetadataPrefix, schema: string, namespace: string) =>
    element("metadataFormat", {}, [
      element("metadataPrefix", {}, prefix),
      element("schema", {}, schema),
      element("metadataNamespace", {}, namespace),
    ]);
  return element("ListMetadataFormats", {}, [
    format("oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc.xsd", dcNamespace),
    ...(kind === "files" ? [format("ead", asked.names.schema, descriptionNamespace)] : []),
  ]);
}

async function find({ database, reader, names }: Asked, identifier: string): Promise<Offered> {
  const named = names.readIdentifier(identifier);
  const offered = named && (await findOffered(database, reader, named.kind, named.id));
  if (!offered) throw new OaiRefused("idDoesNotExist", "there is no such record");
  return offered;
}

async function list(asked: Asked, request: ListRequest): Promise<string> {
  const { from = 0, until = asked.told, set, prefix, verb } = request;
  let { after, cursor } = request;
  for (;;) {
    const found = await listOffered(asked.database, asked.reader, {
      ...{ from, until: Math.min(until, asked.told), after, limit: pageSize + 1 },
      kind: prefix === "ead" ? "files" : undefined,
      fonds: set?.of === "fonds" ? set.id : undefined,
      district: set?.of === "district" ? set.id : undefined,
    });
    const page = found.slice(0, pageSize);
    const last = found.length > pageSize ? page.at(-1) : undefined;
    const written =
      verb === "ListRecords" ? await writeRecords(asked, page, prefix) : await writeHeaders(asked, page);
    if (written.length > 0) {
      if (last) written.push(resumption(asked, { ...request, after: last, cursor }, cursor + page.length));
      // The end of a list that came in parts is said by a token without content (3.5).
      else if (request.after) written.push(element("resumptionToken", { cursor }, ""));
      return element(verb, {}, written);
    }
    // Of a whole part nothing may leave any more: an answer holds one record at least.
    if (!last) throw new OaiRefused("noRecordsMatch", "nothing, or nothing more, is offered so");
    after = last;
    cursor += page.length;
  }
}

function resumption({ now }: Asked, request: ListRequest & { after: OfferedPlace }, next: number): string {
  const { stamp, district, kind, id } = request.after;
  const after = { stamp, district, kind, id };
  const { token, expires } = writeResumption({ ...request, after, cursor: next }, now);
  const { cursor } = request;
  return element("resumptionToken", { expirationDate: secondText(expires), cursor }, token);
}

async function writeHeaders(asked: Asked, offered: readonly Offered[]): Promise<string[]> {
  const shared = await readOffered(asked, offered);
  return offered.flatMap((one) => {
    if (!one.gone && !shared.has(nameOfRecord(one))) return [];
    return header(asked, one);
  });
}

async function writeRecords(
  asked: Asked,
  offered: readonly Offered[],
  prefix: MetadataPrefix,
): Promise<string[]> {
  const { database, reader, names, units } = asked;
  const shared = await readOffered(asked, offered);
  const documents =
    prefix === "ead" ? await readDocumentsOf(database, reader, [...shared.values()]) : undefined;
  const describe = (record: Shared) =>
    documents && record.kind === "files"
      ? writeArchivalDescription(record, documents.get(record.id) ?? [], names.schema)
      : writeDublinCore(record, { units, identifierOf: names.identifierOf });
  return offered.flatMap((one) => {
    if (one.gone) return element("record", {}, [header(asked, one)]);
    const record = shared.get(nameOfRecord(one));
    if (!record) return [];
    return element("record", {}, [header(asked, one), element("metadata", {}, [describe(record)])]);
  });
}

/** Of those that are offered now, what leaves. One that changed since is passed over: it comes at its new second. */
async function readOffered(
  { database, reader }: Asked,
  offered: readonly Offered[],
): Promise<Map<string, Shared>> {
  const shared = await readShared(
    database,
    reader,
    offered.filter(({ gone }) => !gone),
  );
  return new Map(shared.map((one) => [nameOfRecord(one), one]));
}

function nameOfRecord({ kind, id }: Pick<Offered, "kind" | "id">): string {
  return `${kind}/${id}`;
}

function header({ names }: Asked, { kind, id, stamp, district, fonds, gone }: Offered): string {
  return element("header", { status: gone ? "deleted" : undefined }, [
    element("identifier", {}, names.identifierOf(kind, id)),
    element("datestamp", {}, secondText(stamp)),
    element("setSpec", {}, writeSet({ of: "district", id: district })),
    element("setSpec", {}, writeSet({ of: "fonds", id: fonds })),
  ]);
}
