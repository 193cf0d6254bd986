import { may } from "#shared/archive/permissions.ts";
import type { Role } from "#shared/archive/role.ts";

/** Whether a role sets the scan settings for others: it locks them, and changes them while they are locked. */
export function mayLockScans(role: Role): boolean {
  return may(role, "lock-scans");
}
