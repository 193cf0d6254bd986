import type { ReadDescription } from "./check-description.ts";
import type { PackageField, PackageProfile } from "./package-profile.ts";
import { all, attributeOf, everything, type ReadElement } from "./read-element.ts";

/** What a finding aid says of a file and of its documents, and where each document lies as it says. */
export type ReadEad = {
  file: ReadDescription;
  documents: { description: ReadDescription; href: string }[];
};

/** The fields of a profile out of a finding aid by EAD3, known by `encodinganalog`; what else it says is let be. */
export function readEad(path: string, root: ReadElement, profile: PackageProfile): ReadEad | undefined {
  const [archdesc] = all(root, "archdesc");
  if (!archdesc) return undefined;
  const own = archdesc.children.filter(({ name }) => name !== "dsc");
  const items = all(archdesc, "c").filter((one) => attributeOf(one, "level") === "item");
  return {
    file: { path, fields: fieldsOf(own, profile.file) },
    documents: items.map((item, place) => ({
      description: { path: `${path}:${place + 1}`, fields: fieldsOf(item.children, profile.document) },
      href: all(item, "dao")[0]?.attributes["href"] ?? "",
    })),
  };
}

function fieldsOf(
  within: readonly ReadElement[],
  expected: readonly PackageField[],
): ReadDescription["fields"] {
  const found = within.flatMap(everything).flatMap((one) => {
    const names = attributeOf(one, "encodinganalog").split(" ");
    const dates = one.name === "unitdate" ? attributeOf(one, "normal").split("/") : undefined;
    return names.map((name, place) => ({ name, element: one.name, value: dates?.[place] ?? wholeText(one) }));
  });
  return expected.flatMap((field) =>
    found
      .filter(({ name, element }) => name === field.name && element === field.ead)
      .map(({ name, value }) => ({ name, value })),
  );
}

/** The text of an element, or of the first in it that has one. */
function wholeText({ text, children }: ReadElement): string {
  return text === "" ? (children.map(wholeText).find((one) => one !== "") ?? "") : text;
}
