import { type Static, Type } from "typebox";
import { provinceAsideCalls } from "#shared/contract/province-aside.ts";
import { provinceSameFondsCalls } from "#shared/contract/province-same-fonds.ts";
import { provinceTermCalls } from "#shared/contract/province-terms.ts";
import { provinceReportCalls } from "#shared/contract/reports.ts";
import { searchAnswerSchema, searchRequestSchema } from "#shared/contract/records.ts";

/** What the province holds of each district. */
export const provinceOverviewSchema = Type.Object({
  districts: Type.Array(
    Type.Object({
      scope: Type.String(),
      name: Type.String(),
      fonds: Type.Integer(),
      files: Type.Integer(),
      items: Type.Integer(),
      pages: Type.Integer(),
      /** Items whose PDF/A the province holds and has hashed itself. */
      renditions: Type.Integer(),
      bytes: Type.Integer(),
      batches: Type.Integer(),
      acceptedBatches: Type.Integer(),
      /** When the district's data last came in (ISO 8601); empty for never. */
      lastAt: Type.String(),
    }),
  ),
});

export type ProvinceOverview = Static<typeof provinceOverviewSchema>;

export const provinceBatchSchema = Type.Object({
  id: Type.String(),
  scope: Type.String(),
  unitName: Type.String(),
  number: Type.String(),
  name: Type.String(),
  state: Type.String(),
  files: Type.Integer(),
  items: Type.Integer(),
  renditions: Type.Integer(),
  lastAt: Type.String(),
});

export type ProvinceBatch = Static<typeof provinceBatchSchema>;

export const provinceBatchesSchema = Type.Object({ batches: Type.Array(provinceBatchSchema) });

export const provinceFondsSchema = Type.Object({
  id: Type.String(),
  scope: Type.String(),
  unitName: Type.String(),
  code: Type.String(),
  archiveCode: Type.String(),
  name: Type.String(),
  files: Type.Integer(),
  /** How many other fonds that the officer may read carry the same two codes. */
  sameCodes: Type.Integer(),
  /** When the province confirmed the codes (ISO 8601); empty while they are provisional. */
  codesConfirmedAt: Type.String(),
});

export type ProvinceFonds = Static<typeof provinceFondsSchema>;

/** Fonds at the province, those with provisional codes first; `waiting` of `total` are provisional. */
export const provinceFondsListSchema = Type.Object({
  fonds: Type.Array(provinceFondsSchema),
  waiting: Type.Integer(),
  total: Type.Integer(),
});

export type ProvinceFondsList = Static<typeof provinceFondsListSchema>;

/** The codes of a fonds as the officer sees them while confirming. */
export const fondsCodesSchema = Type.Object({
  code: Type.String({ maxLength: 13 }),
  archiveCode: Type.String({ maxLength: 13 }),
});

/** How a fonds stands after it was to be confirmed; `codesConfirmedAt` is empty where its codes had changed. */
export const confirmedFondsSchema = Type.Object({
  code: Type.String(),
  archiveCode: Type.String(),
  codesConfirmedAt: Type.String(),
});

export type ConfirmedFonds = Static<typeof confirmedFondsSchema>;

/** The province's own routes, asked through the desk by a province officer. */
export const provinceCalls = {
  ...provinceTermCalls,
  ...provinceSameFondsCalls,
  ...provinceReportCalls,
  ...provinceAsideCalls,
  "province.overview": { input: Type.Object({}), output: provinceOverviewSchema },
  "province.batches": {
    /** Empty scope for the whole province. */
    input: Type.Object({ scope: Type.String({ maxLength: 24 }) }),
    output: provinceBatchesSchema,
  },
  "province.fonds": { input: Type.Object({}), output: provinceFondsListSchema },
  /** Confirms the codes that were looked at; a fonds whose codes changed meanwhile stays provisional. */
  "province.confirmFonds": {
    input: Type.Object({ id: Type.String({ minLength: 1, maxLength: 40 }), ...fondsCodesSchema.properties }),
    output: confirmedFondsSchema,
  },
  "province.find": { input: searchRequestSchema, output: searchAnswerSchema },
} as const;
