import { fold, foldedWords } from "#shared/base/fold.ts";
import { type HelpPage, type HelpPageName, helpPageNames } from "#shared/text/help-page.ts";

type Pages = Record<HelpPageName, HelpPage>;

/**
 * The pages in which every word is met, accents optional, those that name the words in their title first; every page,
 * in order, where nothing is asked.
 */
export function findPages(pages: Pages, asked: string): HelpPageName[] {
  const words = foldedWords(asked);
  const met = (text: string) => {
    const folded = fold(text);
    return words.every((word) => folded.includes(word));
  };
  const inPage = ({ title, summary, steps, notes }: HelpPage) =>
    [title, summary, ...steps, ...notes].join(" ");
  const found = helpPageNames.filter((name) => met(inPage(pages[name])));
  const named = found.filter((name) => met(pages[name].title));
  return [...named, ...found.filter((name) => !named.includes(name))];
}
