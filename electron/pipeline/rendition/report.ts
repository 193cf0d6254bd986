import {
  renditionChecks,
  type RenditionKind,
  type RenditionReport,
} from "#shared/archive/rendition-report.ts";
import { gate, type Looked } from "./gate.ts";

const mostFaults = 20;

/** The report on a rendition of what was found in it; equal findings give equal reports. */
export function writeReport(
  rendition: string,
  kind: RenditionKind,
  looked: Looked,
  others: RenditionReport["others"],
): RenditionReport {
  return {
    rendition,
    kind,
    checker: gate.name,
    version: gate.version,
    pages: looked.pages,
    checks: renditionChecks.map((check) => {
      const own = looked.findings.filter((finding) => finding.check === check);
      const faults = own
        .slice(0, mostFaults)
        .map(({ page, detail }) => ({ page, detail: detail.slice(0, 200) }));
      // Of a file that cannot be read nothing else was looked at, and nothing else is said to hold.
      const unread = looked.findings.some((finding) => finding.check === "readable");
      return { check, passed: own.length === 0 && !unread, faults };
    }),
    others,
  };
}
