import type { CatalogueFilter } from "#shared/contract/catalogue.ts";
import { mayRead, type Reader as Person } from "#shared/portal/reader.ts";
import type { Reader } from "#province/access/reader.ts";

/**
 * What a person of the portal may find in the catalogue. An official of a commune finds what came to it, up to what is
 * of conditional use, once its batch was accepted; an archivist what lies within their scope, what tells of persons
 * and what is not accepted yet included.
 */
export function findsOf(person: Pick<Person, "role" | "scope">): { reader: Reader; filter: CatalogueFilter } {
  const upTo = mayRead(person.role, "read-closed") ? "closed" : "conditional";
  const onlyAccepted = !mayRead(person.role, "read-unaccepted");
  const masked = !mayRead(person.role, "read-closed");
  if (person.role !== "commune-reader")
    return { reader: { scope: person.scope, upTo, onlyAccepted, masked }, filter: {} };
  const [province = ""] = person.scope.split(".");
  return { reader: { scope: province, upTo, onlyAccepted, masked }, filter: { newCommune: person.scope } };
}
