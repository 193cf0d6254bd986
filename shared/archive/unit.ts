import { type Static, Type } from "typebox";

export const unitSchema = Type.Object({
  /** Code of the National Statistics Office. Codes are re-used: the key is the code and the day it began to hold. */
  code: Type.String(),
  name: Type.String(),
  level: Type.Unsafe<"province" | "district" | "commune">(Type.String()),
  /** Path of codes from the province down: `52.550.21952`; what records carry as `scope`. */
  scope: Type.String(),
  /** First and last day on which the unit existed, `yyyy-mm-dd`; an empty end means still. */
  validFrom: Type.String(),
  validTo: Type.String(),
});

export type Unit = Static<typeof unitSchema>;

/** The last day of the district level, and the first of the communes after it (the merger of 1 July 2025). */
export const lastDistrictDay = "2025-06-30";
export const firstDayAfter = "2025-07-01";

/**
 * The units in force in May 2025, from the table `old_commune_code, old_commune_name, kind, district_code,
 * district_name, province_code, province_name`: the province, its districts, their communes.
 */
export function readUnits(communesCsv: string): Unit[] {
  const units = new Map<string, Unit>();
  const add = (code: string, name: string, level: Unit["level"], scope: string) => {
    const unit = { code, name: name.normalize("NFC"), level, scope, validFrom: "", validTo: lastDistrictDay };
    if (!units.has(scope)) units.set(scope, unit);
  };
  for (const row of rowsOf(communesCsv)) {
    const [code, name, , district, districtName, province, provinceName] = row;
    if (!code || !name || !district || !districtName || !province || !provinceName) continue;
    add(province, provinceName, "province", province);
    add(district, districtName, "district", `${province}.${district}`);
    add(code, name, "commune", `${province}.${district}.${code}`);
  }
  return [...units.values()];
}

/** The communes since 1 July 2025, from the table `new_commune_code, new_commune_name, province_code, province_name`. */
export function readUnitsAfter(communesCsv: string): Unit[] {
  return rowsOf(communesCsv).flatMap(([code, name, province]) =>
    code && name && province
      ? [
          {
            code,
            name: name.normalize("NFC"),
            level: "commune" as const,
            scope: `${province}.${code}`,
            validFrom: firstDayAfter,
            validTo: "",
          },
        ]
      : [],
  );
}

/** The unit that bears a code on a day (`yyyy-mm-dd`). A code alone names no unit: 21808 has been two of them. */
export function unitOn(units: readonly Unit[], code: string, day: string): Unit | undefined {
  return units.find(
    (unit) => unit.code === code && unit.validFrom <= day && (unit.validTo === "" || day <= unit.validTo),
  );
}

/** The cells of a table whose fields, the last one apart, hold no comma; without its headings. */
export function rowsOf(csv: string): string[][] {
  const [, ...lines] = csv
    .replace(/^\uFEFF/, "")
    .trim()
    .split(/\r?\n/);
  return lines.map((line) => line.split(","));
}

/** True where a scope lies within another: the same unit or one below it. */
export function covers(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(`${outer}.`);
}

/** The scope of the province a scope lies in. */
export function provinceOf(scope: string): string {
  return scope.split(".")[0] ?? scope;
}

/** The scope of the district a scope lies in; a province's scope is its own. */
export function districtOf(scope: string): string {
  const end = scope.indexOf(".", scope.indexOf(".") + 1);
  return end < 0 ? scope : scope.slice(0, end);
}
