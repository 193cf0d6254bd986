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

/** The last day of the district level (Bình Định's units before and after the merger of 1 July 2025). */
export const lastDistrictDay = "2025-06-30";

/**
 * The units in force in May 2025, from the table `old_commune_code, old_commune_name, kind, district_code,
 * district_name, province_code, province_name`: the province, its districts, their communes.
 */
export function readUnits(communesCsv: string): Unit[] {
  const [, ...lines] = communesCsv
    .replace(/^\uFEFF/, "")
    .trim()
    .split(/\r?\n/);
  const units = new Map<string, Unit>();
  const add = (code: string, name: string, level: Unit["level"], scope: string) => {
    const unit = { code, name: name.normalize("NFC"), level, scope, validFrom: "", validTo: lastDistrictDay };
    if (!units.has(scope)) units.set(scope, unit);
  };
  for (const line of lines) {
    const [code, name, , district, districtName, province, provinceName] = line.split(",");
    if (!code || !name || !district || !districtName || !province || !provinceName) continue;
    add(province, provinceName, "province", province);
    add(district, districtName, "district", `${province}.${district}`);
    add(code, name, "commune", `${province}.${district}.${code}`);
  }
  return [...units.values()];
}

/** True where a scope lies within another: the same unit or one below it. */
export function covers(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(`${outer}.`);
}

/** The scope of the district a scope lies in; a province's scope is its own. */
export function districtOf(scope: string): string {
  return scope.split(".").slice(0, 2).join(".");
}
