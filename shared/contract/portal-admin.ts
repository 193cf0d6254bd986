import { type Static, Type } from "typebox";
import { portalConnectorsSchema } from "./portal-connectors.ts";
import { accessLevels } from "#shared/archive/access-level.ts";
import { roleSchema } from "#shared/archive/role.ts";
import { Choice, Said } from "#shared/base/schema.ts";
import { meaningStandingSchema, portalUnitSchema } from "#shared/contract/portal.ts";

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
  /** The machines within the administrator's scope whose clocks are off: how many, and the names of the furthest. */
  clocks: Type.Object({ total: count, names: Type.Array(Type.String()) }),
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
  /** The places where the last backup failed, and what was said of it then, the latest first. */
  failedBackups: Type.Array(Type.Object({ place: Type.String(), at: Type.String(), why: Type.String() })),
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
  /** That version is older than what is handed out needs: it keeps the rules that it has. */
  tooOld: Type.Boolean(),
  /** How far its clock was ahead of the province's (below zero: behind) and when; absent where it never said. */
  clock: Type.Optional(Type.Object({ aheadMs: Type.Integer(), at: Type.String() })),
  /** By its own word, the number of the pack of rules and of the amendment of units it applies; absent where it never said. */
  rules: Type.Optional(
    Type.Object({
      pack: count,
      /** Absent of a version of the program that applies none. */
      amended: Type.Optional(count),
      /** True where the province has handed out later ones. */
      behind: Type.Boolean(),
    }),
  ),
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
  /** What machines are given, 0 where there is none, and how many within the scope lack it or never said what they have. */
  rules: Type.Object({
    ...{ pack: count, amended: count, behind: count, silent: count },
    /** The least version of the program that may apply them; empty where nothing is handed out. */
    needs: Type.String(),
    /** How many within the scope run an older one. */
    tooOld: count,
  }),
  devices: Type.Array(portalDeviceSchema),
});

export type PortalDevices = Static<typeof portalDevicesSchema>;

/** Why an act of administration is done; it stays in the audit, and blanks around it do not count. */
export const actReasonSchema = Type.Object({ reason: Said(500) });

/** Which PDFs a partner is given: none, copies for reading, or what is archived too. */
export const partnerPdfs = ["none", "reading", "archival"] as const;

export type PartnerPdfs = (typeof partnerPdfs)[number];

/** A system that is given records: of which unit, up to which level, and why it was let in or its token taken back. */
const portalPartnerSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  scope: Type.String(),
  unitName: Type.String(),
  level: Choice(accessLevels),
  pdfs: Choice(partnerPdfs),
  createdAt: Type.String(),
  /** When it last asked for anything (ISO 8601); empty where never. */
  askedAt: Type.String(),
  revokedAt: Type.String(),
  /** Of the last act on it; empty where none was noted. */
  reason: Type.String(),
});

export type PortalPartner = Static<typeof portalPartnerSchema>;

/** The partners and the ways to other systems within the administrator's scope, and the units that one may be let in for. */
export const portalPartnersSchema = Type.Object({
  partners: Type.Array(portalPartnerSchema),
  connectors: portalConnectorsSchema,
  units: Type.Array(portalUnitSchema),
});

export type PortalPartners = Static<typeof portalPartnersSchema>;

/** Whom an administrator gives records to, and why; without `pdfs` no PDFs. */
export const newPartnerSchema = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 200 }),
  scope: Type.String({ maxLength: 24, pattern: "^[0-9A-Za-z]+(\\.[0-9A-Za-z]+){0,2}$" }),
  level: Choice(accessLevels),
  pdfs: Type.Optional(Choice(partnerPdfs)),
});

/** A partner's token, told this once. */
export const givenTokenSchema = Type.Object({ token: Type.String() });

/** The packs of rules that were handed out, at most 100, and the words that wait for a decision, by their units. */
export const portalPacksSchema = Type.Object({
  packs: Type.Array(
    Type.Object({
      version: Type.Integer(),
      issuedAt: Type.String(),
      issuedBy: Type.String(),
      /** Empty where none was noted. */
      reason: Type.String(),
      defaultProfile: Type.String(),
      /** Whether machines may choose another profile. */
      open: Type.Boolean(),
      /** The least version of the program that applies it. */
      needs: Type.String(),
      /** What it brings in place of the app's own; versions are 0 where it brings none. */
      parts: Type.Object({
        profiles: Type.Array(Type.String()),
        milestones: Type.Boolean(),
        priorities: Type.Integer(),
        retention: Type.Integer(),
        quality: Type.Integer(),
        batchSteps: Type.Boolean(),
      }),
    }),
  ),
  proposals: Type.Array(Type.Object({ scope: Type.String(), unitName: Type.String(), count })),
});

export type PortalPacks = Static<typeof portalPacksSchema>;
