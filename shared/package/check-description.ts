import { faultOf } from "./check-values.ts";
import type { PackageFault, PackageFaultCode } from "./package-report.ts";
import type { PackageField, PackageProfile } from "./package-profile.ts";

/** A description as it was read: elements and their texts in their order. */
export type ReadDescription = { path: string; fields: readonly { name: string; value: string }[] };

const codes: Record<NonNullable<ReturnType<typeof faultOf>>, PackageFaultCode> = {
  missing: "field-missing",
  "too-long": "field-too-long",
  "no-number": "field-no-number",
  "no-date": "field-no-date",
  "no-code": "field-no-code",
  secret: "field-no-code",
  twice: "field-twice",
};

/** What a profile finds wrong in one description, in whatever order its elements stand. */
export function checkDescription(
  { path, fields }: ReadDescription,
  expected: readonly PackageField[],
  profile: Pick<PackageProfile, "lists">,
): PackageFault[] {
  const values = new Map<string, string>();
  const faults: PackageFault[] = [];
  for (const { name, value } of fields) {
    if (values.has(name)) faults.push({ code: "field-twice", path, detail: name });
    else if (!expected.some((field) => field.name === name))
      faults.push({ code: "field-unknown", path, detail: name });
    values.set(name, value);
  }
  const valueOf = (name: string) => values.get(name) ?? "";
  for (const field of expected) {
    const value = valueOf(field.name);
    const read = field.kind === "date" ? dateOf(value) : value;
    const fault = faultOf(field, read, profile, valueOf);
    if (fault) faults.push({ code: codes[fault], path, detail: sayField(field.name, value) });
  }
  return faults;
}

/** The description of a file and those of its documents, held against one another. */
export function checkTogether(
  file: ReadDescription,
  documents: readonly ReadDescription[],
  profile: PackageProfile,
): PackageFault[] {
  const faults: PackageFault[] = [];
  const fileCode = valueIn(file, profile.file[0]?.name ?? "");
  const [from, to] = [dateOf(valueIn(file, "startDate")), dateOf(valueIn(file, "endDate"))];
  const seen = new Set<string>();
  for (const document of documents) {
    const { path } = document;
    const code = valueIn(document, "docCode");
    // An AIP names its file with the archive's code before it, the code of a document may go without.
    const owner = code.slice(0, code.lastIndexOf("."));
    if (owner !== fileCode && !(profile.package === "AIP" && fileCode.endsWith(`.${owner}`)))
      faults.push({ code: "code-differs", path, detail: `${code} ≠ ${fileCode}` });
    const own = profile.document.some(({ name }) => name === "arcFileCode");
    if (own && valueIn(document, "arcFileCode") !== fileCode)
      faults.push({
        code: "code-differs",
        path,
        detail: `${valueIn(document, "arcFileCode")} ≠ ${fileCode}`,
      });
    if (!/\.\d{7}$/.test(code)) faults.push({ code: "ordinal-form", path, detail: code });
    const ordinal = valueIn(document, "docOrdinal");
    if (/^\d+$/.test(ordinal) && Number(ordinal) !== Number(code.slice(code.lastIndexOf(".") + 1)))
      faults.push({ code: "ordinal-differs", path, detail: `${ordinal} ≠ ${code}` });
    if (seen.has(code)) faults.push({ code: "code-twice", path, detail: code });
    seen.add(code);
    const issued = dateOf(valueIn(document, "issuedDate"));
    if (!sharesTime(issued, from, to))
      faults.push({ code: "date-outside", path, detail: valueIn(document, "issuedDate") });
  }
  const total = valueIn(file, "totalDoc");
  if (/^\d+$/.test(total) && Number(total) !== documents.length)
    faults.push({ code: "total-differs", path: file.path, detail: `${total} ≠ ${documents.length}` });
  const pages = documents.reduce((sum, document) => sum + numberOf(valueIn(document, "numberOfPage")), 0);
  const stated = numberOf(valueIn(file, "numberOfPage"));
  if (stated > 0 && stated !== pages)
    faults.push({ code: "pages-differ", path: file.path, detail: `${stated} ≠ ${pages}` });
  return faults;
}

function valueIn({ fields }: ReadDescription, name: string): string {
  return fields.find((field) => field.name === name)?.value ?? "";
}

/** `DD/MM/YYYY`, `MM/YYYY` or `YYYY` as `yyyy[-mm[-dd]]`; what is none of them as it stands. */
export function dateOf(text: string): string {
  return /^(\d{2}\/){0,2}\d{4}$/.test(text) ? text.split("/").reverse().join("-") : text;
}

/** Whether a date may be within a time: what of them is not known speaks against nothing. */
export function sharesTime(date: string, from: string, to: string): boolean {
  return date === "" || !(isBefore(date, from) || isBefore(to, date));
}

/** Whether a date is surely before another, of both only as much as is known. */
function isBefore(one: string, other: string): boolean {
  const known = Math.min(one.length, other.length);
  return known >= 4 && one.slice(0, known) < other.slice(0, known);
}

function numberOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : 0;
}

function sayField(name: string, value: string): string {
  return value === "" ? name : `${name} = ${value.slice(0, 80)}`;
}
