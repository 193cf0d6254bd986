import { type Group, groupLengths } from "#shared/archive/group.ts";
import { arrangeScheme, joinPath, schemeDepth, type SchemeNode, walkScheme } from "#shared/archive/scheme.ts";
import { fold } from "#shared/base/fold.ts";
import { cleanLine, type SchemeLine } from "#shared/inventory/scheme-lines.ts";

/** What keeps a whole list out, and what is only told: a group here is called otherwise, and what is below such a one. */
export type SchemeProblemCode =
  "empty-title" | "too-long" | "twice" | "parent-not-found" | "too-deep" | "differs" | "left-out";

/** What is wrong with a line; `found` is what stands in its column. */
export type SchemeProblem = {
  row: number;
  column: Exclude<keyof SchemeLine, "row">;
  code: SchemeProblemCode;
  found: string;
};

/** A group to add: under one that is there (`id`), or under another one to add (its place in the list). */
export type GroupToAdd = {
  parent: { id: string } | { at: number };
  level: number;
  path: string;
  fields: Pick<Group, "notation" | "title" | "note">;
};

export type SchemePlan = {
  adds: GroupToAdd[];
  /** Groups that are there and get the title or the note of the list. */
  changes: { id: string; fields: Partial<Pick<Group, "title" | "note">> }[];
  /** Lines whose group is there already, as it is listed. */
  same: number;
  problems: SchemeProblem[];
};

/** Whether a plan may be written: no line is wrong. */
export function isSound({ problems }: Pick<SchemePlan, "problems">): boolean {
  return problems.every(({ code }) => code === "differs" || code === "left-out");
}

/** Where a line's group stands: in the fonds, or in the list of those to add; `leftOut` with all that is below it. */
type Known = { path: string; level: number; parent: GroupToAdd["parent"]; leftOut: boolean };

const top: Known = { path: "", level: 0, parent: { id: "" }, leftOut: false };

/**
 * What a list of groups adds to a scheme. A group that is there by its notation or by its title is not added again, so
 * the same list twice adds nothing. Where one is called otherwise there, it stays as it is and what the list has below
 * it is left out, or, with `rename`, it gets the title and note of the list. A line may name its parent before or
 * after it.
 */
export function planScheme(
  groups: readonly Group[],
  lines: readonly SchemeLine[],
  rename = false,
): SchemePlan {
  const plan: SchemePlan = { adds: [], changes: [], same: 0, problems: [] };
  const problem = (line: SchemeLine, column: SchemeProblem["column"], code: SchemeProblem["code"]) =>
    void plan.problems.push({ row: line.row, column, code, found: line[column] });
  const sound = lines.map(cleanLine).filter((line) => {
    const wrong = checkLine(line);
    if (wrong) problem(line, wrong.column, wrong.code);
    return !wrong;
  });
  const there = findThere(groups, sound);
  const known = keepKnown(there.known);
  const above = findAbove(sound, known);
  const listed = new Set<string>();

  /** Takes a line in under its parent; false where the parent is not known yet. */
  const take = (line: SchemeLine, last: boolean): boolean => {
    const parent = above(line, last);
    if (!parent) return false;
    const notation = ownNotation(line.notation, parent.path);
    const path = notation === "" ? "" : joinPath(parent.path, notation);
    const name = key(parent.parent, line.title);
    const once = path === "" ? name : path;
    const level = parent.level + 1;
    if (listed.has(once)) {
      problem(line, path === "" ? "title" : "notation", "twice");
      return true;
    }
    listed.add(once);
    if (parent.leftOut) {
      problem(line, "title", "left-out");
      known.add(line.title, { ...parent, path, level });
      return true;
    }
    const twin = there.find(path, name);
    if (twin) {
      const fields = differences(twin.group, line);
      const named = fields.title === undefined || rename;
      known.add(line.title, { path, level: twin.level, parent: { id: twin.group.id }, leftOut: !named });
      if (Object.keys(fields).length === 0) plan.same += 1;
      else if (rename) plan.changes.push({ id: twin.group.id, fields });
      else problem(line, fields.title === undefined ? "note" : "title", "differs");
      return true;
    }
    if (notation.length > groupLengths.notation) problem(line, "notation", "too-long");
    else if (level > schemeDepth) problem(line, "parent", "too-deep");
    else {
      known.add(line.title, { path, level, parent: { at: plan.adds.length }, leftOut: false });
      const fields = { notation, title: line.title, note: line.note };
      plan.adds.push({ parent: parent.parent, level, path, fields });
    }
    return true;
  };

  // Each round takes in one level at least, so there are no more rounds than levels.
  let waiting = sound;
  for (const last of [false, true]) {
    for (let before = -1; before !== waiting.length;) {
      before = waiting.length;
      waiting = waiting.filter((line) => !take(line, last));
    }
  }
  for (const line of waiting) problem(line, "parent", "parent-not-found");
  plan.problems.sort((one, other) => one.row - other.row);
  return plan;
}

