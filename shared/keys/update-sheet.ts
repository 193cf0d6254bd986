import { type Static, Type } from "typebox";
import { Check } from "typebox/value";
import { canonicalJson } from "#shared/base/canonical.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { without } from "#shared/base/without.ts";
import { signatureTextSchema } from "./key-text.ts";

/** The province's signed word on one file that installs the program: carried beside it, it holds without a line. */
export const updateSheetSchema = Type.Object({
  kind: Type.Literal("update"),
  /** Of the file beside it: a name alone, no path. */
  name: Type.String({ pattern: '^[^./\\\\:*?"<>|\\u0000-\\u001f][^/\\\\:*?"<>|\\u0000-\\u001f]{0,199}$' }),
  version: Type.String({ pattern: "^[0-9]{1,5}\\.[0-9]{1,5}\\.[0-9]{1,5}$" }),
  size: Type.Integer({ minimum: 1 }),
  /** SHA-256, hexadecimal. */
  digest: Type.String({ pattern: "^[0-9a-f]{64}$" }),
  /** When it was approved (ISO 8601). */
  at: Type.String({ maxLength: 30 }),
  signature: signatureTextSchema,
});

export type UpdateSheet = Static<typeof updateSheetSchema>;

/** What the name of such a sheet ends with, after the name of its file. */
export const sheetEnding = ".phieu-duyet.json";

/** The text that the province signs. */
export function updateText(sheet: Omit<UpdateSheet, "signature"> | UpdateSheet): string {
  return canonicalJson("signature" in sheet ? without(sheet, "signature") : sheet);
}

/** Reads a sheet from a file. Its signature is yet to be checked. */
export function readUpdateSheet(text: string): Result<UpdateSheet, "not-a-sheet"> {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/u, "").trim());
    return Check(updateSheetSchema, value) ? ok(value) : fail("not-a-sheet");
  } catch {
    return fail("not-a-sheet");
  }
}
