import { type Static, Type } from "typebox";
import { roleSchema } from "#shared/archive/role.ts";
import { meaningStandingSchema } from "#shared/contract/portal.ts";

const count = Type.Integer({ minimum: 0 });

/** How the province is, as its administrators are told on the screen. */
export const portalHealthSchema = Type.Object({
  /** When it was looked at (ISO 8601). */
  at: Type.String(),
  checks: Type.Object({
    database: Type.Boolean(),
    objects: Type.Boolean(),
    room: Type.Boolean(),
    keys: Type.Boolean(),
  }),
  /** Bytes left where the objects are; absent where that cannot be told. */
  roomBytes: Type.Optional(count),
  /** Below this nothing is taken in. */
  leastRoom: count,
  standing: Type.Optional(
    Type.Object({
      wordsWaiting: count,
      catalogueWaiting: count,
      held: count,
      refused: count,
      devicesEnrolled: count,
      devicesSeen: count,
    }),
  ),
  meaning: Type.Optional(meaningStandingSchema),
  /** The audit of each district within the administrator's scope at its last walk; an empty `checkedAt` is of none. */
  audit: Type.Array(
    Type.Object({
      scope: Type.String(),
      name: Type.String(),
      checkedAt: Type.String(),
      entries: count,
      /** The first entry that does not follow from the one before it. */
      brokenAt: Type.Optional(count),
    }),
  ),
  /** The last backup of each place, the latest first. */
  backups: Type.Array(
    Type.Object({
      place: Type.String(),
      at: Type.String(),
      objects: count,
      objectBytes: count,
      missing: count,
      damaged: count,
    }),
  ),
});

export type PortalHealth = Static<typeof portalHealthSchema>;

/** A machine that was let in, and what became of it. */
const portalDeviceSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  scope: Type.String(),
  unitName: Type.String(),
  role: roleSchema,
  enrolledAt: Type.String(),
  /** When it last asked for anything (ISO 8601); empty where never. */
  seenAt: Type.String(),
  /** By which version of the program; empty where it never said. */
  version: Type.String(),
  /** Rows it sent that are not in the store. */
  held: count,
  refused: count,
  /** When, by whom and why it was shut out; empty where it was not, or where that was not noted. */
  revokedAt: Type.String(),
  revokedBy: Type.String(),
  reason: Type.String(),
});

export type PortalDevice = Static<typeof portalDeviceSchema>;

/** The machines within the administrator's scope, at most 1000 of `total`; those shut out come last. */
export const portalDevicesSchema = Type.Object({
  now: Type.String(),
  total: count,
  devices: Type.Array(portalDeviceSchema),
});

export type PortalDevices = Static<typeof portalDevicesSchema>;

/** Why an act of administration is done; it stays in the audit. */
export const actReasonSchema = Type.Object({ reason: Type.String({ minLength: 5, maxLength: 500 }) });
