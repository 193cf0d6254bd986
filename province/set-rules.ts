import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { Check } from "typebox/value";
import { readUnitTables } from "#shared/node/read-unit-tables.ts";
import { type PackContent, readPackContent, rulesUnder } from "#shared/rules/pack.ts";
import { programFor } from "#shared/rules/pack-needs.ts";
import { ruleProfileNameSchema } from "#shared/rules/profile-name.ts";
import { publishRules, type RuleEdit } from "./access/publish-rules.ts";
import type { Settings } from "./settings.ts";
import type { Database } from "./store/database.ts";
import { migrate } from "./store/migrations.ts";
import { byCommand, reasonGiven } from "./store/note-act.ts";
import { readPack, readProgramAsked } from "./store/rules.ts";

/**
 * `rules --profile TT05-2025`, `rules --set FILE` (a JSON file of a pack's content or a part of it), `--open` or
 * `--closed` (whether machines may choose another profile), `--needs 0.2.0` (the least version of the program that may apply
 * them; `none` for what they ask for themselves), `--by NAME`, `--reason "…"`: sets the rules handed out, of
 * which what is not named stays; the reason stays in the audit. Without any of these it only answers those in force.
 */
export async function setRules(
  database: Database,
  words: readonly string[],
  { resources }: Pick<Settings, "resources">,
  now: () => number,
): Promise<Record<string, string | number | boolean>> {
  await migrate(database, now);
  const { values } = parseArgs({
    args: [...words],
    options: {
      profile: { type: "string" },
      set: { type: "string" },
      open: { type: "boolean" },
      closed: { type: "boolean" },
      needs: { type: "string" },
      by: { type: "string", default: "" },
      reason: { type: "string", default: "" },
    },
  });
  const { profile, set, open, closed, needs, by: name } = values;
  const asked = [profile, set, needs].some((one) => one !== undefined) || open === true || closed === true;
  if (profile !== undefined && !Check(ruleProfileNameSchema, profile))
    throw new Error(`not a profile: ${profile}`);
  if (open === true && closed === true) throw new Error("either --open or --closed");
  const last = await readPack(database);
  if (!asked) return describe(last, await readProgramAsked(database));
  const change: RuleEdit = {
    ...(set === undefined ? {} : await readContent(set, last)),
    ...(profile === undefined ? {} : { defaultProfile: profile }),
    ...(open === true ? { open: true } : closed === true ? { open: false } : {}),
    ...(needs === undefined ? {} : { needs: needs === "none" ? "" : needs }),
  };
  const reason = reasonGiven(values.reason);
  const scope = await provinceScope(resources);
  const pack = await publishRules(database, change, { by: byCommand, name, reason, scope }, now());
  return describe(pack, await readProgramAsked(database));
}

async function provinceScope(resources: string): Promise<string> {
  const { units } = await readUnitTables(resources);
  const province = units.find(({ level }) => level === "province");
  if (!province) throw new Error(`${resources}: no province among the units`);
  return province.scope;
}

async function readContent(path: string, last: PackContent | undefined): Promise<Partial<PackContent>> {
  const given: unknown = JSON.parse(await readFile(path, "utf8"));
  if (typeof given !== "object" || given === null) throw new Error(`${path}: no content of a pack`);
  const { defaultProfile = "TT05-2025", open = true, profiles = [] } = last ?? {};
  const read = readPackContent({ defaultProfile, open, profiles, ...given });
  if (!read.ok) throw new Error(`${path}: ${read.fault}`);
  return Object.fromEntries(Object.entries(read.value).filter(([part]) => Object.hasOwn(given, part)));
}

function describe(
  pack: Awaited<ReturnType<typeof readPack>>,
  needs: string,
): Record<string, string | number | boolean> {
  const { profiles, priorities, retention } = rulesUnder(pack);
  return {
    rules: pack?.version ?? 0,
    profile: pack?.defaultProfile ?? "TT05-2025",
    open: pack?.open ?? true,
    ...Object.fromEntries(Object.values(profiles).map(({ name, version }) => [name, version])),
    priorities: priorities.version,
    retention: retention.version,
    needs: programFor("rules", pack, needs),
    issuedAt: pack?.issuedAt ?? "",
    issuedBy: pack?.issuedBy ?? "",
  };
}
