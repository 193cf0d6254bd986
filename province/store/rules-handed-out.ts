import type { RulesEdition } from "#shared/rules/signed-pack.ts";
import { type Querying, numberIn } from "./database.ts";

/** The pack of rules and the amendment of units that machines are given, each by its number, 0 where there is none. */
export async function rulesHandedOut(database: Querying): Promise<RulesEdition> {
  const [row] = await database.query(
    `select (select coalesce(max(version), 0) from rule_packs)::integer as pack,
       (select coalesce(max(number), 0) from unit_amendments)::integer as amended`,
  );
  if (!row) throw new Error("no numbers of rules");
  return { pack: numberIn(row, "pack"), amended: numberIn(row, "amended") };
}

/** SQL that holds of a row of `devices` under this name that applies older rules or tables than these. */
export function isBehind(device: string, pack: string, amended: string): string {
  return `(${device}.rules_pack < ${pack} or ${device}.units_amended < ${amended})`;
}
