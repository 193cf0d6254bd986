import { type Static, Type } from "typebox";
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

/** The province's own reading routes, asked through the desk by a province officer. */
export const provinceCalls = {
  "province.overview": { input: Type.Object({}), output: provinceOverviewSchema },
  "province.batches": {
    /** Empty scope for the whole province. */
    input: Type.Object({ scope: Type.String({ maxLength: 24 }) }),
    output: provinceBatchesSchema,
  },
  "province.find": { input: searchRequestSchema, output: searchAnswerSchema },
} as const;
