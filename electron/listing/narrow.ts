import type { Sqlite } from "#electron/sqlite/sqlite.ts";
import { covers } from "#shared/archive/unit.ts";
import type { ListingFilter } from "#shared/contract/listing.ts";
import type { Narrowing } from "#electron/search/find.ts";
import { readQuery } from "#electron/search/query.ts";
import { readCells } from "./cells.ts";
import type { Traits } from "./traits.ts";

/** Pages followed to their items for the words of a list: a word on every page must not be followed to its end. */
const pageLimit = 20_000;

/** What of a filter a row's cell says: one test for each field that narrows by it. */
const tests: Partial<Record<keyof ListingFilter, (traits: Traits, filter: ListingFilter) => boolean>> = {
  fondsId: (traits, filter) => traits.fonds === filter.fondsId,
  scope: (traits, filter) => covers(filter.scope ?? "", traits.unit),
  type: (traits, filter) => traits.type === filter.type,
  year: (traits, filter) => traits.year === filter.year,
  retention: (traits, filter) => traits.retention === filter.retention,
  priority: (traits, filter) => traits.priority === filter.priority,
  arrangement: (traits, filter) => traits.arrangement === filter.arrangement,
  inScope: (traits, filter) => traits.inScope === filter.inScope,
  state: (traits, filter) => traits.state === filter.state,
};

/** True where rows of these traits meet all of a filter that cells say; `but` names a field left out of the test. */
export function meetsFilter(traits: Traits, filter: ListingFilter, but?: keyof ListingFilter): boolean {
  const hidden = traits.state === "withdrawn" && filter.withdrawnToo !== true && filter.state !== "withdrawn";
  return !hidden && fieldsOf(filter).every((name) => name === but || (tests[name]?.(traits, filter) ?? true));
}

function fieldsOf(filter: ListingFilter): (keyof ListingFilter)[] {
  return (Object.keys(filter) as (keyof ListingFilter)[]).filter((name) => filter[name] !== undefined);
}

/** The part of a query that a filter's other fields make: conditions over `file_rows f`, and over `r`, the row listed. */
export function rowConditions(filter: ListingFilter): {
  ofFile: string[];
  ofRow: string[];
  parameters: Record<string, string>;
} {
  const ofFile: string[] = [];
  const ofRow: string[] = [];
  const parameters: Record<string, string> = {};
  const { inventory, box, fileId, groups, groupsBut, words = "" } = filter;
  if (inventory !== undefined) {
    ofFile.push("f.inventory = :inventory");
    parameters["inventory"] = inventory;
  }
  if (box !== undefined) {
    ofFile.push("f.box = :box");
    parameters["box"] = box;
  }
  if (fileId !== undefined) {
    ofFile.push("f.key = (SELECT key FROM keys WHERE collection = 'files' AND id = :fileId)");
    parameters["fileId"] = fileId;
  }
  if (groups !== undefined) {
    ofFile.push("f.group_id IN (SELECT value FROM json_each(:groups))");
    parameters["groups"] = JSON.stringify(groups);
  }
  if (groupsBut !== undefined) {
    ofFile.push("f.group_id NOT IN (SELECT value FROM json_each(:groupsBut))");
    parameters["groupsBut"] = JSON.stringify(groupsBut);
  }
  const query = readQuery(words);
  if (query) {
    ofRow.push(`r.key IN (
      SELECT rowid FROM record_words WHERE record_words MATCH :words
      UNION ALL SELECT item FROM (SELECT d.item FROM page_words w JOIN docs d ON d.key = w.rowid
        WHERE page_words MATCH :words LIMIT ${pageLimit}))`);
    parameters["words"] = query.phases.at(-1) ?? query.phases[0];
  }
  return { ofFile, ofRow, parameters };
}

/** A filter as a condition over `k`, the key of a file or an item: what a search is narrowed by. */
export function keyCondition(database: Sqlite, filter: ListingFilter): Narrowing {
  const { ofFile, parameters } = rowConditions({ ...filter, words: "" });
  const cells = [...readCells(database)].filter(([, traits]) => meetsFilter(traits, filter));
  const cell = `coalesce((SELECT cell FROM item_rows WHERE key = k.key),
    (SELECT cell FROM file_rows WHERE key = k.key)) IN (SELECT value FROM json_each(:cells))`;
  const place = `EXISTS (SELECT 1 FROM file_rows f
    WHERE f.key = coalesce((SELECT file FROM item_rows WHERE key = k.key), k.key) AND ${ofFile.join(" AND ")})`;
  return {
    condition: ofFile.length === 0 ? cell : `${cell} AND ${place}`,
    parameters: { ...parameters, cells: JSON.stringify(cells.map(([each]) => each)) },
  };
}
