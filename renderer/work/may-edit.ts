import { may } from "#shared/archive/permissions.ts";
import type { Role } from "#shared/archive/role.ts";

/** Whether a person of this role enters and changes the inventory; the others read it. */
export function mayEdit(role: Role): boolean {
  return may(role, "list");
}
