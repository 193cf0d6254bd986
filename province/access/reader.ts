import { type AccessLevel, rankOf } from "#shared/archive/access-level.ts";
import { may } from "#shared/archive/permissions.ts";
import type { Device } from "./device.ts";

/**
 * Who reads the catalogue: within which scope, up to which level, of accepted batches alone or of all, and whether
 * numbers of papers of identity are `masked`: neither shown to them nor found by them.
 */
export type Reader = { scope: string; upTo: AccessLevel; onlyAccepted?: boolean; masked?: boolean };

/** A machine reads what is within its scope; what is closed only where its role may see it. */
export function readerOf({ scope, role }: Pick<Device, "scope" | "role">): Reader {
  return { scope, upTo: may(role, "see-closed") ? "closed" : "conditional" };
}

/** Collects the values of a statement; answers the place that stands for each. */
export type Place = (value: string | number) => string;

/**
 * SQL that holds where a row of the catalogue under the name `table` may be read by a reader: the one rule that every
 * statement on the catalogue asks. `column` holds the level: the one it has, or the widest that it ever had.
 */
export function readableBy(
  reader: Reader,
  table: string,
  place: Place,
  column: "level" | "widest" = "level",
): string {
  const { scope } = reader;
  const accepted = reader.onlyAccepted === true ? ` and ${table}.accepted` : "";
  const level = `${table}.${column} <= ${place(rankOf(reader.upTo))}${accepted}`;
  const [, district] = scope.split(".");
  const own = `(${table}.scope = ${place(scope)} or ${table}.scope like ${place(`${escaped(scope)}.%`)})`;
  if (district === undefined) return `${level} and ${own}`;
  return `${level} and ${table}.district = ${place(scope.split(".").slice(0, 2).join("."))} and ${own}`;
}

function escaped(scope: string): string {
  return scope.replaceAll(/[\\%_]/g, "\\$&");
}
