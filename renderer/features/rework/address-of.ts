import type { Rework } from "#shared/contract/rework.ts";
import { toBatch, toFile, toReading } from "#renderer/app/addresses.ts";

/** Where a station mends what was sent back to it; where the checker looks again once it was answered. */
export function addressOf({ head, stand, batch, fileId, itemId, page }: Rework): string {
  const { pin, station } = head;
  if (!pin) return toBatch(batch.id);
  if (fileId === "") return "";
  if (stand !== "open") return itemId === "" ? toFile(fileId) : `/check/${batch.id}/items/${itemId}`;
  if (station === "indexing" || itemId === "") return toFile(fileId);
  if (station === "reading") return `${toReading(batch.id, itemId)}/${head.field || "number"}`;
  if (station === "quality") return `/quality/${batch.id}/pages/${pin.on === "pages" ? pin.id : ""}`;
  return `/capture/${batch.id}/items/${itemId}/${page || 1}`;
}
