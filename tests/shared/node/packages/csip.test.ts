import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { expect, test } from "vitest";
import { openObjectStore } from "#shared/node/object-store.ts";
import { openPackage } from "#shared/node/packages/open-package.ts";
import { readSchemas } from "#shared/node/packages/read-schemas.ts";
import { verifyPackage } from "#shared/node/packages/verify-package.ts";
import { csipRules } from "#shared/package/check-csip.ts";
import type { PackageFault } from "#shared/package/package-report.ts";
import { vi } from "#shared/text/vi.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { brokenCsip } from "#tests/helpers/broken-csip.ts";
import {
  edit,
  type Parts,
  partsOf,
  pathLike,
  writeAsFolder,
  writeAsZip,
} from "#tests/helpers/package-parts.ts";
import { layOutSample, sampleModel } from "#tests/helpers/sample-package.ts";
import { below, type Node, readBySaxes } from "#tests/helpers/saxes-reader.ts";
import { withProgram } from "#tests/helpers/system-program.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const schemas = await readSchemas(resources);
const own = /^[^/]+\/METS\.xml$/u;
const rep = /rep1\/METS\.xml$/u;
const ead = /EAD\.xml$/u;
const link = "{http://www.w3.org/1999/xlink}";
const csip = "{https://DILCIS.eu/XML/METS/CSIPExtensionMETS}";

let made: Promise<Parts> | undefined;

/** A sound package of three documents, made once; each caller has a copy. */
async function soundParts(): Promise<Parts> {
  made ??= openObjectStore(join(temporaryFolder(), "objects")).then(async (objects) =>
    partsOf(objects, await layOutSample(await sampleModel(objects, 3), "sip-eark-csip")),
  );
  return new Map(await made);
}

async function faultsOf(path: string): Promise<PackageFault[]> {
  const opened = await openPackage(path);
  try {
    const report = await verifyPackage(opened, schemas);
    expect(report.kind).toBe("E-ARK SIP");
    return report.faults;
  } finally {
    opened.close();
  }
}

test("each requirement that is asked has a way to break it, and no ID stands twice", () => {
  const asked = csipRules.map(({ id }) => id);
  expect(Object.keys(brokenCsip).sort()).toEqual([...asked].sort());
});

test.each(Object.entries(brokenCsip))(
  "%s is named where it is broken, and little else",
  async (id, broken) => {
    const parts = await soundParts();
    edit(parts, broken.of === "representation" ? rep : own, broken.change);
    for (const write of [writeAsFolder, writeAsZip]) {
      const faults = await faultsOf(await write(parts));
      const rules = faults.filter(({ code }) => code === "csip-rule");
      const ids = rules.map(({ detail }) => detail.slice(0, detail.indexOf(":")));
      const told = faults.map(({ code, path, detail }) => `${code} ${path} ${detail}`).join("\n");
      expect(ids, told).toContain(id);
      expect(
        ids.filter((one) => one !== id && !broken.with?.includes(one)),
        told,
      ).toEqual([]);
      const others = faults.map(({ code }) => code).filter((code) => code !== "csip-rule");
      expect(
        others.filter((code) => !broken.also?.includes(code)),
        told,
      ).toEqual([]);
      for (const { path, detail } of rules)
        expect(vi.packages.faults["csip-rule"](path, detail)).toContain("E-ARK");
    }
  },
);

