import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, test } from "vitest";
import { openObjectStore } from "#shared/node/object-store.ts";
import type { PackageProfileName } from "#shared/package/package-profile.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { edit, type Parts, partsOf, pathLike, writeAsFolder } from "#tests/helpers/package-parts.ts";
import { layOutSample, sampleModel } from "#tests/helpers/sample-package.ts";
import { below, type Node, readBySaxes } from "#tests/helpers/saxes-reader.ts";
import { withProgram } from "#tests/helpers/system-program.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const link = "{http://www.w3.org/1999/xlink}href";
const mets = /METS\.xml$/u;

/** Elements in their order, out of the tables of TT 05/2025 (Phụ lục III and I), not out of the profiles. */
const orders = {
  "sip-hoso-tt05": {
    file: "fileCode title maintenance mode language startDate endDate keyword totalDoc numberOfPaper numberOfPage format inforSign confidenceLevel paperFileCode riskRecovery riskRecoveryStatus description",
    document:
      "docId docCode maintenance typeName codeNumber codeNotation issuedDate organName subject language numberOfPage inforSign keyword mode confidenceLevel autograph format riskRecovery riskRecoveryStatus process description",
  },
  "aip-hoso-tt05": {
    file: "arcFileCode title maintenance mode language startDate endDate keyword totalDoc numberOfPaper numberOfPage format inforSign confidenceLevel paperFileCode description riskRecovery riskRecoveryStatus",
    document:
      "arcFileCode mode language keyword numberOfPage format inforSign confidenceLevel description docCode docOrdinal typeName codeNumber codeNotation issuedDate organName subject autograph process",
  },
};

type Tt05 = keyof typeof orders;

async function parts(name: PackageProfileName): Promise<Parts> {
  const objects = await openObjectStore(join(temporaryFolder(), "objects"));
  return partsOf(objects, await layOutSample(await sampleModel(objects, 3), name));
}

function xmllint(schema: string, path: string): string {
  const catalog = join(temporaryFolder(), "catalog.xml");
  const address = "http://www.loc.gov/standards/xlink/xlink.xsd";
  const uri = `file://${join(resources, "packages", "schemas", "xlink.xsd")}`;
  writeFileSync(
    catalog,
    `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><system systemId="${address}" uri="${uri}"/><uri name="${address}" uri="${uri}"/></catalog>`,
  );
  try {
    execFileSync("xmllint", ["--nonet", "--noout", "--schema", schema, path], {
      env: { ...process.env, XML_CATALOG_FILES: catalog },
      stdio: ["ignore", "ignore", "pipe"],
    });
    return "";
  } catch (error) {
    return String((error as { stderr?: Buffer }).stderr ?? error);
  }
}

describe.each(Object.keys(orders) as Tt05[])("a package by %s", (name) => {
  withProgram("xmllint")("is valid by the schemas of METS, and by those that it brings", async () => {
    const whole = await parts(name);
    const folder = writeAsFolder(whole);
    const schema = (pattern: RegExp) => join(folder, pathLike(whole, pattern));
    const official = join(resources, "packages", "schemas", "mets.xsd");
    const checked = [...whole.keys()].flatMap((path): [string, string][] => {
      if (mets.test(path))
        return [
          [official, path],
          [schema(/mets1_12\.xsd$/u), path],
        ];
      if (/EAD_doc_[^/]*\.xml$/u.test(path)) return [[schema(/EAD_doc\.xsd$/u), path]];
      return /EAD\.xml$/u.test(path) ? [[schema(/EAD\.xsd$/u), path]] : [];
    });
    expect(checked).toHaveLength(8);
    for (const [xsd, path] of checked) expect(xmllint(xsd, join(folder, path)), path).toBe("");
    // What it refuses, it refuses.
    edit(whole, /rep1\/METS\.xml$/u, (text) => text.replace("<structMap ", '<structMap KIND="x" '));
    const path = pathLike(whole, /rep1\/METS\.xml$/u);
    expect(xmllint(official, join(writeAsFolder(whole), path))).toContain("KIND");
  });

  test("says to a second reader what is in it, byte for byte", async () => {
    const whole = await parts(name);
    const trees = new Map<string, Node>();
    for (const [path, bytes] of whole)
      if (path.endsWith(".xml")) trees.set(path, readBySaxes(bytes.toString()));
    const reached = new Set<string>();
    for (const [path, tree] of trees) if (mets.test(path)) followMets(whole, path, tree, reached);
    const top = pathLike(whole, /^[^/]+\/METS\.xml$/u);
    expect([...whole.keys()].filter((path) => path !== top && !reached.has(path))).toEqual([]);
    for (const [path, { name: root, children }] of trees) {
      if (!/EAD/u.test(path)) continue;
      const order = orders[name][path.endsWith("/EAD.xml") ? "file" : "document"];
      expect(root).toBe("{}simpledc");
      expect(children.map((child) => child.name.replace("{}", "")).join(" "), path).toBe(order);
    }
    const premis = [...trees].filter(([path]) => path.includes("PREMIS"));
    expect(premis).toHaveLength(name === "aip-hoso-tt05" ? 2 : 0);
    for (const [path, tree] of premis) checkPremis(whole, path, tree);
  });
});

/** Every reference with its size and digest, every ID, and the forms that the circular gives them. */
function followMets(whole: Parts, path: string, tree: Node, reached: Set<string>): void {
  expect(tree.name).toBe("{http://www.loc.gov/METS/}mets");
  const own = everything(tree).flatMap(({ attributes }) => attributes["ID"] ?? []);
  expect(new Set(own).size).toBe(own.length);
  for (const id of own) expect(id).toMatch(/^(uuid|ID)-[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/u);
  for (const { attributes } of everything(tree)) {
    for (const name of ["FILEID", "DMDID", "ADMID"])
      if (attributes[name] !== undefined) expect(own).toContain(attributes[name]);
    for (const name of ["CREATED", "CREATEDATE", "LASTMODDATE"])
      if (attributes[name] !== undefined)
        expect(attributes[name]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+\+07:00$/u);
  }
  const stated = [
    ...below(tree, "mdRef").map((one) => [one, one] as const),
    ...below(tree, "file").map((one) => [one, below(one, "FLocat")[0] ?? one] as const),
  ];
  expect(stated.length).toBeGreaterThan(3);
  for (const [{ attributes }, { attributes: place }] of stated) {
    const target = posix.join(posix.dirname(path), decodeURIComponent(place[link] ?? ""));
    const bytes = whole.get(target);
    expect(bytes, target).toBeDefined();
    expect(attributes["SIZE"]).toBe(String(bytes?.length));
    expect(attributes["CHECKSUMTYPE"]).toBe("SHA-256");
    expect(attributes["CHECKSUM"]).toBe(sha256(bytes));
    reached.add(target);
  }
}

/** One object a file with its size and digest; one event that links all of them; the agent that it names. */
function checkPremis(whole: Parts, path: string, tree: Node): void {
  expect(tree.name).toBe("{http://www.loc.gov/premis/v3}premis");
  expect(tree.attributes["version"]).toBe("3.0");
  const kinds = tree.children.map(({ name }) => name.slice(name.indexOf("}") + 1));
  expect([...new Set(kinds)]).toEqual(["object", "event", "agent"]);
  const text = (node: Node, name: string) => below(node, name).map((one) => one.text.trim());
  const [event] = below(tree, "event");
  if (!event) throw new Error("no event");
  expect(text(event, "eventType")).toEqual(["transfer"]);
  expect(text(tree, "agentIdentifierValue")).toEqual(text(event, "linkingAgentIdentifierValue"));
  expect(text(tree, "objectIdentifierValue")).toEqual(
    expect.arrayContaining(text(event, "linkingObjectIdentifierValue")),
  );
  const objects = below(tree, "object");
  for (const object of objects)
    expect(text(object, "linkingEventIdentifierValue")).toEqual(text(event, "eventIdentifierValue"));
  const files = objects.filter(({ attributes }) => Object.values(attributes).includes("file"));
  const data = path.includes("rep1") ? [...whole.keys()].filter((one) => one.endsWith(".pdf")) : [];
  expect(files).toHaveLength(data.length);
  for (const [place, one] of data.entries()) {
    const object = files[place] ?? tree;
    const names = object.children.map(({ name }) => name.slice(name.indexOf("}") + 1));
    expect(names.join(" ")).toBe(
      "objectIdentifier objectCharacteristics originalName linkingEventIdentifier",
    );
    expect(text(object, "originalName")).toEqual([posix.basename(one)]);
    expect(text(object, "size")).toEqual([String(whole.get(one)?.length)]);
    expect(text(object, "messageDigest")).toEqual([sha256(whole.get(one))]);
    expect(text(object, "objectIdentifierValue")[0]).toMatch(/\.\d{7}$/u);
  }
}

function everything(node: Node): Node[] {
  return [node, ...node.children.flatMap(everything)];
}

function sha256(bytes: Buffer | undefined): string {
  return createHash("sha256")
    .update(bytes ?? "")
    .digest("hex")
    .toUpperCase();
}
