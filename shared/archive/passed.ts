import { type Static, Type } from "typebox";
import { Text } from "#shared/base/schema.ts";

/**
 * What who took a batch's last step saw: all files in it, and of the files and items that ever were kept back when that
 * last changed. An authority that knows of more than that refuses the step; what was seen and changed comes after it.
 */
export const passedSchema = Type.Object({
  /** The state it was moved to. */
  to: Text(20),
  files: Type.Array(Text(40), { maxItems: 10_000 }),
  /** Where all batches of its fonds take the step together: the others that were seen. */
  beside: Type.Optional(Type.Array(Text(40), { maxItems: 10_000 })),
  holds: Type.Array(Type.Object({ id: Text(40), at: Text(30) }), { maxItems: 10_000 }),
});

export type Passed = Static<typeof passedSchema>;
