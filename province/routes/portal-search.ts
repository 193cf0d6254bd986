import {
  type CatalogueAnswer,
  type CatalogueFacet,
  type CatalogueQuestion,
  catalogueQuestionSchema,
} from "#shared/contract/catalogue.ts";
import type { Static } from "typebox";
import type { portalMeaningSchema } from "#shared/contract/portal.ts";
import { maskIdentityNumbers } from "#shared/portal/identity-numbers.ts";
import type { Reader as Person } from "#shared/portal/reader.ts";
import { personOf } from "#province/access/admit-readers.ts";
import type { Reader } from "#province/access/reader.ts";
import { findsOf } from "#province/portal/may-open.ts";
import { noteReading } from "#province/portal/readings.ts";
import { searchCatalogue } from "#province/store/search-catalogue.ts";
import type { App, Province } from "./typed.ts";

/** What people find, by words or by meaning; each search is noted. */
export function addPortalSearchRoutes(app: App, province: Province): void {
  const { database, meaning, now } = province;

  /** By either way what a person may not find is neither found nor counted, and what is covered not guessed by a filter. */
  const answer = async (
    person: Person,
    question: CatalogueQuestion,
    way: "words" | "meaning",
    find: (reader: Reader, question: CatalogueQuestion) => Promise<CatalogueAnswer>,
  ): Promise<CatalogueAnswer> => {
    const { words, from, filter } = question;
    const { reader, filter: own } = findsOf(person);
    const { signer = "" } = filter;
    if (reader.masked === true && maskIdentityNumbers(signer) !== signer)
      return { hits: [], total: 0, more: false };
    const found = await find(reader, { ...question, filter: { ...filter, ...own } });
    if (from === 0 && words.trim() !== "") {
      const by = way === "meaning" ? { by: way } : {};
      const detail = JSON.stringify({ words, ...by, ...filter });
      await noteReading(database, person, "searched", now(), { detail });
    }
    const { facets } = found;
    if (reader.masked !== true || !facets) return found;
    const shown = (facet: CatalogueFacet) =>
      facet.filter(({ label }) => maskIdentityNumbers(label) === label);
    return { ...found, facets: { ...facets, fonds: shown(facets.fonds), signer: shown(facets.signer) } };
  };

  const byWords = (reader: Reader, question: CatalogueQuestion) =>
    searchCatalogue(database, reader, question, province);

  app.post("/portal/search", { schema: { body: catalogueQuestionSchema } }, (request) =>
    answer(personOf(request), request.body, "words", byWords),
  );

  app.get("/portal/meaning", async (): Promise<Static<typeof portalMeaningSchema>> => ({
    state: await meaning.state(),
  }));

  app.post("/portal/meaning", { schema: { body: catalogueQuestionSchema } }, (request) =>
    answer(personOf(request), request.body, "meaning", (reader, question) =>
      // Nothing lies near to nothing: who asks nothing is shown all, as by words.
      question.words.trim() === "" ? byWords(reader, question) : meaning.search(reader, question, province),
    ),
  );
}
