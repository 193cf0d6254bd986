import { type Static, Type } from "typebox";
import { namePracticeNames } from "#shared/archive/document-name.ts";
import { templateLimit } from "#shared/archive/document-template.ts";
import { profileSchema } from "#shared/archive/profile.ts";
import { successorSchema } from "#shared/archive/successor.ts";
import { unitSchema } from "#shared/archive/unit.ts";
import { Choice } from "#shared/base/schema.ts";
import { lackingContentSchema } from "#shared/contract/lacking-content.ts";
import { collectionSchema } from "#shared/replication/messages.ts";
import { knownTermSchema, ruleDataSchema } from "#shared/rules/pack.ts";
import { ruleProfileNameSchema } from "#shared/rules/profile-name.ts";

const nothing = Type.Object({});

/** Of a machine's scope: records at the hub and, of them, at the province; and the objects that came from there. */
export const forwardedSchema = Type.Object({
  records: Type.Integer(),
  recordsAtProvince: Type.Integer(),
  objects: Type.Integer(),
  objectsAtProvince: Type.Integer(),
  /** True where the hub has a province to send to at all. */
  hasProvince: Type.Boolean(),
});

/** Where the rules in force come from, and the rules themselves. */
export const sessionRulesSchema = Type.Object({
  /** Version of the province's pack; 0 while the app's own rules are in force. */
  version: Type.Integer(),
  /** When and by whom the province set it, and when it came to this machine (ISO 8601). */
  issuedAt: Type.String(),
  issuedBy: Type.String(),
  receivedAt: Type.String(),
  /** True where this machine may choose another profile than the province's. */
  open: Type.Boolean(),
  /** The profile that holds where this machine has chosen none. */
  defaultProfile: ruleProfileNameSchema,
  /** True where the pinned key of the province signed them; false too where this machine holds none to check by. */
  proven: Type.Boolean(),
  /** Why what came last was not taken; empty where it was. */
  refusal: Choice(["", "unreadable", "unsigned", "forged", "older", "program"]),
  /** The number of the province's last amendment of the tables of units; absent while there is none. */
  units: Type.Optional(Type.Integer()),
  /** What could not be read of it, or which version of the program it needs. */
  refused: Type.String(),
  data: ruleDataSchema,
});

export type SessionRules = Static<typeof sessionRulesSchema>;

export const sessionSchema = Type.Object({
  version: Type.String(),
  host: Choice(["electron", "loopback"]),
  deviceId: Type.String(),
  /** Absent before the first run's questions are answered. */
  profile: Type.Union([profileSchema, Type.Null()]),
  /** The profile of rules in force on this machine. */
  ruleProfile: ruleProfileNameSchema,
  rules: sessionRulesSchema,
  /** How saved PDF/A are named on this machine unless a person says otherwise. */
  renditionNames: Choice(namePracticeNames),
  /** The centre's own template of names; empty where there is none. */
  renditionTemplate: Type.String(),
  /** `practice` is the province embedded in the app, for learning; it keeps nothing safe. */
  province: Type.Object({
    /** `hub`: a desk of the same centre stands in its place. */
    kind: Choice(["none", "practice", "real", "hub"]),
    state: Choice(["starting", "ready", "failed"]),
    address: Type.String(),
  }),
  keys: Type.Object({
    /** The province as its enrolment file names it, and the mark of its pinned key; empty where none was loaded. */
    provinceName: Type.String(),
    provinceMark: Type.String(),
    /** How the token and the keys of this machine are kept: encrypted by the system, or in a file of its user. */
    kept: Choice(["system", "file"]),
  }),
  /** Where the desk keeps its data, to show. */
  folder: Type.String(),
  /** The latest clock in the journal: the screen's own writes come after it, whatever the machine's clock says. */
  clock: Type.String(),
});

export type Session = Static<typeof sessionSchema>;

