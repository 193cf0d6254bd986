import type { Circular, FileDifference } from "#shared/rules/rule-files.ts";
import type { Words } from "#shared/text/vi.ts";
import type { Told } from "./difference-list.tsx";
import { listName } from "./list-name.ts";

/** What another circular, and other data, are to a reader. */
export function tellData(
  circular: { before: Circular; after: Circular } | undefined,
  lists: readonly FileDifference[],
  words: Words,
): Told[] {
  const { circular: said, files } = words.portal.admin.rules;
  const write = ({ profile, open }: Circular) =>
    `${words.settings.rules.names[profile]}, ${open ? said.opened : said.same}`;
  return [
    ...(circular ? [{ what: said.title, before: write(circular.before), after: write(circular.after) }] : []),
    ...lists.map(({ name, before, after }) => ({
      what: listName(name, words),
      ...{ before: files.versionOf(before), after: files.versionOf(after) },
    })),
  ];
}
