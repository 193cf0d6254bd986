import { type Static, Type } from "typebox";
import { linkStateSchema } from "#shared/portal/share-link.ts";

const count = Type.Integer({ minimum: 0 });

/** A link to one document, as its officer and administrators see it; its secret is in no answer but the first. */
const portalLinkSchema = Type.Object({
  id: Type.String(),
  itemId: Type.String(),
  /** As it was when the link was made, with numbers of papers of identity hidden. */
  title: Type.String(),
  recipient: Type.String(),
  reason: Type.String(),
  by: Type.String(),
  /** When it was made and until when it holds (ISO 8601). */
  at: Type.String(),
  until: Type.String(),
  most: count,
  openings: count,
  /** When it was last opened; empty where never. */
  openedAt: Type.String(),
  state: linkStateSchema,
  /** When, by whom and why it was withdrawn; empty where it was not. */
  withdrawnAt: Type.String(),
  withdrawnBy: Type.String(),
  withdrawnWhy: Type.String(),
});

export type PortalLink = Static<typeof portalLinkSchema>;

/** The links that one made, of an administrator those to documents within their scope; the latest first, at most 500. */
export const portalLinksSchema = Type.Object({ links: Type.Array(portalLinkSchema) });

export type PortalLinks = Static<typeof portalLinksSchema>;

/** The secret of a link that was made, told this once, and until when it holds. */
export const givenLinkSchema = Type.Object({
  id: Type.String(),
  secret: Type.String(),
  until: Type.String(),
});

export type GivenLink = Static<typeof givenLinkSchema>;

/** What whoever has a link is told before they open it: who shares with whom, until when, how often it opens. */
export const sharedLookSchema = Type.Object({
  by: Type.String(),
  office: Type.String(),
  recipient: Type.String(),
  until: Type.String(),
  left: count,
});

export type SharedLook = Static<typeof sharedLookSchema>;

/** A document that was opened by a link, and the token by which its pages are asked for until `ends`. */
export const sharedOpenedSchema = Type.Object({
  ...sharedLookSchema.properties,
  token: Type.String(),
  ends: Type.String(),
  title: Type.String(),
  notation: Type.String(),
  date: Type.String(),
  issuer: Type.String(),
  pages: count,
});

export type SharedOpened = Static<typeof sharedOpenedSchema>;

/** The header that a page of an opened document is asked for with. */
export const openingHeader = "x-mucluc-opening";
