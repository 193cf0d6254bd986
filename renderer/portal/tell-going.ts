import type { CatalogueHit } from "#shared/contract/catalogue.ts";
import type { Words } from "#shared/text/vi.ts";

/**
 * Which commune of today receives what was found, or all that may, with the word that nobody decided; empty where none
 * is known. The one that keeps it while nobody decides stands first.
 */
export function tellGoing(
  { newCommunes, stays }: Pick<CatalogueHit, "newCommunes" | "stays">,
  words: Words["portal"]["item"],
): string {
  const [first = "", ...others] = newCommunes.map(({ name }) => name);
  if (others.length === 0) return first;
  if (stays === true) return words.stays(first, others.join(", "));
  return words.undecided([first, ...others]);
}
