import { readFileSync } from "node:fs";
import { join } from "node:path";
import { XmlElement, type XmlNode } from "libxml2-wasm";
import { expect } from "vitest";
import { openSchema, readXml, type XmlSchema } from "#shared/node/packages/read-xml.ts";
import type { World } from "#tests/province/world.ts";

const fixtures = join(import.meta.dirname, "../../fixtures");
const schemaOf = (bytes: Uint8Array): XmlSchema => {
  const read = openSchema(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read));
  return read.value;
};
const protocol = schemaOf(readFileSync(process.env["MUCLUC_OAI_XSD"] ?? join(fixtures, "oai-protocol.xsd")));
const dublinCore = schemaOf(readFileSync(join(fixtures, "oai-dc.xsd")));

const namespaces = { o: "http://www.openarchives.org/OAI/2.0/" };

/** A record as it was harvested; `texts` by the local names of its metadata, nothing where it is deleted. */
export type Harvested = {
  identifier: string;
  datestamp: string;
  sets: string[];
  deleted: boolean;
  texts: Record<string, string[]>;
  xml: string;
};

export type OaiAnswer = {
  xml: string;
  responseDate: string;
  error: string;
  records: Harvested[];
  token: string | undefined;
};

/** Asks like any harvester: over HTTP, knowing the protocol alone; every answer is held against its schema. */
export function harvester(world: World, token?: string) {
  const ask = async (args: Record<string, string> | [string, string][], method: "GET" | "POST" = "GET") => {
    const form = new URLSearchParams(args).toString();
    const basic = `Basic ${Buffer.from(`doi-tac:${token ?? ""}`).toString("base64")}`;
    const answer = await world.app.inject({
      method,
      url: method === "GET" ? `/oai?${form}` : "/oai",
      headers: {
        ...(token !== undefined && { authorization: basic }),
        ...(method === "POST" && { "content-type": "application/x-www-form-urlencoded" }),
      },
      ...(method === "POST" && { payload: form }),
    });
    expect([answer.statusCode, answer.body]).toEqual([200, expect.any(String)]);
    return readAnswer(answer.body);
  };
  return {
    ask,
    /** A whole list, by its tokens; `between` runs before each further part. */
    harvest: async (args: Record<string, string>, between: () => Promise<void> = () => Promise.resolve()) => {
      const verb = args["verb"] ?? "ListRecords";
      let answer = await ask({ verb, ...args });
      const { responseDate } = answer;
      const records = [...answer.records];
      while (answer.token !== undefined && answer.token !== "") {
        await between();
        answer = await ask({ verb, resumptionToken: answer.token });
        records.push(...answer.records);
      }
      if (answer.error !== "") expect(answer.error).toBe("noRecordsMatch");
      return { records, first: responseDate, last: answer.responseDate };
    },
  };
}

/** What a harvester holds after it took in records in their order. */
export function takeIn(held: Map<string, Harvested>, records: readonly Harvested[]): Map<string, Harvested> {
  for (const record of records)
    if (record.deleted) held.delete(record.identifier);
    else held.set(record.identifier, record);
  return held;
}

function readAnswer(xml: string): OaiAnswer {
  const bytes = Buffer.from(xml);
  expect(protocol.check(bytes), xml.slice(0, 2000)).toEqual([]);
  const read = readXml(bytes, (root): OaiAnswer => {
    const textOf = (path: string) => root.get(path, namespaces)?.content;
    const headers = elementsOf(root.find("//o:header", namespaces));
    return {
      xml,
      responseDate: textOf("o:responseDate") ?? "",
      error: (root.get("o:error/@code", namespaces)?.content ?? "").trim(),
      token: textOf("//o:resumptionToken"),
      records: headers.map(readRecord),
    };
  });
  if (!read.ok) throw new Error(JSON.stringify(read));
  return read.value;
}

function readRecord(header: XmlElement): Harvested {
  const textsOf = (path: string) => header.find(path, namespaces).map((node) => node.content);
  const [metadata] = elementsOf(header.find("../o:metadata/*", namespaces));
  const texts: Record<string, string[]> = {};
  for (const part of elementsOf(metadata?.find("*") ?? [])) (texts[part.name] ??= []).push(part.content);
  const xml = metadata?.toString() ?? "";
  if (metadata?.name === "dc") expect(dublinCore.check(Buffer.from(xml)), xml).toEqual([]);
  return {
    identifier: textsOf("o:identifier")[0] ?? "",
    datestamp: textsOf("o:datestamp")[0] ?? "",
    sets: textsOf("o:setSpec"),
    deleted: header.attr("status")?.value === "deleted",
    texts,
    xml,
  };
}

function elementsOf(nodes: readonly XmlNode[]): XmlElement[] {
  return nodes.filter((node): node is XmlElement => node instanceof XmlElement);
}

/** Waits until the catalogue has taken in everything that was pushed, and then for the next second but one. */
export async function settled(world: World): Promise<void> {
  await expect
    .poll(
      async () =>
        (
          await world.database.query(
            `select (select count(*) from catalogue_waiting) + (select count(*) from records r
               left join catalogue_marks m on m.district = r.district and m.collection = r.collection
               where r.collection in ('fonds', 'batches', 'files', 'items', 'pages') and r.seq > coalesce(m.seq, 0)) as count`,
          )
        )[0],
      { timeout: 60_000, interval: 20 },
    )
    .toEqual({ count: 0 });
  world.clock.now += 2000;
}