/** Progress of one thing at each of its places: how many are where. */
export const syncStatusSchema = Type.Object({
  /** Records safe in the journal. */
  savedRecords: Type.Integer(),
  /** When the last of them was made safe (ISO 8601); empty while there are none. */
  savedAt: Type.String(),
  /** Of the records this device must send: how many the province has acknowledged. */
  sentRecords: Type.Integer(),
  totalRecords: Type.Integer(),
  /** Of the objects this device must send: how many the province has answered with the same digest. */
  sentObjects: Type.Integer(),
  totalObjects: Type.Integer(),
  sentBytes: Type.Integer(),
  totalBytes: Type.Integer(),
  /** Records that come to a machine which never had them: it works with those that are here already. */
  receiving: Type.Optional(Type.Object({ done: Type.Integer(), total: Type.Integer() })),
  refusedRecords: Type.Integer(),
  /** Records that the province keeps until those come that they belong to; they count as not sent. */
  heldRecords: Type.Optional(Type.Integer()),
  /** Records of the province that this version of the app cannot read: kept aside, unchanged, and left out of `equal`. */
  asideRecords: Type.Optional(Type.Integer()),
  /**
   * The hub of the centre, where this machine sends to it: all that is called sent is at the hub. `forwarded` is what
   * the hub says that the province has of it; absent before it said so.
   */
  hub: Type.Optional(Type.Object({ name: Type.String(), forwarded: Type.Optional(forwardedSchema) })),
  /** True after a round in which desk and province compared equal digests and nothing waits. */
  equal: Type.Boolean(),
  /** `off`: no province. `waiting`: the last try failed; the next comes by itself. */
  state: Choice(["off", "idle", "working", "waiting"]),
  /** Code of the last failure (a fault code); empty when the last round succeeded. */
  problem: Type.String(),
  lastRoundAt: Type.String(),
  /** How far this machine's clock is ahead of the province's (below zero: behind); absent before they were compared. */
  clockAheadMs: Type.Optional(Type.Integer()),
});

export type SyncStatus = Static<typeof syncStatusSchema>;

/** A record that others wait for at the province, by what a person knows it by. */
export const waitedForSchema = Type.Object({
  collection: collectionSchema,
  id: Type.String(),
  label: Type.String(),
  /** Why the province does not take it, as `RefusedRecord.code`; empty where it only has not come yet. */
  code: Type.String(),
  /** Of an acceptance that waits for content: what of it is not known to have come there from this machine. */
  lacks: Type.Optional(lackingContentSchema),
});

/** A record that the province does not take, or not yet, by what a person knows it by, and why. */
export const refusedRecordSchema = Type.Object({
  collection: collectionSchema,
  id: Type.String(),
  label: Type.String(),
  /** A word for the reason (`held`: it waits for another); one of a later version is shown as the detail alone. */
  code: Type.String(),
  detail: Type.String(),
  /** Since when (ISO 8601). */
  at: Type.String(),
  /** When it is sent again by itself (ISO 8601); empty where only a change or a person's wish sends it again. */
  retryAt: Type.String(),
  /** Of a record that is held: the one it waits for. */
  waitsFor: Type.Optional(waitedForSchema),
});

export type RefusedRecord = Static<typeof refusedRecordSchema>;

export const sessionCalls = {
  "session.read": { input: nothing, output: sessionSchema },
  "session.save": { input: profileSchema, output: sessionSchema },
  /**
   * Sets the profile of rules in force; records already listed stay as they are. Refused where the province left no
   * choice.
   */
  "session.chooseRules": {
    input: Type.Object({ ruleProfile: ruleProfileNameSchema }),
    output: sessionSchema,
  },
  /** Sets how saved PDF/A are named; for those who check, here and at the province. */
  "session.nameRenditions": {
    input: Type.Object({
      practice: Choice(namePracticeNames),
      /** Kept with the choice; the one that is kept already where it is absent. */
      template: Type.Optional(Type.String({ maxLength: templateLimit })),
    }),
    output: sessionSchema,
  },
  /** Units in force in May 2025, all levels, as the province amended them. */
  "units.list": { input: nothing, output: Type.Array(unitSchema) },
  /** What became of each commune, through to those of today. */
  "units.successors": { input: nothing, output: Type.Array(successorSchema) },
  /** The words of the province's lists, as this desk last had them. */
  "terms.known": { input: nothing, output: Type.Array(knownTermSchema) },
  "sync.status": { input: nothing, output: syncStatusSchema },
  /** The records that the province does not take, the latest first, at most 200. */
  "sync.refused": { input: nothing, output: Type.Array(refusedRecordSchema) },
  "sync.now": { input: nothing, output: syncStatusSchema },
  /** Sets the province this desk syncs with; the token comes from the province's enrolment. */
  "province.enrol": {
    input: Type.Object({ address: Type.String({ maxLength: 500 }), token: Type.String({ maxLength: 500 }) }),
    output: sessionSchema,
  },
  /**
   * Loads the sample: makes scans with the sample generator, a fonds, files, items and a batch for the unit of
   * the profile. Idempotent: a second call answers the same ids.
   */
  "sample.load": {
    input: nothing,
    output: Type.Object({
      fondsId: Type.String(),
      batchId: Type.String(),
      /** Scans to import as if they came from a scanner: stored objects with their names. */
      scans: Type.Array(Type.Object({ digest: Type.String(), name: Type.String() })),
    }),
  },
} as const;
