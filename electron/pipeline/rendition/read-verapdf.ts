import type { RenditionReport } from "#shared/archive/rendition-report.ts";
import type { Said } from "./run-program.ts";

type Faults = RenditionReport["others"][number]["faults"];

/**
 * What veraPDF found, by its JSON report: one fault for each place it names, the clause of ISO 19005-2 before what it
 * wants. Nothing where it did not come to a verdict.
 */
export function readVeraPdf({ code, out }: Said): Faults | undefined {
  if (code === 0) return [];
  if (code !== 1) return undefined;
  const faults: Faults = [];
  for (const rule of rulesIn(parse(out))) {
    const detail = `${textIn(rule, "clause")} ${textIn(rule, "description")}`.trim().slice(0, 200);
    const checks = Array.isArray(rule["checks"]) ? rule["checks"] : [];
    const pages = new Set(
      checks.map((check: unknown) => pageOf(isObject(check) ? textIn(check, "context") : "")),
    );
    for (const page of pages.size > 0 ? pages : [0]) faults.push({ page, detail });
  }
  return faults.length > 0 ? faults : [{ page: 0, detail: "not compliant" }];
}

type Json = Record<string, unknown>;

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parse(out: string): unknown {
  try {
    return JSON.parse(out.slice(out.indexOf("{"), out.lastIndexOf("}") + 1));
  } catch {
    return undefined;
  }
}

/** The rules that failed, wherever in the report they stand: its frame differs between versions. */
function rulesIn(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(rulesIn);
  if (!isObject(value)) return [];
  const rules = value["ruleSummaries"];
  if (Array.isArray(rules)) {
    return rules.filter(isObject).filter((rule) => !/^passed$/i.test(textIn(rule, "ruleStatus")));
  }
  return Object.values(value).flatMap(rulesIn);
}

function textIn(value: Json, key: string): string {
  const text = value[key];
  return typeof text === "string" ? text : "";
}

/** `root/document[0]/pages[3](12 0 obj PDPage)/…`: the fourth page; 0 where no page is named. */
function pageOf(context: string): number {
  const page = /\/pages\[(\d+)\]/.exec(context)?.[1];
  return page === undefined ? 0 : Number(page) + 1;
}
