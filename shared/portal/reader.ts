import { type Static, Type } from "typebox";
import { Choice } from "#shared/base/schema.ts";

/**
 * Who reads in the province's portal: an official of a new commune, an archivist of the archive, and who lets people
 * in. They are people with names of their own, while the roles of `archive/role.ts` are those of machines.
 */
export const readerRoles = ["commune-reader", "archivist", "portal-administrator"] as const;

export type ReaderRole = (typeof readerRoles)[number];

/** What readers may do; the province asks it at each route, the portal shows what is left. */
export const readerActs = {
  search: readerRoles,
  /** Seeing identity numbers and documents of conditional use without a request. */
  "read-closed": ["archivist"],
  /** Finding documents whose batch was not accepted, or no longer is. */
  "read-unaccepted": ["archivist"],
  /** Asking for a copy for oneself. */
  "ask-copy": ["commune-reader"],
  /** Entering requests of people without an account, and deciding on all within one's scope. */
  "serve-copies": ["archivist"],
  /** Seeing requests: one's own, or those one decides on, and taking the steps that are open to one. */
  "see-copies": ["commune-reader", "archivist"],
  /** Making a link by which somebody without an account reads one document. */
  "share-links": ["archivist"],
  /** Seeing and withdrawing links: one's own, or those to documents within one's scope. */
  "see-links": ["archivist", "portal-administrator"],
  "keep-readers": ["portal-administrator"],
  /** Seeing how the province stands, and ruling its machines. */
  administer: ["portal-administrator"],
} as const satisfies Record<string, readonly ReaderRole[]>;

export type ReaderAct = keyof typeof readerActs;

export function mayRead(role: ReaderRole, act: ReaderAct): boolean {
  const allowed: readonly ReaderRole[] = readerActs[act];
  return allowed.includes(role);
}

/** Letters, digits, dots and dashes: what can be typed on any keyboard. */
export const loginPattern = "^[a-z0-9][a-z0-9.-]{1,39}$";

/** Whom an administrator lets in; the scope is a commune of after 1 July 2025, a district of before, or the province. */
export const newReaderSchema = Type.Object({
  login: Type.String({ pattern: loginPattern, maxLength: 40 }),
  name: Type.String({ minLength: 1, maxLength: 200 }),
  office: Type.String({ maxLength: 200 }),
  role: Choice(readerRoles),
  scope: Type.String({ maxLength: 24, pattern: "^[0-9A-Za-z]+(\\.[0-9A-Za-z]+){0,2}$" }),
});

export type NewReader = Static<typeof newReaderSchema>;

/** A person who may sign in to the portal. */
export const readerSchema = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 40 }),
  ...newReaderSchema.properties,
  /** The passphrase was given by another, and is to be changed at the next entry. */
  mustChange: Type.Boolean(),
  /** They sign in with a code of their phone beside the passphrase. */
  secondFactor: Type.Boolean(),
  /** They are to set up such a code first: the province asks it of their role. */
  mustProve: Type.Optional(Type.Boolean()),
  /** They may change it for another, but not turn it off: the province asks it of their role. */
  mustKeep: Type.Optional(Type.Boolean()),
  /** The provider by which they signed in asked a second factor of them, and the province trusts that. */
  provenElsewhere: Type.Optional(Type.Boolean()),
  /** When they were shut out (ISO 8601); empty for those who may enter. */
  closedAt: Type.String(),
});

export type Reader = Static<typeof readerSchema>;

/** Shortest passphrase, in characters (NIST SP 800-63B asks for eight, and for no rules beside the length). */
export const shortestPassphrase = 10;

/** Whether a person is to set up a second factor before anything else; asked of administrators where it is required. */
export function needsFactor(
  { role, secondFactor, provenElsewhere }: Pick<Reader, "role" | "secondFactor" | "provenElsewhere">,
  required: boolean,
): boolean {
  return required && role === "portal-administrator" && !secondFactor && provenElsewhere !== true;
}
