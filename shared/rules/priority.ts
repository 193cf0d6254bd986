import { type Static, Type } from "typebox";
import { Parse } from "typebox/value";
import { documentTypeCodes, priorityGroups, type PriorityGroup } from "#shared/archive/codes.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import { foldedWords } from "#shared/base/fold.ts";
import { Choice } from "#shared/base/schema.ts";
import letter from "#resources/rules/priority-groups.json" with { type: "json" };
import { decisionKind } from "./decision-kind.ts";
import { isOwnOutgoing, type Level } from "./issuing-body.ts";
import { typeOfItem } from "./type-of-symbol.ts";

const groupSchema = Type.Object({
  group: Choice(priorityGroups),
  levels: Type.Array(Choice(["province", "district", "commune"])),
  /** Types of document that an item of the group has. */
  types: Type.Array(Choice(documentTypeCodes)),
  kind: Type.Optional(Choice(["individual", "normative"])),
  /** Patterns on folded words, one space between: of a file's title; of what an item or file has to be about; and not. */
  title: Type.String(),
  about: Type.Optional(Type.String()),
  unless: Type.Optional(Type.String()),
});

/** The priority groups of an instruction, first match first, as a data file gives them. */
export const priorityRulesSchema = Type.Object({
  name: Type.String(),
  version: Type.Integer(),
  source: Type.String(),
  groups: Type.Array(groupSchema),
});

export type PriorityRules = Static<typeof priorityRulesSchema>;

/** The groups of the province's letter: a commune's first group is its individual decisions alone. */
export const letterPriorities: PriorityRules = Parse(priorityRulesSchema, letter);

type Described = Pick<Item, "type" | "number" | "symbol" | "issuer" | "subject">;

/**
 * The priority group of an item: only outgoing documents of the people's committee of the level are in one. Empty
 * where the type is not known; `frequent-use` where the file says so and no group fits.
 */
export function priorityOfItem(
  item: Described,
  level: Level,
  frequentUse = false,
  rules = letterPriorities,
): PriorityGroup {
  const type = typeOfItem(item);
  const words = foldedWords(item.subject).join(" ");
  const found = isOwnOutgoing(item, level)
    ? rules.groups.find(
        (group) =>
          group.levels.includes(level) &&
          group.types.includes(type) &&
          // A decision whose symbol is not known is more likely individual: one of law-making is rare in a commune.
          (group.kind === undefined || group.kind === (decisionKind(item) ?? "individual")) &&
          meets(words, group.about, group.unless),
      )
    : undefined;
  if (found) return found.group;
  if (frequentUse) return "frequent-use";
  return type === "" ? "" : "other";
}

/** The priority group of a file: the one it was given, else by its title; empty where neither says one. */
export function priorityOfFile(
  file: Pick<ArchiveFile, "priority" | "frequentUse" | "title">,
  level: Level,
  rules = letterPriorities,
): PriorityGroup {
  if (file.priority !== "") return file.priority;
  const words = foldedWords(file.title).join(" ");
  const found = rules.groups.find(
    (group) =>
      group.levels.includes(level) &&
      patternOf(group.title).test(words) &&
      meets(words, group.about, group.unless),
  );
  return found?.group ?? (file.frequentUse ? "frequent-use" : "");
}

function meets(words: string, about?: string, unless?: string): boolean {
  if (about !== undefined && !patternOf(about).test(words)) return false;
  return unless === undefined || !patternOf(unless).test(words);
}

const patterns = new Map<string, RegExp>();

/** A compiled pattern is kept: lists of 100,000 items are tagged with the same few. */
function patternOf(source: string): RegExp {
  const known = patterns.get(source) ?? new RegExp(source);
  patterns.set(source, known);
  return known;
}
