import type { Digest } from "#shared/base/digest.ts";
import type { Item } from "#shared/archive/item.ts";
import { mayRead, type Reader } from "#shared/portal/reader.ts";
import { findReader } from "#province/portal/readers.ts";
import { findPdf } from "#province/sharing/find-pdf.ts";
import { readShared } from "#province/sharing/read-shared.ts";
import type { Province } from "#province/routes/typed.ts";
import type { ShareLink } from "./share-links.ts";

/** A document that may be read by a link, numbers of papers of identity hidden in its description, and its PDF/A. */
export type LinkedItem = { item: Item; digest: Digest };

/**
 * The document as whoever has least rights may read it: open, of an accepted batch, its PDF/A come, within the scope of
 * who shares it; by its records of this very moment. Nothing where it may not be read so.
 */
export async function findShareable(
  { database, objects }: Pick<Province, "database" | "objects">,
  sharer: Pick<Reader, "role" | "scope">,
  { district, id }: { district: string; id: string },
): Promise<LinkedItem | undefined> {
  if (!mayRead(sharer.role, "share-links")) return undefined;
  const reader = { scope: sharer.scope, upTo: "open", onlyAccepted: true, masked: true } as const;
  const [shared] = await readShared(database, reader, [{ district, kind: "items", id }]);
  if (shared?.kind !== "items") return undefined;
  const found = await findPdf({ database, objects }, shared);
  return found && { item: shared.item, digest: found.digest };
}

/** The document of a link, where it may be read still and who made the link is let in and may share it still. */
export async function findLinkedItem(
  province: Pick<Province, "database" | "objects">,
  { district, item, makerId }: Pick<ShareLink, "district" | "item" | "makerId">,
): Promise<LinkedItem | undefined> {
  const maker = await findReader(province.database, makerId);
  return maker && findShareable(province, maker, { district, id: item });
}
