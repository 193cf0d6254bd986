import { type Static, Type } from "typebox";
import { Choice } from "#shared/base/schema.ts";
import { catalogueHitSchema } from "#shared/contract/catalogue.ts";
import { readerSchema } from "#shared/portal/reader.ts";

/** A unit that a reader may be given, or that documents came from. */
export const portalUnitSchema = Type.Object({ scope: Type.String(), name: Type.String() });

export type PortalUnit = Static<typeof portalUnitSchema>;

export const readerListSchema = Type.Object({
  readers: Type.Array(readerSchema),
  /** Whom a reader may be let in for: the province and its former districts, and the communes of today. */
  units: Type.Array(portalUnitSchema),
});

export type ReaderList = Static<typeof readerListSchema>;

export const givenPassphraseSchema = Type.Object({ passphrase: Type.String() });

/** A document as it is shown: its description, how many pages there are to see, and why none are where that is so. */
export const portalItemSchema = Type.Object({
  hit: catalogueHitSchema,
  pages: Type.Integer(),
  /** `on-request`: read by who asks for a copy; `no-rendition`: its PDF/A has not come. Empty where pages are shown. */
  closed: Choice(["", "on-request", "no-rendition"]),
  /** Whether the file that it is in may be opened. */
  inFile: Type.Boolean(),
});

export type PortalItem = Static<typeof portalItemSchema>;

/** A file, with those of its documents that its reader may find: at most 100 at once, of `total`. */
export const portalFileSchema = Type.Object({
  hit: catalogueHitSchema,
  items: Type.Array(catalogueHitSchema),
  total: Type.Integer(),
});

export type PortalFile = Static<typeof portalFileSchema>;

/** Where sought words stand on a page: left, top, right, bottom in shares (0-1) of it. */
export const pageHitsSchema = Type.Object({
  hits: Type.Array(Type.Tuple([Type.Number(), Type.Number(), Type.Number(), Type.Number()])),
});