test("what its finding aid and its documents do not say alike is named", async () => {
  const told = async (spoil: (parts: Parts) => void) => {
    const parts = await soundParts();
    spoil(parts);
    const faults = await faultsOf(await writeAsZip(parts));
    return faults.map(({ code, path }) => `${code} ${path.slice(path.lastIndexOf("/") + 1)}`);
  };
  const inEad = (from: RegExp | string, to: string) => (parts: Parts) =>
    edit(parts, ead, (text) => text.replace(from, to));
  expect(await told(() => undefined)).toEqual([]);
  expect(await told(inEad(/<dao [^>]*\/>/u, ""))).toEqual(
    expect.arrayContaining(["unlinked EAD.xml:1", expect.stringMatching(/^unlinked .*\.1\.pdf$/u)]),
  );
  expect(await told(inEad("/data/H08", "/data/H09"))).toContain("unlinked EAD.xml:1");
  expect(await told(inEad(/\.0000002</u, ".0000001<"))).toEqual(["code-twice EAD.xml:2"]);
  expect(await told(inEad(/(encodinganalog="docCode">[^<]*)2016\.5/u, "$11994.5"))).toEqual([
    "code-differs EAD.xml:1",
  ]);
  expect(await told(inEad('normal="2016-03-15"', 'normal="1999-03-15"'))).toEqual(["date-outside EAD.xml:1"]);
  expect(await told(inEad('normal="2016-03-15"', 'normal="2016-02-31"'))).toEqual([
    "field-no-date EAD.xml:1",
    "date-outside EAD.xml:1",
  ]);
  expect(await told(inEad(/(encodinganalog="totalDoc">)3/u, "$14"))).toEqual(["total-differs EAD.xml"]);
  expect(await told(inEad(/<part>02<\/part>/u, "<part>99</part>"))).toEqual(["field-no-code EAD.xml:1"]);
  expect(await told(inEad(/<unittitle encodinganalog="title">[^<]*<\/unittitle>/u, ""))).toEqual([
    "field-missing EAD.xml",
  ]);
  // Unreadable, it is known by the profile that METS names.
  expect(await told(inEad("</ead>", ""))).toEqual(["description-missing METS.xml"]);
  expect(
    await told((parts) =>
      parts.set(pathLike(parts, /huong-dan/u).replace(/[^/]+$/u, "la.txt"), Buffer.from("x")),
    ),
  ).toEqual(["orphan la.txt"]);
  expect(
    await told((parts) => edit(parts, /PREMIS_rep1\.xml$/u, (text) => text.replace(/<size>/u, "<size>9"))),
  ).toEqual([expect.stringMatching(/^premis-differs .*\.1\.pdf$/u)]);
});

