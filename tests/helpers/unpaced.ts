import { openUploadPacing } from "#electron/province/pace-uploads.ts";

/** The pace of a machine on which nobody set one. */
export const unpaced = openUploadPacing({
  facts: { read: () => "", write: () => undefined },
  now: () => Date.now(),
  recordsFirst: () => Promise.resolve(),
});
