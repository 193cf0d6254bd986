import { type CollectionName, collections, type Records } from "#shared/archive/collections.ts";
import { fold } from "#shared/base/fold.ts";

/** What the journal's reads look a record up by; empty where it has no such thing. */
type HeadKeys = { parent: string; batch: string; code: string; facet: string };

/** The keys of a record of a collection. */
export function headKeys<Name extends CollectionName>(collection: Name, record: Records[Name]): HeadKeys {
  const fields = new Map<string, unknown>(Object.entries(record));
  const text = (name: string) => {
    const value = fields.get(name);
    return typeof value === "string" ? value : "";
  };
  const ofFile = collection === "files";
  return {
    parent: text(collections[collection].parent),
    batch: ofFile ? text("batchId") : "",
    code: ofFile ? foldCode(text("code")) : "",
    facet: facetOf(collection, text, fields.get("claim")),
  };
}

/** The form in which codes are compared. */
export function foldCode(code: string): string {
  return fold(code).trim();
}

/** What a record counts as: `withdrawn`, a batch's state, an open claim, or which of `held` and `rendition` hold. */
function facetOf(collection: CollectionName, text: (name: string) => string, claim: unknown): string {
  if (text("withdrawn") !== "") return "withdrawn";
  if (collection === "batches") return text("state");
  if (collection === "conflicts") return text("standing");
  if (collection === "notes") return claimFacet(text, claim);
  const held = (collection === "items" || collection === "pages") && text("hold") !== "" ? "held" : "";
  const rendition = collection === "items" && text("renditionDigest") !== "" ? "rendition" : "";
  return [held, rendition].filter((word) => word !== "").join(" ");
}

/** The station at which a claim was made that was not let go, or that it was lost; empty for all other notes. */
function claimFacet(text: (name: string) => string, claim: unknown): string {
  if (text("kind") !== "claim" || typeof claim !== "object" || claim === null) return "";
  if (text("solvedAt") !== "") return "";
  const station: unknown = Reflect.get(claim, "station");
  return `claim:${text("lostTo") !== "" ? "lost" : String(station)}`;
}
