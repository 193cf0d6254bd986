import { type Static, Type } from "typebox";
import { actReasonSchema } from "#shared/contract/portal-admin.ts";
import { identityPattern } from "#shared/portal/identity.ts";

/** Whether people may sign in by a provider of the province, and the words on its button, empty for the usual ones. */
export const portalProviderSchema = Type.Object({ on: Type.Boolean(), button: Type.String() });

export type PortalProvider = Static<typeof portalProviderSchema>;

/** Where a browser signs in at the provider. */
export const providerBegunSchema = Type.Object({ address: Type.String() });

export type ProviderBegun = Static<typeof providerBegunSchema>;

/** As whom a person is known at the provider, and since when (ISO 8601) an account there is bound to them; empty: none. */
const portalIdentitySchema = Type.Object({
  readerId: Type.String(),
  noted: Type.String(),
  boundAt: Type.String(),
});

export type PortalIdentity = Static<typeof portalIdentitySchema>;

export const portalIdentitiesSchema = Type.Object({
  /** Without a provider there is nothing to note. */
  on: Type.Boolean(),
  identities: Type.Array(portalIdentitySchema),
});

export type PortalIdentities = Static<typeof portalIdentitiesSchema>;

/** What an administrator notes of a person, or an empty text where nothing is to be noted any more. */
export const identityNoteSchema = Type.Object({
  noted: Type.Union([Type.Literal(""), Type.String({ pattern: identityPattern, maxLength: 200 })]),
  ...actReasonSchema.properties,
});

export type IdentityNote = Static<typeof identityNoteSchema>;
