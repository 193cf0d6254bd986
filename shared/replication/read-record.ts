import { type CollectionName, collections, type Records } from "#shared/archive/collections.ts";
import { recordShapes } from "#shared/archive/shapes.ts";
import { readClock } from "#shared/base/clock.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { without } from "#shared/base/without.ts";
import type { WireRecord } from "#shared/replication/messages.ts";

const scopeForm = /^[0-9A-Za-z]+(\.[0-9A-Za-z]+){0,2}$/;
// Clocks past the year 2200 would leave no room for a later one.
const latestClock = 7_258_118_400_000;

const ownOfRxdb: readonly string[] = ["_deleted", "_rev", "_meta", "_attachments"];

/**
 * The record in a pushed document (without the fields of RxDB's own), or why it is none. `write` gives its JSON: who
 * writes it out anyhow need not do so twice.
 */
export function readRecord<Name extends CollectionName>(
  collection: Name,
  document: WireRecord,
  write: (record: Records[Name]) => string = JSON.stringify,
): Result<Records[Name], string> {
  if (document._deleted === true) return fail("a record is withdrawn, never deleted");
  let fields: Record<string, unknown> = document;
  for (const own of ownOfRxdb) if (own in fields) fields = without(fields, own);
  if (!isOf(collection, fields)) {
    const [first] = recordShapes[collection].Errors(fields);
    return fail(first ? `${first.instancePath} ${first.message}` : "not of the collection's shape");
  }
  const known = collections[collection].schema.properties;
  const stranger = Object.keys(fields).find((field) => !Object.hasOwn(known, field));
  if (stranger !== undefined) return fail(`field not known: ${stranger.slice(0, 60)}`);
  if (!scopeForm.test(fields.scope)) return fail("the scope is no path of unit codes");
  for (const [field, clock] of Object.entries(fields.clocks)) {
    if (field !== "*" && !Object.hasOwn(known, field))
      return fail(`clock of no field: ${field.slice(0, 60)}`);
    const moment = readClock(clock);
    if (!moment || moment.ms > latestClock || clock.length > 60) return fail("a clock is not readable");
  }
  if (!Object.hasOwn(fields.clocks, "*")) return fail("clocks lack their base");
  const text = write(fields);
  if (text.includes("\\u0000") || text.includes("\\ud")) {
    if (!isStorable(fields)) return fail("a text holds a NUL or half a character");
  }
  return ok(fields);
}

function isOf<Name extends CollectionName>(collection: Name, value: unknown): value is Records[Name] {
  return recordShapes[collection].Check(value);
}

/** PostgreSQL takes neither NUL nor a lone surrogate in text. */
function isStorable(value: unknown): boolean {
  if (typeof value === "string") return !/\p{Cs}/u.test(value) && !value.includes("\0");
  if (Array.isArray(value)) return value.every(isStorable);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([name, member]) => isStorable(name) && isStorable(member));
}
