import { fail, ok, type Result } from "#shared/base/result.ts";
import { readRuleFiles, type RuleFiles } from "#shared/rules/rule-files.ts";

/** A file of rules that was chosen, and what is in it. */
export type ChosenFile = { name: string; files: RuleFiles };

/** Why a file is not taken; `at` is the place in it, where there is one. */
export type RuleFileFault = { name: string; kind: "too-large" | "no-json" | "not-rules"; at: string };

const mostBytes = 900_000;

/** Reads a file that somebody chose; one that is not of rules is refused with the place of its first fault. */
export async function readRuleFile(file: File): Promise<Result<ChosenFile, RuleFileFault>> {
  const { name } = file;
  if (file.size > mostBytes) return fail({ name, kind: "too-large", at: "" });
  let value: unknown;
  try {
    value = JSON.parse((await file.text()).replace(/^\ufeff/, ""));
  } catch (fault) {
    return fail({ name, kind: "no-json", at: fault instanceof Error ? fault.message : "" });
  }
  const read = readRuleFiles(value);
  return read.ok ? ok({ name, files: read.value }) : fail({ name, kind: "not-rules", at: read.fault });
}
