import { latestOf, programFor } from "#shared/rules/pack-needs.ts";
import { packNames, type RulesEdition } from "#shared/rules/signed-pack.ts";
import { type Querying, numberIn } from "./database.ts";
import { readPack, readProgramAsked } from "./rules.ts";

/** The pack of rules and the amendment of units that machines are given, each by its number, 0 where there is none. */
export async function rulesHandedOut(database: Querying): Promise<RulesEdition> {
  const [row] = await database.query(
    `select (select coalesce(max(version), 0) from rule_packs)::integer as pack,
       (select coalesce(max(number), 0) from unit_amendments)::integer as amended`,
  );
  if (!row) throw new Error("no numbers of rules");
  return { pack: numberIn(row, "pack"), amended: numberIn(row, "amended") };
}

/** The least version of the program that may apply what machines are given; empty where nothing is handed out. */
export async function readProgramNeeded(database: Querying): Promise<string> {
  const { pack, amended } = await rulesHandedOut(database);
  if (pack === 0 && amended === 0) return "";
  const [rules, asked] = [await readPack(database), await readProgramAsked(database)];
  return latestOf(packNames.map((name) => programFor(name, rules, asked)));
}

/** SQL that holds of a row of `devices` under this name whose program is older than a version; never of one it does not tell. */
export function isProgramOlder(device: string, version: string): string {
  const numbers = (text: string) =>
    `string_to_array(substring(${text} from '^[0-9]{1,4}[.][0-9]{1,4}[.][0-9]{1,4}'), '.')::integer[]`;
  return `(${numbers(`${device}.app_version`)} < ${numbers(`${version}::text`)})`;
}

/** SQL that holds of a row of `devices` under this name that applies older rules or tables than these. */
export function isBehind(device: string, pack: string, amended: string): string {
  return `(${device}.rules_pack < ${pack} or ${device}.units_amended < ${amended})`;
}
