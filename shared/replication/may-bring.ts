import type { CollectionName } from "#shared/archive/collections.ts";
import type { ArchiveRecord } from "#shared/archive/record.ts";
import type { Role } from "#shared/archive/role.ts";
import { mayWrite } from "#shared/archive/write-acts.ts";

/** What a machine wrote itself is its role's to write; it carries what others wrote, as a hub does. */
export function mayBring(
  device: { deviceId: string; role: Role },
  collection: CollectionName,
  record: ArchiveRecord,
): boolean {
  return record.deviceId !== device.deviceId || mayWrite(device.role, collection);
}
