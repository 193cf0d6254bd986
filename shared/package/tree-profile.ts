import { type Static, Type } from "typebox";
import { Parse } from "typebox/value";
import { Choice } from "#shared/base/schema.ts";
import ofAlias from "#resources/packages/bkhcn-7197.json" with { type: "json" };
import ofCodes from "#resources/packages/csdl-sohoa-codes.json" with { type: "json" };
import ofOrgans from "#resources/packages/csdl-sohoa-tt02.json" with { type: "json" };
import { fieldSchema } from "./package-profile.ts";

/**
 * A tree of folders with a table of all that is in it, as data. Templates hold words and names in braces; a folder is
 * named by each of `folders`, a document by `document` and `.pdf`.
 */
const treeProfileSchema = Type.Object({
  name: Type.String({ pattern: "^[a-z0-9-]+$" }),
  version: Type.Integer({ minimum: 1 }),
  kind: Choice(["CSDL_SOHOA", "BKHCN_7197"]),
  title: Type.String(),
  source: Type.String(),
  folders: Type.Array(Type.String()),
  document: Type.String(),
  /** Names of folders by code of retention. */
  retentionFolders: Type.Record(Type.String(), Type.String()),
  /** Words by code: the tables have the words. */
  lists: Type.Record(Type.String(), Type.Record(Type.String(), Type.String())),
  fonds: Type.Array(fieldSchema),
  file: Type.Array(fieldSchema),
  documents: Type.Array(fieldSchema),
});

export type TreeProfile = Static<typeof treeProfileSchema>;

export const treeProfileNames = ["csdl-sohoa-tt02", "csdl-sohoa-codes", "bkhcn-7197"] as const;

export type TreeProfileName = (typeof treeProfileNames)[number];

/** Trees by the metadata of TT 02/2019/TT-BNV, in two practices of naming, and the alias names of 7197/BKHCN-CĐSQG. */
export const treeProfiles: Record<TreeProfileName, TreeProfile> = {
  "csdl-sohoa-tt02": Parse(treeProfileSchema, ofOrgans),
  "csdl-sohoa-codes": Parse(treeProfileSchema, ofCodes),
  "bkhcn-7197": Parse(treeProfileSchema, ofAlias),
};

export function isTreeProfile(name: string): name is TreeProfileName {
  return treeProfileNames.some((known) => known === name);
}

/** The same as rules for values: each list as its codes. */
export function rulesOf({ file, documents, lists }: TreeProfile) {
  const codes = Object.entries(lists).map(([name, words]) => [name, Object.keys(words)] as const);
  return { file, document: documents, lists: Object.fromEntries(codes) };
}
