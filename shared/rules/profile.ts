import { type Static, Type } from "typebox";
import { Parse } from "typebox/value";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Fonds } from "#shared/archive/fonds.ts";
import type { Item } from "#shared/archive/item.ts";
import { Choice } from "#shared/base/schema.ts";
import tt02 from "#resources/rules/profile-TT02-2019.json" with { type: "json" };
import tt05 from "#resources/rules/profile-TT05-2025.json" with { type: "json" };
import { defaultRuleProfileName, type RuleProfileName, ruleProfileNameSchema } from "./profile-name.ts";

const fieldRuleSchema = Type.Object({
  /** When the field has to be filled: for the record to be listed at all, or before it is submitted. */
  needed: Type.Optional(Choice(["listing", "submission"])),
  /** The most characters of a text, or digits of a number. */
  limit: Type.Optional(Type.Integer({ minimum: 1 })),
});

const fieldRules = Type.Record(Type.String(), fieldRuleSchema);

/** What a circular asks of each field: a data file with its name, version and source. */
export const ruleProfileSchema = Type.Object({
  name: ruleProfileNameSchema,
  version: Type.Integer({ minimum: 1 }),
  source: Type.String({ minLength: 1 }),
  fonds: fieldRules,
  files: fieldRules,
  items: fieldRules,
});

export type RuleProfile = Static<typeof ruleProfileSchema>;

/** The profiles by name: TT 02/2019/TT-BNV up to 30 June 2025, TT 05/2025/TT-BNV from then on. */
export const ruleProfiles: Record<RuleProfileName, RuleProfile> = {
  "TT02-2019": Parse(ruleProfileSchema, tt02),
  "TT05-2025": Parse(ruleProfileSchema, tt05),
};

/** The profile in force where none is set. */
export const defaultRuleProfile: RuleProfile = ruleProfiles[defaultRuleProfileName];

/** What a field lacks under a profile. `required` keeps a record from being listed, `lacking` from being submitted. */
export type FieldFinding<Field extends string = string> = {
  field: Field;
  code: "required" | "lacking" | "too-long";
  /** The greatest length, in characters or digits; 0 where the profile gives none. */
  limit: number;
};

/** All that a fonds lacks under a profile, in the profile's order of fields. */
export function checkFonds(fonds: Partial<Fonds>, profile = defaultRuleProfile): FieldFinding<keyof Fonds>[] {
  return checkFields<Fonds>(fonds, profile.fonds);
}

/** All that a file lacks under a profile, in the profile's order of fields. */
export function checkFile(
  file: Partial<ArchiveFile>,
  profile = defaultRuleProfile,
): FieldFinding<keyof ArchiveFile>[] {
  return checkFields<ArchiveFile>(file, profile.files);
}

/** All that an item lacks under a profile, in the profile's order of fields. */
export function checkItem(item: Partial<Item>, profile = defaultRuleProfile): FieldFinding<keyof Item>[] {
  return checkFields<Item>(item, profile.items);
}

function checkFields<Kind extends object>(
  record: Partial<Kind>,
  rules: RuleProfile["files"],
): FieldFinding<keyof Kind & string>[] {
  const values = new Map<string, unknown>(Object.entries(record));
  const findings: FieldFinding<keyof Kind & string>[] = [];
  for (const [name, { needed, limit = 0 }] of Object.entries(rules)) {
    const text = writtenOf(values.get(name));
    // A test holds the data files to the fields of the records.
    const field = name as keyof Kind & string;
    if (text === "" && needed !== undefined) {
      findings.push({ field, code: needed === "listing" ? "required" : "lacking", limit });
    } else if (limit > 0 && text.length > limit) findings.push({ field, code: "too-long", limit });
  }
  return findings;
}

/** A value as its length counts: NFC, without the blanks around it; a count of 0 is "not counted". */
function writtenOf(value: unknown): string {
  if (typeof value === "string") return value.normalize("NFC").trim();
  return typeof value === "number" && value !== 0 ? String(value) : "";
}
