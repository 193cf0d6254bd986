import { roomLeft } from "#shared/rules/length-room.ts";
import type { RuleProfile } from "#shared/rules/profile.ts";
import type { Words } from "#shared/text/vi.ts";
import { codeOptions } from "#renderer/app/code-options.ts";
import type { GridColumn, GridOption } from "#renderer/ui/grid/grid-types.ts";
import type { GridCollection } from "./row-kind.ts";

/** The columns of a list in the order of the official inventories, and those that are hidden at first. */
export type ColumnSet = { columns: readonly GridColumn[]; hiddenAtFirst: readonly string[] };

/** Columns that the desk can order by: column → the name of the order. */
export const sortOf = {
  code: "code",
  title: "title",
  startDate: "date",
  box: "box",
  retention: "retention",
  issuedDate: "date",
  number: "number",
  type: "type",
  issuer: "issuer",
  subject: "title",
} as const;

type Shape = Partial<GridColumn> & { width: number };

/** The columns of a list. The group of a file is one where its fonds has a scheme: `groups` are its choices. */
export function columnsOf(
  collection: GridCollection,
  words: Words,
  groups: readonly GridOption[] = [],
): ColumnSet {
  const options = codeOptions(words);
  const titles: Readonly<Record<string, string>> =
    collection === "files" ? words.inventory.file : words.inventory.item;
  const column = (key: string, shape: Shape): GridColumn => ({
    key,
    title: titles[key] ?? key,
    kind: shape.options ? "choice" : "text",
    sortable: key in sortOf,
    ...shape,
  });
  const end = { align: "end" } as const;
  const common = [
    column("access", { width: 10, options: options.access }),
    column("language", { width: 9, options: options.language }),
    column("condition", { width: 9, options: options.condition }),
    column("keywords", { width: 14 }),
    column("note", { width: 16 }),
  ];
  if (collection === "files") {
    return {
      columns: [
        column("code", { width: 10, pinned: true, required: true }),
        { key: "open", title: words.grid.items, width: 6, kind: "fixed", pinned: true, sortable: false },
        column("notation", { width: 9 }),
        column("title", { width: 26, required: true }),
        column("startDate", { width: 8 }),
        column("endDate", { width: 8 }),
        column("retention", { width: 9, options: options.retention }),
        column("leafCount", { width: 6, ...end }),
        column("pageCount", { width: 6.5, ...end }),
        column("inventory", { width: 7.5 }),
        column("box", { width: 6 }),
        ...(groups.length === 0
          ? []
          : [column("groupId", { width: 14, options: groups, unlisted: words.scheme.gone })]),
        column("priority", { width: 14, options: options.priority }),
        column("arrangement", { width: 12, options: arrangementOptions(words) }),
        column("frequentUse", { width: 11, options: yesOptions(words) }),
        column("scopeReason", { width: 14 }),
        column("location", { width: 12 }),
        ...common,
      ],
      hiddenAtFirst: [
        "frequentUse",
        "scopeReason",
        "location",
        "access",
        "language",
        "condition",
        "keywords",
      ],
    };
  }
  return {
    columns: [
      { key: "fileCode", title: words.grid.fileCode, width: 9, kind: "fixed", pinned: true, sortable: false },
      column("ordinal", { width: 5, pinned: true, required: true, ...end }),
      column("number", { width: 5.5, ...end }),
      column("symbol", { width: 8 }),
      column("type", { width: 10, options: options.type }),
      column("issuedDate", { width: 8 }),
      column("subject", { width: 28, required: true }),
      column("pageCount", { width: 6.5, ...end }),
      column("leaves", { width: 6 }),
      column("issuer", { width: 15 }),
      column("signer", { width: 11 }),
      column("addressee", { width: 11 }),
      column("autograph", { width: 12 }),
      ...common,
    ],
    hiddenAtFirst: ["addressee", "autograph", "access", "language", "condition", "keywords"],
  };
}

function arrangementOptions(words: Words) {
  const { arrangements } = words.grid;
  return (["", "arranged", "partly", "none"] as const).map((value) => ({
    value,
    label: arrangements[value],
  }));
}

function yesOptions(words: Words) {
  return [
    { value: "", label: words.common.no },
    { value: "yes", label: words.common.yes },
  ];
}

/** A column of texts that says what is left of their length under a profile. */
export function withLengthNote(
  column: GridColumn,
  rules: RuleProfile["files"],
  said: Words["entry"]["room"],
): GridColumn {
  const limit = rules[column.key]?.limit;
  if (column.kind !== "text" || limit === undefined) return column;
  return {
    ...column,
    lengthNote(text) {
      const left = roomLeft(text, limit);
      return left === undefined ? undefined : said(left, limit);
    },
  };
}
