import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Type } from "typebox";
import { Check } from "typebox/value";
import { canonicalJson } from "#shared/base/canonical.ts";
import { digestOfText } from "#shared/base/digest.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import type { SessionRules } from "#shared/contract/session.ts";
import { writeWhole } from "#shared/node/write-whole.ts";
import {
  type KnownTerm,
  type ProvinceRules,
  provinceRulesSchema,
  readRulePack,
  rulesUnder,
} from "#shared/rules/pack.ts";
import { defaultRuleProfileName } from "#shared/rules/profile-name.ts";
import { WireFault } from "#shared/replication/sync-wire.ts";
import type { ProvinceWire } from "./province-wire.ts";

/** The rules that the province hands out, as this desk last had them. */
export type RuleKeeper = {
  rules(): SessionRules;
  /** The province's lists of words. */
  terms(): readonly KnownTerm[];
  /** The rules as the province gave them, to hand on; nothing while it has given none. */
  given(): { digest: string; rules: ProvinceRules } | undefined;
  /** Asks the province for its rules and keeps them; answers true where they are others than before. */
  ask(wire: Pick<ProvinceWire, "ask">): Promise<boolean>;
};

const fileName = "province-rules.json";

const keptSchema = Type.Object({ digest: Type.String(), receivedAt: Type.String(), rules: Type.Unknown() });

/** `rules` is absent where the desk has them already. */
const answerSchema = Type.Object({ digest: Type.String(), rules: Type.Optional(Type.Unknown()) });

type Kept = { digest: string; receivedAt: string; rules: ProvinceRules };

/**
 * Opens the province's rules kept in the desk's folder. Where there are none, or what is there is not to be read, the
 * app's own are in force.
 */
export async function openRuleKeeper(options: { folder: string; now: () => number }): Promise<RuleKeeper> {
  const path = join(options.folder, fileName);
  let kept = await readKept(path);
  let refused = "";
  let rules = rulesOf(kept, refused);
  return {
    rules: () => rules,
    terms: () => kept?.rules.terms ?? [],
    given: () => kept && { digest: kept.digest, rules: kept.rules },
    async ask(wire) {
      const known = kept?.digest ?? "";
      const answer = await wire.ask(`/rules?known=${known}`, answerSchema);
      if (answer.rules === undefined) return false;
      const read = readRules(answer.rules, answer.digest);
      const before = JSON.stringify(rules);
      if (read.ok) {
        const next = {
          digest: answer.digest,
          receivedAt: new Date(options.now()).toISOString(),
          rules: read.value,
        };
        await writeWhole(path, JSON.stringify(next));
        kept = next;
      }
      refused = read.ok ? "" : read.fault;
      rules = rulesOf(kept, refused);
      return read.ok || before !== JSON.stringify(rules);
    },
  };
}

/** Asks the province for its rules; a province that gives none, or cannot be reached, leaves those that are here. */
export async function askRules(
  keeper: Pick<RuleKeeper, "ask"> | undefined,
  wire: Pick<ProvinceWire, "ask">,
): Promise<boolean> {
  try {
    return (await keeper?.ask(wire)) ?? false;
  } catch (error) {
    if (error instanceof WireFault) return false;
    process.emitWarning(error instanceof Error ? error : String(error));
    return false;
  }
}

function rulesOf(kept: Kept | undefined, refused: string): SessionRules {
  const pack = kept?.rules.pack ?? undefined;
  return {
    version: pack?.version ?? 0,
    issuedAt: pack?.issuedAt ?? "",
    issuedBy: pack?.issuedBy ?? "",
    receivedAt: pack ? (kept?.receivedAt ?? "") : "",
    open: pack?.open ?? true,
    defaultProfile: pack?.defaultProfile ?? defaultRuleProfileName,
    refused,
    data: rulesUnder(pack),
  };
}

function readRules(value: unknown, digest: string): Result<ProvinceRules, string> {
  if (digestOfText(canonicalJson(value)) !== digest) return fail("the rules do not have their digest");
  if (!Check(provinceRulesSchema, value)) {
    const pack: unknown = value !== null && typeof value === "object" ? Reflect.get(value, "pack") : null;
    const read = readRulePack(pack);
    return read.ok || pack === null ? fail("not the rules of a province") : read;
  }
  if (value.pack === null) return ok(value);
  const read = readRulePack(value.pack);
  return read.ok ? ok(value) : read;
}

async function readKept(path: string): Promise<Kept | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(path, "utf8"));
    if (!Check(keptSchema, value)) return undefined;
    const read = readRules(value.rules, value.digest);
    return read.ok ? { ...value, rules: read.value } : undefined;
  } catch {
    return undefined;
  }
}
