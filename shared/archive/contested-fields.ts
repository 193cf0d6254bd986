import type { Records } from "#shared/archive/collections.ts";
import type { ConflictSubject } from "#shared/archive/conflict.ts";

/**
 * The fields that people write, so that two values of one are a matter for a person. Left out are what machines find
 * or count (measures, digests, holds, receipts), what goes with a step (who received, when), what an authority rules
 * (a batch's state, a fonds' confirmation, a term's standing) and the places a record was filed under by its making.
 */
const contested: { readonly [Name in ConflictSubject]: readonly (keyof Records[Name])[] } = {
  fonds: [
    "code",
    "name",
    "archiveCode",
    "history",
    "dateSpan",
    "open",
    "keyGroups",
    "otherTypes",
    "languages",
    "findingAids",
    "paperTotal",
    "copiedPages",
    "note",
    "withdrawn",
  ],
  batches: ["number", "name", "note", "withdrawn"],
  files: [
    "batchId",
    "groupId",
    "code",
    "notation",
    "inventory",
    "box",
    "title",
    "retention",
    "access",
    "language",
    "startDate",
    "endDate",
    "leafCount",
    "pageCount",
    "condition",
    "priority",
    "arrangement",
    "frequentUse",
    "scopeReason",
    "location",
    "successor",
    "keywords",
    "note",
    "withdrawn",
  ],
  items: [
    "fileId",
    "ordinal",
    "type",
    "number",
    "symbol",
    "issuedDate",
    "issuer",
    "subject",
    "addressee",
    "signer",
    "language",
    "access",
    "condition",
    "leaves",
    "pageCount",
    "keywords",
    "autograph",
    "note",
    "keptBecause",
    "withdrawn",
  ],
  pages: ["itemId", "correction", "keptBecause", "notSecret", "verdict", "withdrawn"],
  exclusions: ["class", "metAt", "place", "note", "withdrawn"],
  groups: ["parentId", "notation", "title", "note", "withdrawn"],
  boxes: ["inventory", "number", "room", "shelf", "tier", "condition", "metres", "note", "withdrawn"],
  terms: ["label", "note"],
};

/** The fields of a collection of which two values are shown to a person; none for what is no subject of conflicts. */
export function contestedFields(collection: keyof Records): readonly string[] {
  return isContested(collection) ? contested[collection] : [];
}

/** Whether records of a collection can be the subject of conflicts. */
export function isContested(collection: keyof Records): collection is ConflictSubject {
  return Object.hasOwn(contested, collection);
}
