import { valueText } from "./check-values.ts";
import type { PackageValues } from "./package-model.ts";
import type { PackageField, PackageProfile } from "./package-profile.ts";
import { element, xmlDocument } from "./xml-text.ts";

/** A description (EAD.xml, EAD_doc.xml): every field of the profile in its order, those not known empty. */
export function writeDescription(fields: readonly PackageField[], values: PackageValues): string {
  return xmlDocument(describe(fields, values));
}

/** The description as an element with these attributes, for a place in another document. */
export function describe(
  fields: readonly PackageField[],
  values: PackageValues,
  attributes: Record<string, string> = {},
): string {
  const elements = fields.map((field) => element(field.name, {}, valueText(field, values[field.from] ?? "")));
  return element("simpledc", attributes, elements);
}

/**
 * The schema (XSD) of such a description: its elements, their lengths and their lists of codes. In a `namespace` where
 * one is given; with `lacking` what the profile wants may be empty, as in what is not packed yet.
 */
export function writeSchema(
  fields: readonly PackageField[],
  profile: PackageProfile,
  { namespace, lacking = false }: { namespace?: string; lacking?: boolean } = {},
): string {
  const wanted = lacking ? fields.map((field) => ({ ...field, required: "no" as const })) : fields;
  const elements = wanted.map((field) =>
    element("xs:element", { name: field.name, minOccurs: field.required === "yes" ? undefined : 0 }, [
      element("xs:simpleType", {}, [
        element("xs:restriction", { base: "xs:string" }, facetsOf(field, profile)),
      ]),
    ]),
  );
  const model = element(profile.order === "any" ? "xs:all" : "xs:sequence", {}, elements);
  const root = element("xs:element", { name: "simpledc" }, [element("xs:complexType", {}, [model])]);
  return xmlDocument(
    element(
      "xs:schema",
      {
        "xmlns:xs": "http://www.w3.org/2001/XMLSchema",
        targetNamespace: namespace,
        xmlns: namespace,
        elementFormDefault: "qualified",
      },
      [root],
    ),
  );
}

function facetsOf(field: PackageField, profile: PackageProfile): string[] {
  const least = field.required === "yes" ? [element("xs:minLength", { value: 1 })] : [];
  const most = field.length === undefined ? [] : [element("xs:maxLength", { value: field.length })];
  const empty = field.required === "yes" ? "" : "|";
  const pattern = (value: string) => [element("xs:pattern", { value: `${value}${empty}` })];
  if (field.kind === "number") return pattern(`[0-9]{1,${field.length ?? 10}}`);
  if (field.kind === "flag") return pattern("0|1");
  if (field.kind === "date") {
    const whole = "[0-9]{2}/[0-9]{2}/[0-9]{4}";
    return pattern(field.short ? `${whole}|[0-9]{2}/[0-9]{4}|[0-9]{4}` : whole);
  }
  if (field.kind === "code") {
    const codes = (profile.lists[field.list ?? ""] ?? []).join("|");
    return pattern(`(${codes})([;,] ?(${codes}))*`);
  }
  return [...least, ...most];
}