/** The groups that are there, by their path and by their title under their parent. */
function findThere(groups: readonly Group[], lines: readonly SchemeLine[]) {
  const nodes = walkScheme(arrangeScheme(groups));
  const notations = new Set(lines.map(({ notation }) => notation));
  const titles = new Map(nodes.map((node) => [key({ id: node.parentId }, node.group.title), node]));
  const paths = new Map(nodes.filter(({ group }) => group.notation !== "").map((node) => [node.path, node]));
  return {
    known: nodes.map(({ path, level, group }): [string, Known] => [
      group.title,
      { path: group.notation === "" ? "" : path, level, parent: { id: group.id }, leftOut: false },
    ]),
    find(path: string, name: string): SchemeNode | undefined {
      const byTitle = titles.get(name);
      // One that another line names by its notation is that line's group, though it bears the same title.
      const free = byTitle && (byTitle.group.notation === "" || !notations.has(byTitle.path));
      return paths.get(path) ?? (free ? byTitle : undefined);
    },
  };
}

/** The groups that lines may stand in, as they become known: by path, and by a title that only one of them has. */
function keepKnown(there: readonly [string, Known][]) {
  const byPath = new Map<string, Known>();
  const byTitle = new Map<string, Known | "several">();
  const add = (title: string, known: Known) => {
    if (known.path !== "" && (known.leftOut || !byPath.has(known.path))) byPath.set(known.path, known);
    const held = byTitle.get(fold(title));
    const same = held !== undefined && held !== "several" && isSame(held.parent, known.parent);
    byTitle.set(fold(title), held === undefined || same ? known : "several");
  };
  for (const [title, known] of there) add(title, known);
  return {
    add,
    byPath: (path: string) => byPath.get(path),
    byTitle(title: string) {
      const found = byTitle.get(fold(title));
      return found === "several" ? undefined : found;
    },
  };
}

/**
 * The group a line stands in, above all others where it names none; nothing where it is not known (yet). `last`: all
 * that could become known is.
 */
function findAbove(lines: readonly SchemeLine[], known: ReturnType<typeof keepKnown>) {
  const notations = new Set(lines.map(({ notation }) => notation));
  return (line: SchemeLine, last: boolean): Known | undefined => {
    if (line.parent !== "") return known.byPath(line.parent) ?? known.byTitle(line.parent);
    // Where no parent is given, `I.2.a` stands in `I.2` if there is such a group.
    const stop = line.notation.lastIndexOf(".");
    if (stop <= 0) return top;
    const path = line.notation.slice(0, stop);
    return known.byPath(path) ?? (!last || notations.has(path) ? undefined : top);
  };
}

function isSame(one: GroupToAdd["parent"], other: GroupToAdd["parent"]): boolean {
  return key(one, "") === key(other, "");
}

/** A group's title within its parent: what no two groups share. */
function key(parent: GroupToAdd["parent"], title: string): string {
  return `${"id" in parent ? parent.id : String(parent.at)} ${fold(title)}`;
}

/** What a line says otherwise than the group that is there; an empty note says nothing. */
function differences(group: Group, { title, note }: SchemeLine): Partial<Pick<Group, "title" | "note">> {
  return {
    ...(fold(group.title) === fold(title) ? {} : { title }),
    ...(note === "" || note === group.note ? {} : { note }),
  };
}

/** Longest notation from the top down that is read; each group's own is looked at where its parent is known. */
const longestPath = 200;

function checkLine(line: SchemeLine): Pick<SchemeProblem, "column" | "code"> | undefined {
  if (line.title === "") return { column: "title", code: "empty-title" };
  if (line.title.length > groupLengths.title) return { column: "title", code: "too-long" };
  if (line.notation.length > longestPath) return { column: "notation", code: "too-long" };
  if (line.note.length > groupLengths.note) return { column: "note", code: "too-long" };
  return undefined;
}

/** The own notation of a line that may give it from the top down. */
function ownNotation(notation: string, above: string): string {
  return above !== "" && notation.startsWith(`${above}.`) ? notation.slice(above.length + 1) : notation;
}
