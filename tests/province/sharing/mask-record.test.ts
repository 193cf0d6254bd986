import { expect, test } from "vitest";
import { maskedFile, maskedFonds, maskedItem } from "#province/sharing/mask-record.ts";
import { writeDublinCore } from "#province/sharing/oai/dublin-core.ts";
import { writeFile, writeFonds, writeItem } from "#province/sharing/write-shared.ts";
import { makeFile, makeFonds, makeItem, phuocLoc } from "#tests/province/world.ts";

const number = "211234567";
const said = `ông Bảy, CMND ${number}`;

test("no field in which people write keeps a number of a paper of identity, in whatever form a record leaves", () => {
  const item = maskedItem(
    makeItem("i", phuocLoc, {
      ...{ number, symbol: number, issuer: said, subject: said, signer: said },
      ...{ keywords: said, autograph: said, note: said },
    }),
  );
  const file = maskedFile(makeFile("f", phuocLoc, { title: said, keywords: said, note: said }));
  const fonds = maskedFonds(makeFonds("o", phuocLoc, { name: said, history: said }));
  const at = { district: "52.550", level: "open" as const };
  const ofItem = { ...at, kind: "items" as const, id: "i", item, file, fonds };
  const ofFile = { ...at, kind: "files" as const, id: "f", file, fonds };
  const names = { units: [], identifierOf: (kind: string, id: string) => `${kind}/${id}` };
  const left = [
    JSON.stringify([writeItem(ofItem, 0, []), writeFile(ofFile, 0, []), writeFonds(fonds, [])]),
    writeDublinCore(ofItem, names),
    writeDublinCore(ofFile, names),
  ].join("\n");
  expect(left).toContain("ông Bảy, CMND •••••••••");
  expect(left).not.toContain(number);
});
