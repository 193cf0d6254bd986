import { type Static, Type } from "typebox";
import { roleSchema } from "#shared/archive/role.ts";

/** Who works on this machine, and where: asked at the first run. */
export const profileSchema = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 200 }),
  role: roleSchema,
  /** The unit's scope: province, district or commune. */
  scope: Type.String({ minLength: 2, maxLength: 24 }),
});

export type Profile = Static<typeof profileSchema>;
