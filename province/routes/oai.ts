import { element, xmlDocument } from "#shared/package/xml-text.ts";
import { partnerOf } from "#province/access/admit-partners.ts";
import { readerOfPartner } from "#province/access/partner.ts";
import type { Reader } from "#province/access/reader.ts";
import { answerOai } from "#province/sharing/oai/answer-oai.ts";
import { writeArchivalSchema } from "#province/sharing/oai/archival-description.ts";
import { type Names } from "#province/sharing/oai/names.ts";
import { OaiRefused, readRequest } from "#province/sharing/oai/read-request.ts";
import { secondText } from "#province/sharing/second-text.ts";
import { tellUpTo } from "#province/store/offer-changes.ts";
import type { App, Province } from "./typed.ts";

const attributes = {
  xmlns: "http://www.openarchives.org/OAI/2.0/",
  "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  "xsi:schemaLocation":
    "http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd",
};

/**
 * Harvesting by OAI-PMH 2.0: descriptions of items and files, what is open to everyone, to a partner what is within its
 * scope and level. The time of an answer is the last second of which all was told, so a harvest `from` it misses none.
 */
export function addOaiRoutes(app: App, province: Province, names: Names): void {
  const { database, now, units } = province;
  const everyone: Reader = {
    scope: units.find(({ level }) => level === "province")?.scope ?? "",
    upTo: "open",
  };

  const answer = async (pairs: [string, string][], reader: Reader): Promise<string> => {
    const told = await tellUpTo(database, now());
    const write = (named: Record<string, string>, content: string) =>
      xmlDocument(
        element("OAI-PMH", attributes, [
          element("responseDate", {}, secondText(told)),
          element("request", named, names.baseUrl),
          content,
        ]),
      );
    try {
      const request = readRequest(pairs, now());
      const asked = { database, reader, units, names, told, now: now() };
      return write(Object.fromEntries(pairs), await answerOai(asked, request));
    } catch (fault) {
      if (!(fault instanceof OaiRefused)) throw fault;
      const { code, message } = fault;
      const named = code === "badVerb" || code === "badArgument" ? {} : Object.fromEntries(pairs);
      return write(named, element("error", { code }, message));
    }
  };

  // A scope of its own: no other route takes forms.
  void app.register((own, _options, done) => {
    own.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string", bodyLimit: 10_000 },
      (_request, body, parsed) => parsed(null, new URLSearchParams(String(body))),
    );
    own.route({
      method: ["GET", "POST"],
      url: "/oai",
      async handler(request, reply) {
        const asked =
          request.method === "POST" ? request.body : new URL(request.url, "http://province").searchParams;
        const partner = partnerOf(request);
        const pairs = asked instanceof URLSearchParams ? [...asked] : [];
        const xml = await answer(pairs, partner ? readerOfPartner(partner) : everyone);
        return reply.type("text/xml; charset=utf-8").header("cache-control", "no-store").send(xml);
      },
    });
    done();
  });

  app.get("/oai/ead.xsd", (_request, reply) =>
    reply.type("text/xml; charset=utf-8").send(writeArchivalSchema()),
  );
}
