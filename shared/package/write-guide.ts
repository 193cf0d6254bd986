import type { PackageField, PackageProfile } from "./package-profile.ts";
import { treeProfiles } from "./tree-profile.ts";

/** Lists of codes by the names that this profile has for them, and those under which their words are known. */
const lists = {
  maintenance: "retention",
  mode: "access",
  language: "language",
  typeName: "type",
  format: "condition",
  confidenceLevel: "origin",
} as const;

/** A text that goes with a package by E-ARK: which field stands where in its finding aid, and what its codes mean. */
export function writeGuide({ file, document, source }: PackageProfile): string {
  const line = ({ name, ead, list }: PackageField) =>
    `  ${ead ?? ""}[@encodinganalog="${name}"]${list ? ` (${list})` : ""}`;
  const words = treeProfiles["csdl-sohoa-tt02"].lists;
  const codes = Object.entries(lists).flatMap(([name, known]) => [
    `${name}:`,
    ...Object.entries(words[known] ?? {}).map(([code, word]) => `  ${code} = ${word}`),
  ]);
  return [
    source,
    "",
    'metadata/descriptive/EAD.xml: archdesc[@level="file"]',
    ...file.map(line),
    "",
    'metadata/descriptive/EAD.xml: c[@level="item"]',
    ...document.map(line),
    "",
    ...codes,
    "",
  ].join("\r\n");
}
