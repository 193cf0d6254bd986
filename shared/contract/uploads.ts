import { type Static, Type } from "typebox";
import { Choice } from "#shared/base/schema.ts";
import { uploadLimits, uploadPaceSchema } from "#shared/rules/upload-pace.ts";

const nothing = Type.Object({});

/** The pace of uploads as it is set on this machine, and what holds them back at this moment. */
export const uploadsSchema = Type.Object({
  pace: uploadPaceSchema,
  limit: Choice(uploadLimits),
  /** When uploads go on by the hours that were set (ISO 8601); empty where the hours do not hold them. */
  opensAt: Type.String(),
});

export type Uploads = Static<typeof uploadsSchema>;

export const uploadCalls = {
  "uploads.read": { input: nothing, output: uploadsSchema },
  /** Sets the pace on this machine; it holds at once, for what is under way too, and lasts. */
  "uploads.setPace": { input: uploadPaceSchema, output: uploadsSchema },
} as const;