test("each of several representations is followed, whose pointers bear no ID", async () => {
  const parts = await soundParts();
  for (const [path, bytes] of [...parts])
    if (path.includes("/rep1/")) parts.set(path.replace("/rep1/", "/rep2/"), bytes);
  edit(parts, own, (text) => {
    const again = (part: string) =>
      part
        .replaceAll("rep1", "rep2")
        .replace(/ ID="/gu, ' ID="x')
        .replace(/title="/u, 'title="x');
    const [group = ""] = /<fileGrp [^>]*USE="Representations[\s\S]*?<\/fileGrp>/u.exec(text) ?? [];
    const [division = ""] = /<div [^>]*LABEL="Representations[\s\S]*?<\/div>/u.exec(text) ?? [];
    return text
      .replace(group, `${group}\n${again(group)}`)
      .replace(division, `${division}\n${again(division)}`);
  });
  const faults = await faultsOf(writeAsFolder(parts));
  expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(["unlinked"]));
  expect(faults.map(({ path }) => /rep2\/data/u.test(path))).toEqual([true, true, true]);
});

withProgram("xmllint")(
  "its METS files are valid by the schema of METS, and each of its texts is XML",
  async () => {
    const folder = writeAsFolder(await soundParts());
    const catalog = join(temporaryFolder(), "catalog.xml");
    const uri = `file://${join(resources, "packages", "schemas", "xlink.xsd")}`;
    const address = "http://www.loc.gov/standards/xlink/xlink.xsd";
    writeFileSync(
      catalog,
      `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><system systemId="${address}" uri="${uri}"/><uri name="${address}" uri="${uri}"/></catalog>`,
    );
    const official = join(resources, "packages", "schemas", "mets.xsd");
    const lint = (...argv: string[]) =>
      execFileSync("xmllint", ["--nonet", "--noout", ...argv], {
        env: { ...process.env, XML_CATALOG_FILES: catalog },
        stdio: ["ignore", "ignore", "pipe"],
      });
    for (const path of (await soundParts()).keys()) {
      if (/METS\.xml$/u.test(path)) lint("--schema", official, join(folder, path));
      else if (path.endsWith(".xml")) lint(join(folder, path));
    }
  },
);

test("a second reader finds in it what E-ARK and EAD3 say stands there, every reference with its size and digest", async () => {
  const parts = await soundParts();
  const tree = (pattern: RegExp) => readBySaxes(parts.get(pathLike(parts, pattern))?.toString() ?? "");
  const reached = new Set<string>();
  for (const pattern of [own, rep]) followMets(parts, pathLike(parts, pattern), tree(pattern), reached);
  const top = pathLike(parts, own);
  expect([...parts.keys()].filter((path) => path !== top && !reached.has(path))).toEqual([]);

  const root = tree(own);
  const folder = top.slice(0, top.indexOf("/"));
  expect(root.attributes).toMatchObject({
    ...{ OBJID: folder, TYPE: "Text", PROFILE: "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml" },
    ...{ [`${csip}CONTENTINFORMATIONTYPE`]: "OTHER", [`${csip}OTHERCONTENTINFORMATIONTYPE`]: "PDF/A" },
  });
  const [header] = below(root, "metsHdr");
  expect(header?.attributes[`${csip}OAISPACKAGETYPE`]).toBe("SIP");
  const agents = below(root, "agent").map((agent) => [
    ...["ROLE", "TYPE", "OTHERTYPE"].map((name) => agent.attributes[name] ?? ""),
    ...below(agent, "name").map(({ text }) => text),
    ...below(agent, "note").flatMap(({ text, attributes }) => [attributes[`${csip}NOTETYPE`] ?? "", text]),
  ]);
  const body = ["ORGANIZATION", "", "UBND xã Phước Lộc", "IDENTIFICATIONCODE", "G09"];
  expect(agents).toEqual([
    ["CREATOR", "OTHER", "SOFTWARE", "Mục Lục", "SOFTWARE VERSION", "0.1.0"],
    ["ARCHIVIST", ...body],
    ["CREATOR", ...body],
  ]);
  const groups = new Map(below(root, "fileGrp").map((one) => [one.attributes["USE"], one.attributes["ID"]]));
  expect([...groups.keys()]).toEqual(["Documentation", "Schemas", "Representations/rep1"]);
  const [map] = below(root, "structMap");
  expect(map?.attributes).toMatchObject({ TYPE: "PHYSICAL", LABEL: "CSIP" });
  const divisions = (map?.children[0]?.children ?? []).map((one) => [
    one.attributes["LABEL"],
    ...below(one, "fptr").map(({ attributes }) => attributes["FILEID"]),
    ...below(one, "mptr").flatMap(({ attributes }) => [
      attributes[`${link}title`],
      attributes[`${link}href`],
    ]),
  ]);
  expect(divisions).toEqual([
    ["Metadata"],
    ["Documentation", groups.get("Documentation")],
    ["Schemas", groups.get("Schemas")],
    ["Representations/rep1", groups.get("Representations/rep1"), "representations/rep1/METS.xml"],
  ]);

  const aid = tree(ead);
  expect(aid.name).toBe("{http://ead3.archivists.org/schema/}ead");
  expect(aid.children.map(({ name }) => name.replace(/^.*\}/u, ""))).toEqual(["control", "archdesc"]);
  const [archdesc] = below(aid, "archdesc");
  expect(archdesc?.attributes["level"]).toBe("file");
  const items = below(aid, "c");
  expect(items.map(({ attributes }) => attributes["level"])).toEqual(["item", "item", "item"]);
  const at = pathLike(parts, ead);
  for (const [place, item] of items.entries()) {
    expect(item.children[0]?.name).toContain("}did");
    const [date] = below(item, "unitdate");
    expect([date?.attributes["normal"], date?.text]).toEqual(["2016-03-15", "15/03/2016"]);
    expect(below(item, "unittitle").map(({ text }) => text)).toEqual([`Về việc "A & B" <${place + 1}>`]);
    expect(below(item, "language").map(({ attributes }) => attributes["langcode"])).toEqual(["vie"]);
    const [dao] = below(item, "dao");
    const target = posix.join(posix.dirname(at), decodeURIComponent(dao?.attributes["href"] ?? ""));
    expect(parts.get(target)?.toString()).toContain(`văn bản ${place + 1}`);
  }
  const events = [/PREMIS\.xml$/u, /PREMIS_rep1\.xml$/u].flatMap((one) => below(tree(one), "eventType"));
  expect(events.map(({ text }) => text)).toEqual(Array(2).fill("information package creation"));
  expect(parts.get(pathLike(parts, /huong-dan\.txt$/u))?.toString()).toContain("01 = Vĩnh viễn");
});

function followMets(parts: Parts, path: string, tree: Node, reached: Set<string>): void {
  const stated = [
    ...below(tree, "mdRef").map((one) => [one, one] as const),
    ...below(tree, "file").map((one) => [one, below(one, "FLocat")[0] ?? one] as const),
  ];
  expect(stated.length).toBeGreaterThan(3);
  for (const [{ attributes }, { attributes: place }] of stated) {
    const target = posix.join(posix.dirname(path), decodeURIComponent(place[`${link}href`] ?? ""));
    const bytes = parts.get(target);
    expect(bytes, target).toBeDefined();
    const digest = createHash("sha256")
      .update(bytes ?? "")
      .digest("hex")
      .toUpperCase();
    expect([attributes["SIZE"], attributes["CHECKSUMTYPE"], attributes["CHECKSUM"]]).toEqual([
      ...[String(bytes?.length), "SHA-256", digest],
    ]);
    for (const name of ["CREATED", "MIMETYPE"]) expect(attributes[name], `${target} ${name}`).toBeDefined();
    reached.add(target);
  }
}
