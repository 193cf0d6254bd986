import type { CatalogueFilter } from "#shared/contract/catalogue.ts";
import { mayRead, type Reader as Person } from "#shared/portal/reader.ts";
import type { Reader } from "#province/access/reader.ts";

/**
 * What a person of the portal may find in the catalogue. An official of a commune finds what came to it, up to what is
 * of conditional use; an archivist what lies within their scope, what tells of persons included.
 */
export function findsOf(person: Pick<Person, "role" | "scope">): { reader: Reader; filter: CatalogueFilter } {
  if (person.role !== "commune-reader")
    return {
      reader: { scope: person.scope, upTo: mayRead(person.role, "read-closed") ? "closed" : "conditional" },
      filter: {},
    };
  const [province = ""] = person.scope.split(".");
  return { reader: { scope: province, upTo: "conditional" }, filter: { newCommune: person.scope } };
}
