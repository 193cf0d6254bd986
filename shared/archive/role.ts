import type { Static } from "typebox";
import { Choice } from "#shared/base/schema.ts";

export const roles = [
  "commune-preparer",
  "district-checker",
  "capture-operator",
  "province-officer",
] as const;

export const roleSchema = Choice(roles);

export type Role = Static<typeof roleSchema>;
