import { compareVersions } from "#shared/keys/judge-update.ts";
import type { PackContent } from "./pack.ts";
import type { PackName } from "./signed-pack.ts";

/** A version of the program as packs and machines name it: three numbers. */
export const programPattern = "^\\d{1,4}\\.\\d{1,4}\\.\\d{1,4}$";

/**
 * Since which version of the program each part of a pack of rules is understood. A part that is added stands here with the
 * version that it comes with; of a part that changes its meaning, the version is changed.
 */
const understoodSince: Record<keyof PackContent, string> = {
  defaultProfile: "0.1.0",
  open: "0.1.0",
  profiles: "0.1.0",
  milestones: "0.1.0",
  priorities: "0.1.0",
  retention: "0.1.0",
  quality: "0.1.0",
  batchSteps: "0.1.0",
};

/** The same of the lists of words and the amendments of units. */
const othersSince: Record<Exclude<PackName, "rules">, string> = { words: "0.1.0", units: "0.1.0" };

/**
 * The least version of the program that understands what is handed out under a name: of rules, what each of their parts
 * asks for, and what an officer asked for beyond that.
 */
export function programFor(
  name: PackName,
  pack: PackContent | null | undefined,
  asked: string,
  since: Readonly<Record<string, string>> = understoodSince,
): string {
  if (name !== "rules") return othersSince[name];
  const parts = Object.keys(pack ?? {}).flatMap((part) => since[part] ?? []);
  return latestOf([...parts, asked]);
}

/** The latest of some versions; what is none does not count, and without any it is empty. */
export function latestOf(versions: readonly string[]): string {
  return versions
    .filter(isProgram)
    .reduce((latest, one) => (latest === "" || compareVersions(one, latest) > 0 ? one : latest), "");
}

/** Whether a program of this version is older than the one that is needed; of what is no version nothing is said. */
export function isTooOld(program: string, needed: string): boolean {
  const [plain = ""] = program.split(/[+-]/, 1);
  return isProgram(plain) && isProgram(needed) && compareVersions(plain, needed) < 0;
}

function isProgram(version: string): boolean {
  return new RegExp(programPattern).test(version);
}
