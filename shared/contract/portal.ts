import { type Static, Type } from "typebox";
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
