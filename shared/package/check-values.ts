import { dayNumber, dayOfNumber } from "#shared/base/moment.ts";
import type { PackageField, PackageProfile } from "./package-profile.ts";
import { type PackageModel, type PackageValues, valuesOfDocument, valuesOfFile } from "./package-model.ts";

/** What keeps a package from being made. */
export type PackageLack = {
  /** The item; nothing where it is the file itself. */
  itemId: string | undefined;
  /** As the circular names it; `data` is the document's bytes. */
  field: string;
  fault: "missing" | "too-long" | "no-number" | "no-date" | "no-code" | "secret" | "twice";
};

/**
 * What of a file's values its profile does not take: in the order of documents and fields. A package with such faults
 * would be refused, so none is made.
 */
export function checkValues(
  model: PackageModel,
  profile: Pick<PackageProfile, "file" | "document" | "lists">,
): PackageLack[] {
  const lacks: PackageLack[] = [];
  const check = (itemId: string | undefined, fields: readonly PackageField[], values: PackageValues) => {
    const valueOf = (name: string) => values[fields.find((field) => field.name === name)?.from ?? ""] ?? "";
    for (const field of fields) {
      const fault = faultOf(field, values[field.from] ?? "", profile, valueOf);
      if (fault) lacks.push({ itemId, field: field.name, fault });
    }
  };
  const secret = "03";
  if (model.file.access === secret) lacks.push({ itemId: undefined, field: "mode", fault: "secret" });
  check(undefined, profile.file, valuesOfFile(model));
  const ordinals = new Set<number>();
  for (const document of model.documents) {
    const { item } = document;
    if (item.access === secret || item.hold === "secret")
      lacks.push({ itemId: item.id, field: "mode", fault: "secret" });
    // Two documents of one number would have one name.
    if (ordinals.has(item.ordinal)) lacks.push({ itemId: item.id, field: "docCode", fault: "twice" });
    ordinals.add(item.ordinal);
    check(item.id, profile.document, valuesOfDocument(model, document));
  }
  return lacks;
}

/** What a profile finds wrong with one value, as written by `valueText`. */
export function faultOf(
  field: PackageField,
  value: string,
  profile: Pick<PackageProfile, "lists">,
  valueOf: (name: string) => string,
): PackageLack["fault"] | undefined {
  const { required } = field;
  if (value === "") {
    const wanted = required === "yes" || (required !== "no" && required.is.includes(valueOf(required.field)));
    return wanted ? "missing" : undefined;
  }
  if (field.length !== undefined && value.length > field.length) return "too-long";
  if (field.kind === "number") return /^\d+$/.test(value) ? undefined : "no-number";
  if (field.kind === "flag") return /^[01]$/.test(value) ? undefined : "no-code";
  if (field.kind === "code") {
    const known = profile.lists[field.list ?? ""] ?? [];
    return value.split(/[;,]\s*/).every((one) => known.includes(one)) ? undefined : "no-code";
  }
  if (field.kind !== "date") return undefined;
  const whole = /^\d{4}-\d{2}-\d{2}$/;
  const some = /^\d{4}(-\d{2}){0,2}$/;
  return (field.short ? some : whole).test(value) && isOfCalendar(value) ? undefined : "no-date";
}

/** Whether a year, month or day of the right form is one: no 31 February. */
function isOfCalendar(value: string): boolean {
  const day = `${value}-01-01`.slice(0, 10);
  return dayOfNumber(dayNumber(day)) === day;
}

/** A value as the package writes it: dates as DD/MM/YYYY, or as much of it as is known. */
export function valueText(field: PackageField, value: string): string {
  return field.kind === "date" ? value.split("-").reverse().join("/") : value;
}
