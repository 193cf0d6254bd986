import type { Role } from "#shared/archive/role.ts";

/** Whether a role sets the scan settings for others: it locks them, and changes them while they are locked. */
export function mayLockScans(role: Role): boolean {
  return role === "district-checker" || role === "province-officer";
}
