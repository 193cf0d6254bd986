import type { Role } from "#shared/archive/role.ts";

/** Whether a person of this role enters and changes the inventory; the others read it. */
export function mayEdit(role: Role): boolean {
  return role === "commune-preparer" || role === "district-checker";
}
