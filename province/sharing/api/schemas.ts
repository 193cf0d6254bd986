import { type Static, Type } from "typebox";
import { accessLevels } from "#shared/archive/access-level.ts";
import { documentTypeCodes, languageCodes, retentionCodes } from "#shared/archive/codes.ts";
import { Choice } from "#shared/base/schema.ts";
import { findingAidForms } from "#province/sharing/finding-aid/model.ts";

const text = Type.String();
const count = Type.Integer({ minimum: 0 });
const second = Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$" });
const id = Type.String({ minLength: 1, maxLength: 40 });

/** An item as partners are given it; texts are empty and counts 0 where nothing is known. */
export const sharedItemSchema = Type.Object({
  ...{ id, fileId: text, fondsId: text, scope: text, unitName: text, level: Choice(accessLevels) },
  ...{ ordinal: count, type: Choice(documentTypeCodes), typeName: text, number: text, symbol: text },
  ...{ issuedDate: text, issuer: text, subject: text, signer: text, language: Choice(languageCodes) },
  ...{ leaves: text, pageCount: count, keywords: text, autograph: text, note: text },
  ...{ hasPdf: Type.Boolean(), changedAt: second },
});

export type SharedItem = Static<typeof sharedItemSchema>;

/** A file as partners are given it. */
export const sharedFileSchema = Type.Object({
  ...{ id, fondsId: text, scope: text, unitName: text, level: Choice(accessLevels), code: text },
  ...{ notation: text, inventory: text, box: text, title: text, retention: Choice(retentionCodes) },
  ...{ language: Choice(languageCodes), startDate: text, endDate: text, leafCount: count, pageCount: count },
  ...{ keywords: text, note: text, changedAt: second },
});

export type SharedFile = Static<typeof sharedFileSchema>;

/** A fonds of which a partner is given anything. */
export const sharedFondsSchema = Type.Object({
  ...{ id, scope: text, unitName: text, code: text, archiveCode: text, name: text, dateSpan: text },
  ...{ history: text, languages: text },
});

export type SharedFonds = Static<typeof sharedFondsSchema>;

/** What was recognised on the pages of an item, in their order. */
export const sharedPagesSchema = Type.Array(Type.Object({ ordinal: count, text }));

export type SharedPages = Static<typeof sharedPagesSchema>;

/** Part of a list; `next` is the cursor of the part after it, empty at the end. */
const part = { next: Type.String({ maxLength: 500 }) };
const changes = { ...part, removed: Type.Array(text), until: second };

export const itemListSchema = Type.Object({ records: Type.Array(sharedItemSchema), ...changes });
export const fileListSchema = Type.Object({ records: Type.Array(sharedFileSchema), ...changes });
export const fondsListSchema = Type.Object({ records: Type.Array(sharedFondsSchema), ...part });
export const itemAnswerSchema = Type.Object({ ...sharedItemSchema.properties, pages: sharedPagesSchema });
export const fileAnswerSchema = Type.Object({ ...sharedFileSchema.properties, documents: Type.Array(text) });

const strict = { additionalProperties: false };
const cursor = Type.Optional(Type.String({ pattern: "^[A-Za-z0-9_-]{0,500}$" }));
const limit = Type.Optional(Type.String({ pattern: "^([1-9]|[1-9]\\d|1\\d\\d|200)$" }));
const code = Type.Optional(Type.String({ minLength: 1, maxLength: 40, pattern: "^[^\\u0000]+$" }));

/** What a list of changes is asked by; all texts, as they stand in an address. */
export const changesAskedSchema = Type.Object(
  { changedFrom: Type.Optional(second), fonds: code, district: code, cursor, limit },
  strict,
);
export const fondsAskedSchema = Type.Object({ cursor, limit }, strict);
export const oneAskedSchema = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 40, pattern: "^[^\\u0000]+$" }),
});

/** In which form the PDF of an item is wanted. */
export const pdfAskedSchema = Type.Object({ form: Type.Optional(Choice(["archival", "reading"])) }, strict);
export const pdfAnswerSchema = Type.Unsafe<unknown>({ type: "string", format: "binary" });

/** In which form of EAD a finding aid is wanted. */
export const findingAidAskedSchema = Type.Object({ format: Type.Optional(Choice(findingAidForms)) }, strict);
export const findingAidAnswerSchema = Type.Unsafe<unknown>({ type: "string" });

/** What is sought: words, of which kind and where; a part of what was found. */
export const searchAskedSchema = Type.Object(
  {
    q: Type.String({ minLength: 1, maxLength: 200, pattern: "^[^\\u0000]+$" }),
    kind: Type.Optional(Choice(["items", "files"])),
    district: code,
    from: Type.Optional(Type.String({ pattern: "^(0|[1-9]\\d{0,3})$" })),
    limit: Type.Optional(Type.String({ pattern: "^([1-9]|[1-9]\\d|100)$" })),
  },
  strict,
);

/** Records that were found, the best first; of `total`, which counts no further where there are `more`. */
export const searchAnswerSchema = Type.Object({
  records: Type.Array(
    Type.Union([
      Type.Object({ kind: Type.Literal("items"), ...sharedItemSchema.properties }),
      Type.Object({ kind: Type.Literal("files"), ...sharedFileSchema.properties }),
    ]),
  ),
  ...{ total: count, more: Type.Boolean() },
});

/** What is answered instead where it cannot be done. */
export const errorSchema = Type.Object({ code: text, detail: text });

const kinds = ["items", "files", "fonds"] as const;

/** Of which kind all records are wanted. */
export const exportAskedSchema = Type.Object({ kind: Choice(kinds) }, strict);

export type ExportKind = (typeof kinds)[number];

/** The last line of an export by the line: how many came before it, and the SHA-256 of their bytes. */
const exportEndSchema = Type.Object({
  kind: Type.Literal("end"),
  ...{ lines: count, sha256: Type.String({ pattern: "^[0-9a-f]{64}$" }), until: second },
});

/** A line of an export. */
export const exportLineSchema = Type.Union([
  Type.Object({ kind: Type.Literal("items"), ...itemAnswerSchema.properties }),
  Type.Object({ kind: Type.Literal("files"), ...sharedFileSchema.properties }),
  Type.Object({ kind: Type.Literal("fonds"), ...sharedFondsSchema.properties }),
  exportEndSchema,
]);

export type ExportLine = Static<typeof exportLineSchema>;
