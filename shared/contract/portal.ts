import { type Static, Type } from "typebox";
import { accessLevels } from "#shared/archive/access-level.ts";
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

export type GivenPassphrase = Static<typeof givenPassphraseSchema>;

/**
 * How the search by meaning stands: `off` where no model is installed or the database keeps no vectors, `away` while the
 * model does not answer, `making` until all that was there when it came can be found.
 */
const meaningStates = ["off", "away", "making", "on"] as const;

export type MeaningState = (typeof meaningStates)[number];

/** As `MeaningState`, for who watches over the province. */
export const meaningStandingSchema = Type.Object({
  state: Choice(meaningStates),
  /** Why it is off: no model is installed, PostgreSQL has no pgvector, or its owner may not turn it on. */
  why: Choice(["", "no-model", "no-extension", "not-allowed"]),
  model: Type.String(),
  /** Pieces of texts with a vector, and rows of the catalogue that are still to be looked at (counted to 100,000). */
  vectors: Type.Integer(),
  waiting: Type.Integer(),
});

export type MeaningStanding = Static<typeof meaningStandingSchema>;

export const portalMeaningSchema = Type.Object({ state: Choice(meaningStates) });

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

const fondsName = { id: Type.String(), code: Type.String(), name: Type.String() };

/** A fonds, as far as its reader finds anything of it: all entries that were decided to be one. */
export const portalFondsSchema = Type.Object({
  ...{ ...fondsName, archiveCode: Type.String(), dateSpan: Type.String(), history: Type.String() },
  /** The other entries of it; `part` where one is a part of the rest. */
  others: Type.Array(Type.Object({ ...fondsName, part: Type.Boolean() })),
  /** What of it its reader finds. */
  ...{ files: Type.Integer(), items: Type.Integer() },
  /** Where that is from, and which communes of today receive it; of `undecided` others may. */
  districts: Type.Array(Type.Object({ scope: Type.String(), name: Type.String(), count: Type.Integer() })),
  newCommunes: Type.Array(
    Type.Object({
      ...{ scope: Type.String(), name: Type.String(), count: Type.Integer(), undecided: Type.Integer() },
    }),
  ),
  /** What a finding aid up to each level holds that its reader may have; none where nothing of it is accepted. */
  aids: Type.Array(
    Type.Object({ level: Choice(accessLevels), files: Type.Integer(), items: Type.Integer() }),
  ),
});

export type PortalFonds = Static<typeof portalFondsSchema>;

/** Where sought words stand on a page: left, top, right, bottom in shares (0-1) of it. */
export const pageHitsSchema = Type.Object({
  hits: Type.Array(Type.Tuple([Type.Number(), Type.Number(), Type.Number(), Type.Number()])),
  /** The page is larger than A3: it is read in tiles. */
  large: Type.Boolean(),
});

/** What a large page is cut into, in the words of the IIIF Image API 3.0 (5, "Image Information"). */
export const pageTilesSchema = Type.Object({
  "@context": Type.Literal("http://iiif.io/api/image/3/context.json"),
  id: Type.String(),
  type: Type.Literal("ImageService3"),
  protocol: Type.Literal("http://iiif.io/api/image"),
  profile: Type.Literal("level0"),
  width: Type.Integer({ minimum: 1 }),
  height: Type.Integer({ minimum: 1 }),
  tiles: Type.Array(
    Type.Object({ width: Type.Integer({ minimum: 1 }), scaleFactors: Type.Array(Type.Integer()) }),
  ),
});

export type PageTilesInfo = Static<typeof pageTilesSchema>;

/** A second factor that was begun: its secret to type, and as the address that a QR code carries. */
export const factorBegunSchema = Type.Object({ secret: Type.String(), address: Type.String() });

export type FactorBegun = Static<typeof factorBegunSchema>;

/** Codes that let one in where the phone is not at hand, each once; told this once. */
export const recoveryCodesSchema = Type.Object({ recovery: Type.Array(Type.String()) });

export type RecoveryCodes = Static<typeof recoveryCodesSchema>;
