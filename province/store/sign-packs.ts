import { signText } from "#shared/node/keys.ts";
import type { ProvinceRules } from "#shared/rules/pack.ts";
import { programFor } from "#shared/rules/pack-needs.ts";
import { needsText, packDigest, packNames, packText, type SignedPack } from "#shared/rules/signed-pack.ts";
import type { ProvinceKeys } from "#province/access/keys.ts";
import { type Querying, numberIn } from "./database.ts";
import { readProgramAsked } from "./rules.ts";

/**
 * Signs each part of what is handed out, under an edition that is later than that of any other content before it, and
 * which version of the program it needs.
 */
export async function signPacks(
  database: Querying,
  keys: ProvinceKeys,
  rules: ProvinceRules,
  now: number,
): Promise<SignedPack[]> {
  const signed: SignedPack[] = [];
  const asked = await readProgramAsked(database);
  for (const name of packNames) {
    const digest = packDigest(rules, name);
    const edition = await editionOf(database, name, digest, now);
    const one = { name, edition, digest };
    const signature = signText("pack", packText(one), keys.signing);
    const program = programFor(name, rules.pack, asked);
    if (program === "") signed.push({ ...one, signature });
    else {
      const needs = { program, signature: signText("pack-needs", needsText(one, program), keys.signing) };
      signed.push({ ...one, signature, needs });
    }
  }
  return signed;
}

/**
 * Gives what is handed out an edition anew, at a province's start: one that was restored from a backup goes on after
 * what machines were given since then, also where its content is older.
 */
export async function renewEditions(database: Querying, now: number): Promise<void> {
  await database.query("update pack_editions set edition = greatest(edition + 1, $1::bigint)", [now]);
}

async function editionOf(database: Querying, name: string, digest: string, now: number): Promise<number> {
  const [known] = await database.query("select edition from pack_editions where name = $1 and digest = $2", [
    name,
    digest,
  ]);
  if (known) return numberIn(known, "edition");
  const [given] = await database.query(
    `insert into pack_editions (name, edition, digest) values ($1, $2::bigint, $3)
     on conflict (name) do update set digest = excluded.digest,
       edition = case when pack_editions.digest = excluded.digest then pack_editions.edition
         else greatest(pack_editions.edition + 1, excluded.edition) end
     returning edition`,
    [name, now, digest],
  );
  if (!given) throw new Error("no edition of a pack was given");
  return numberIn(given, "edition");
}
