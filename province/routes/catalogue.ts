import { catalogueQuestionSchema } from "#shared/contract/catalogue.ts";
import { readerOf } from "#province/access/reader.ts";
import { searchCatalogue } from "#province/store/search-catalogue.ts";
import { type App, deviceOf, type Province } from "./typed.ts";

/** The search of the shared store: items and files by their description and their words, with facets. */
export function addCatalogueRoutes(app: App, { database, units, successors }: Province): void {
  app.post("/catalogue", { schema: { body: catalogueQuestionSchema } }, (request) =>
    searchCatalogue(database, readerOf(deviceOf(request)), request.body, { units, successors }),
  );
}
