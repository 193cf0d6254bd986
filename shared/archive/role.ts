import type { Static } from "typebox";
import { Choice } from "#shared/base/schema.ts";

/**
 * Who works on an archive's papers. `district-checker` is the district's Home Affairs Office that leads the center:
 * in a center of few people it does what its sorters, operators, checkers and approvers do elsewhere. The words are
 * those of machines that were let in long ago, and stay.
 */
export const roles = [
  "commune-preparer",
  "sorter",
  "capture-operator",
  "checker",
  "approver",
  "district-checker",
  "province-officer",
  "administrator",
] as const;

export const roleSchema = Choice(roles);

export type Role = Static<typeof roleSchema>;
