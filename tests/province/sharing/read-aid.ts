import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { openSchema, type XmlSchema } from "#shared/node/packages/read-xml.ts";
import { findProgram } from "#electron/pipeline/rendition/find-program.ts";
import type { FindingAidForm } from "#province/sharing/finding-aid/model.ts";
import { type Node, readBySaxes } from "#tests/helpers/saxes-reader.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const fixtures = join(import.meta.dirname, "../../fixtures");
/** Schemas of others can be tried: the ones that the forms of EAD are published with. */
const paths: Record<FindingAidForm, string> = {
  ead2002: process.env["MUCLUC_EAD2002_XSD"] ?? join(fixtures, "ead-2002.xsd"),
  ead3: process.env["MUCLUC_EAD3_XSD"] ?? join(fixtures, "ead-3.xsd"),
};
const namespaces: Record<FindingAidForm, string> = {
  ead2002: "urn:isbn:1-931666-22-9",
  ead3: "http://ead3.archivists.org/schema/",
};
const schemaOf = (path: string): XmlSchema => {
  const read = openSchema(readFileSync(path));
  if (!read.ok) throw new Error(JSON.stringify(read));
  return read.value;
};
const schemas = { ead2002: schemaOf(paths.ead2002), ead3: schemaOf(paths.ead3) };

/** A component as a reader of EAD finds it: whatever hangs together with one name is told by that name. */
export type Component = {
  level: string;
  id: string;
  /** Texts of its own description by local names, those of elements within together. */
  texts: Record<string, string[]>;
  /** Attributes of the elements of its own description, by local names. */
  attributes: Record<string, Record<string, string>[]>;
  components: Component[];
};

export type Aid = { header: Node; fonds: Component };

/**
 * Reads a finding aid by a library that the product does not use, after it was held against the schema of these tests
 * by libxml2, and by xmllint too where `twice` and it is installed.
 */
export function readAid(xml: string, form: FindingAidForm, twice = false): Aid {
  expect(schemas[form].check(Buffer.from(xml)).slice(0, 3)).toEqual([]);
  if (twice && findProgram("xmllint") !== undefined) {
    const path = join(temporaryFolder(), "aid.xml");
    writeFileSync(path, xml);
    execFileSync("xmllint", ["--nonet", "--noout", "--schema", paths[form], path], { stdio: "pipe" });
  }
  const root = readBySaxes(xml);
  const local = ({ name }: Node) => name.replace(`{${namespaces[form]}}`, "");
  expect(local(root)).toBe("ead");
  const component = (node: Node): Component => {
    const texts: Component["texts"] = {};
    const attributes: Component["attributes"] = {};
    const components: Component[] = [];
    const look = (child: Node): string => {
      const name = local(child);
      if (name === "c") {
        components.push(component(child));
        return "";
      }
      const within = child.children.map(look).filter(Boolean);
      const text = [child.text.trim(), ...within].filter(Boolean).join(" | ");
      if (name === "dsc") return "";
      if (text !== "") texts[name] = [...(texts[name] ?? []), text];
      if (Object.keys(child.attributes).length > 0)
        attributes[name] = [...(attributes[name] ?? []), child.attributes];
      return text;
    };
    node.children.forEach(look);
    const { level = "", id = "" } = node.attributes;
    return { level, id, texts, attributes, components };
  };
  const [header, archdesc] = root.children;
  if (!header || !archdesc) throw new Error("no header or no description");
  return { header, fonds: component(archdesc) };
}

/** The components as an outline of names: `["g-I", ["f-a", ["i-1"]]]`. */
export type Outline = (string | Outline)[];

export function outlineOf({ components }: Component): Outline {
  return components.flatMap((one): Outline => {
    const within = outlineOf(one);
    return within.length === 0 ? [one.id] : [one.id, within];
  });
}

/** All components, each before those within it. */
export function allIn({ components }: Component): Component[] {
  return components.flatMap((one) => [one, ...allIn(one)]);
}
