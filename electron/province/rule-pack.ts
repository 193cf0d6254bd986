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
import { isTooOld } from "#shared/rules/pack-needs.ts";
import type { UnitAmendment } from "#shared/rules/unit-amendment.ts";
import {
  editionOf,
  packDigest,
  packNames,
  type SignedPack,
  signedPackSchema,
} from "#shared/rules/signed-pack.ts";
import { WireFault } from "#shared/replication/sync-wire.ts";
import { version } from "#electron/version.ts";
import { isProven, judgePacks, laterOf, programAskedBy } from "./judge-packs.ts";
import type { ProvinceWire } from "./province-wire.ts";

/** The rules that the province hands out, as this desk last had them. */
export type RuleKeeper = {
  rules(): SessionRules;
  /** The province's lists of words. */
  terms(): readonly KnownTerm[];
  /** The province's amendments of the tables of units. */
  units(): readonly UnitAmendment[];
  /** The rules as the province gave them, to hand on; nothing while it has given none. */
  given(): Pick<Kept, "digest" | "rules" | "signed"> | undefined;
  /** Asks the province for its rules and keeps them; answers true where they are others than before. */
  ask(wire: Pick<ProvinceWire, "ask">): Promise<boolean>;
};

const fileName = "province-rules.json";

/** Provinces of earlier versions sign nothing. */
const signedSchema = Type.Optional(Type.Array(signedPackSchema, { maxItems: packNames.length }));

const keptSchema = Type.Object({
  digest: Type.String(),
  receivedAt: Type.String(),
  rules: Type.Unknown(),
  signed: signedSchema,
});

/** `rules` is absent where the desk has them already. */
const answerSchema = Type.Object({
  digest: Type.String(),
  rules: Type.Optional(Type.Unknown()),
  signed: signedSchema,
});

type Kept = { digest: string; receivedAt: string; rules: ProvinceRules; signed?: SignedPack[] };

type Refusal = Pick<SessionRules, "refusal" | "refused">;

const taken: Refusal = { refusal: "", refused: "" };

/**
 * Opens the province's rules kept in the desk's folder. Where there are none, or what is there is not to be read, the
 * app's own are in force. Where a key of the province is pinned, nothing else takes effect than what it signed; what
 * was taken before the province signed stays in force until then. What needs a later version of the program is not taken
 * either: what is here holds on, and `refusal` says so.
 */
export async function openRuleKeeper(options: {
  folder: string;
  now: () => number;
  /** The key by which the province signs, where it is pinned. */
  key?: () => string | undefined;
  /** The version of the program that is to understand them; the one that runs by default. */
  program?: string;
  /** Told the amendments of units at the start, and whenever others are in force. */
  amend?: (amendments: readonly UnitAmendment[]) => void;
}): Promise<RuleKeeper> {
  const path = join(options.folder, fileName);
  const key = () => options.key?.();
  const program = options.program ?? version;
  let kept = await readKept(path);
  let rules = rulesOf(kept, taken, key());
  const take = async (next: Kept) => {
    const isNews = canonicalJson(next) !== canonicalJson(kept ?? null);
    if (!isNews) return;
    await writeWhole(path, JSON.stringify(next));
    kept = next;
    options.amend?.(next.rules.units ?? []);
  };
  options.amend?.(kept?.rules.units ?? []);
  return {
    rules: () => rules,
    terms: () => kept?.rules.terms ?? [],
    units: () => kept?.rules.units ?? [],
    given() {
      if (!kept) return undefined;
      const { digest, rules: own, signed } = kept;
      return { digest, rules: own, ...(signed && { signed }) };
    },
    async ask(wire) {
      const answer = await wire.ask(questionOf(kept), answerSchema);
      const { digest, signed } = answer;
      const isSame = digest === kept?.digest;
      const before = JSON.stringify(rules);
      const needed = programAskedBy(signed, key());
      if (isTooOld(program, needed)) {
        // Nothing of it is looked at: what this program does not know it could only misread.
        rules = rulesOf(kept, { refusal: "program", refused: needed }, key());
        return before !== JSON.stringify(rules);
      }
      const came = isSame ? kept?.rules : answer.rules;
      // Nothing is told, or an older province (or hub) says of what is here that it is the same.
      if (came === undefined || (isSame && signed === undefined)) return false;
      const read = readRules(came, digest);
      const refusal = read.ok
        ? refuse({ rules: read.value, ...(signed && { signed }) }, kept, key())
        : unread(read);
      if (read.ok && refusal === taken) {
        const receivedAt = isSame && kept ? kept.receivedAt : new Date(options.now()).toISOString();
        const later = laterOf(signed, kept, key());
        await take({ digest, receivedAt, rules: read.value, ...(later && { signed: later }) });
      }
      rules = rulesOf(kept, refusal, key());
      return before !== JSON.stringify(rules) || (refusal === taken && !isSame);
    },
  };
}

/** What is here, and what of it is applied: the province holds which machine has which rules. */
function questionOf(kept: Kept | undefined): string {
  const { pack, amended } = editionOf(kept?.rules ?? { pack: null });
  return `/rules?known=${kept?.digest ?? ""}&units=yes&pack=${pack}&amended=${amended}&needs=yes`;
}

function refuse(
  came: Pick<Kept, "rules" | "signed">,
  here: Kept | undefined,
  key: string | undefined,
): Refusal {
  const refusal = judgePacks(came, here, key);
  return refusal === "" ? taken : { refusal, refused: "" };
}

function unread({ fault }: { fault: string }): Refusal {
  return { refusal: "unreadable", refused: fault };
}

/**
 * Asks the province for its rules; a province that gives none, or cannot be reached, leaves those that are here. Where
 * others came it asks once more, which tells at once what is in force here now.
 */
export async function askRules(
  keeper: Pick<RuleKeeper, "ask"> | undefined,
  wire: Pick<ProvinceWire, "ask">,
): Promise<boolean> {
  try {
    const isNews = (await keeper?.ask(wire)) ?? false;
    if (isNews) await keeper?.ask(wire).catch(() => false);
    return isNews;
  } catch (error) {
    if (error instanceof WireFault) return false;
    process.emitWarning(error instanceof Error ? error : String(error));
    return false;
  }
}

function rulesOf(kept: Kept | undefined, refusal: Refusal, key: string | undefined): SessionRules {
  const pack = kept?.rules.pack ?? undefined;
  const amended = kept?.rules.units?.at(-1)?.number;
  return {
    version: pack?.version ?? 0,
    issuedAt: pack?.issuedAt ?? "",
    issuedBy: pack?.issuedBy ?? "",
    receivedAt: pack ? (kept?.receivedAt ?? "") : "",
    open: pack?.open ?? true,
    defaultProfile: pack?.defaultProfile ?? defaultRuleProfileName,
    ...(amended !== undefined && { units: amended }),
    proven: kept !== undefined && isProven(kept, key),
    ...refusal,
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

/** Whether what is kept is what its signatures were made of; whose they are is asked where it is shown. */
function isSignedAsKept(rules: ProvinceRules, signed: readonly SignedPack[] = []): boolean {
  return signed.every(({ name, digest }) => digest === packDigest(rules, name));
}

async function readKept(path: string): Promise<Kept | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(path, "utf8"));
    if (!Check(keptSchema, value)) return undefined;
    const read = readRules(value.rules, value.digest);
    if (!read.ok || !isSignedAsKept(read.value, value.signed)) return undefined;
    return { ...value, rules: read.value };
  } catch {
    return undefined;
  }
}
