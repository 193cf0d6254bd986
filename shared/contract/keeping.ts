import { type Static, Type } from "typebox";
import { Choice } from "#shared/base/schema.ts";

/** The disk of the desk's folder, in bytes: below `stopBelow` nothing more is taken in. */
export const roomReportSchema = Type.Object({
  free: Type.Number(),
  total: Type.Number(),
  stopBelow: Type.Number(),
  state: Choice(["good", "low", "stop"]),
  /** Size of the reserve that the journal may take up on a full disk; 0 while it is used up. */
  reserve: Type.Number(),
});

export type RoomReport = Static<typeof roomReportSchema>;

const roomAndAlarmSchema = Type.Object({
  ...roomReportSchema.properties,
  alarm: Choice(["none", "chain", "objects", "locked"]),
});

export type RoomAndAlarm = Static<typeof roomAndAlarmSchema>;

const generationSchema = Type.Object({
  name: Type.String(),
  /** When it was made (ISO 8601); empty where its manifest cannot be read. */
  madeAt: Type.String(),
  records: Type.Integer(),
  objects: Type.Integer(),
  bytes: Type.Number(),
  lacking: Type.Integer(),
});

export type Generation = Static<typeof generationSchema>;

const placeReportSchema = Type.Object({
  id: Type.String(),
  folder: Type.String(),
  daily: Type.Boolean(),
  sealed: Type.Boolean(),
  /** True where the province can open it for whoever forgot its passphrase. */
  recoverable: Type.Boolean(),
  /** False where the disk is not connected, or another one is in its place. */
  present: Type.Boolean(),
  /** True where it lies on the very disk of the data, and would go with it. */
  sameDisk: Type.Boolean(),
  free: Type.Number(),
  /** Newest first. */
  generations: Type.Array(generationSchema),
  /** When this machine last finished a backup there (ISO 8601); empty for never. */
  lastAt: Type.String(),
  /** Fault code of the last try; empty where it went well. */
  problem: Type.String(),
});

export type PlaceReport = Static<typeof placeReportSchema>;

/** What came of reading a whole backup back. */
export const drillReportSchema = Type.Object({
  generation: Type.String(),
  madeAt: Type.String(),
  records: Type.Integer(),
  entries: Type.Integer(),
  objects: Type.Integer(),
  bytes: Type.Number(),
  chainHolds: Type.Boolean(),
  wrong: Type.Array(Type.String()),
  wrongCount: Type.Integer(),
  lacking: Type.Integer(),
  /** True where every byte came back as it went in. */
  whole: Type.Boolean(),
  at: Type.String(),
});

export type DrillReport = Static<typeof drillReportSchema>;

export const keepingTasks = ["backup", "drill", "restore", "chain", "objects", "repair", "seal"] as const;

export type KeepingTask = (typeof keepingTasks)[number];

const chainReportSchema = Type.Object({
  entries: Type.Integer(),
  /** First entry that does not follow the one before it, or that is no longer there. */
  brokenAt: Type.Union([Type.Integer(), Type.Null()]),
  /** When it was last read on from where it was known to hold, and when last from its beginning (ISO 8601). */
  at: Type.String(),
  wholeAt: Type.String(),
});

export type ChainReport = Static<typeof chainReportSchema>;

const objectsReportSchema = Type.Object({
  /** Objects seen on this machine; how many were read and found whole within the last 30 days. */
  total: Type.Integer(),
  fresh: Type.Integer(),
  damaged: Type.Integer(),
  missing: Type.Integer(),
  /** When the oldest check that still counts was made (ISO 8601); empty while some were never checked. */
  oldestAt: Type.String(),
});

export type ObjectsReport = Static<typeof objectsReportSchema>;

const diskCiphers = ["encrypted", "plain", "unknown"] as const;

/** Whether the disk under the data is encrypted as a whole, as far as the system says. */
export type DiskCipher = (typeof diskCiphers)[number];

const databasesAtRest = ["plain", "encrypted", "partly"] as const;

/** How the journal and the other databases of this machine lie on its disk; `partly`: some could not be encrypted. */
export type DatabasesAtRest = (typeof databasesAtRest)[number];

const sealingReportSchema = Type.Object({
  /** `off`: objects lie plain; `locked`: sealed, and the passphrase was not entered since the start. */
  state: Choice(["off", "open", "locked"]),
  /** True where the system keeps the key: the passphrase is not asked for. */
  keptBySystem: Type.Boolean(),
  /** True where the province can open the key for whoever forgot the passphrase. */
  recoverable: Type.Boolean(),
  /** Objects that are sealed on the disk, and those that still lie plain. */
  sealed: Type.Integer(),
  plain: Type.Integer(),
  databases: Choice(databasesAtRest),
  /** Where the key lies, sealed. */
  folder: Type.String(),
  disk: Choice(diskCiphers),
});

export type SealingReport = Static<typeof sealingReportSchema>;

export const keepingStatusSchema = Type.Object({
  /** True where the journal could not be opened: nothing but repair and restore is possible. */
  rescue: Type.Boolean(),
  room: roomReportSchema,
  places: Type.Array(placeReportSchema),
  /** Hour of the daily backup, 0-23. */
  hour: Type.Integer(),
  task: Type.Union([
    Type.Null(),
    Type.Object({ kind: Choice(keepingTasks), done: Type.Integer(), total: Type.Integer() }),
  ]),
  chain: Type.Union([chainReportSchema, Type.Null()]),
  objects: objectsReportSchema,
  sealing: sealingReportSchema,
  drill: Type.Union([drillReportSchema, Type.Null()]),
  /** Former data that a restore or a repair moved aside, newest first. */
  aside: Type.Array(Type.String()),
});

export type KeepingStatus = Static<typeof keepingStatusSchema>;

/** An object that is damaged or missing, and a record that names it. */
const wrongObjectSchema = Type.Object({
  digest: Type.String(),
  state: Choice(["damaged", "missing"]),
  since: Type.String(),
  /** Which of a record's objects it is: `masterDigest`, `renditionDigest` …; empty where no record names it. */
  field: Type.String(),
  collection: Type.String(),
  id: Type.String(),
  /** The item and file it belongs to, and how the item is called; empty where there is none. */
  itemId: Type.String(),
  fileId: Type.String(),
  label: Type.String(),
});

export type WrongObject = Static<typeof wrongObjectSchema>;

const nothing = Type.Object({});
const reopening = Type.Object({ reopens: Type.Boolean() });
const folder = Type.String({ minLength: 1, maxLength: 1000 });
const passphrase = Type.String({ maxLength: 500 });
const generation = Type.String({ pattern: "^[0-9A-Za-z-]{1,40}$" });
const ofPlace = Type.Object({ id: Type.String({ maxLength: 40 }) });

export const keepingCalls = {
  /** The room on the disk, and whether a check found something that a person must look at. */
  "keeping.room": { input: nothing, output: roomAndAlarmSchema },
  "keeping.status": { input: nothing, output: keepingStatusSchema },
  /** Makes a folder a place of backups; a passphrase seals it. */
  "keeping.addPlace": { input: Type.Object({ folder, passphrase }), output: nothing },
  /** Backs up there no more; what is there stays. */
  "keeping.leavePlace": { input: ofPlace, output: nothing },
  "keeping.setDaily": {
    input: Type.Object({ hour: Type.Integer({ minimum: 0, maximum: 23 }) }),
    output: nothing,
  },
  "keeping.backup": { input: ofPlace, output: generationSchema },
  /** Restores the latest backup of a place into a folder of its own, reads everything back, and takes it away. */
  "keeping.drill": { input: ofPlace, output: drillReportSchema },
  /** What backups are in a folder. */
  "keeping.look": { input: Type.Object({ folder, passphrase }), output: Type.Array(generationSchema) },
  /** Restores a backup and, where it is whole, puts it in the place of the present data, which are moved aside. */
  "keeping.restore": { input: Type.Object({ folder, passphrase, generation }), output: drillReportSchema },
  /** Puts data that were moved aside back in their place. */
  "keeping.bringBack": { input: Type.Object({ aside: Type.String({ maxLength: 60 }) }), output: nothing },
  /** Makes a whole journal of what can still be read of a damaged one, which is moved aside. */
  "keeping.repair": {
    input: nothing,
    output: Type.Object({ entries: Type.Integer(), records: Type.Integer(), lost: Type.Integer() }),
  },
  "keeping.checkChain": { input: nothing, output: chainReportSchema },
  /** Reads all objects now, not only those that are due, and heals what it can. */
  "keeping.checkObjects": { input: nothing, output: objectsReportSchema },
  "keeping.wrongObjects": { input: nothing, output: Type.Array(wrongObjectSchema) },
  /** Whether this machine's data were copied from another machine or folder, so that two may go on as one device. */
  "keeping.machine": { input: nothing, output: Type.Object({ copied: Type.Boolean() }) },
  /** `moved`: the former one is used no more. `copy`: this one becomes a device of its own. */
  "keeping.settleMachine": { input: Type.Object({ answer: Choice(["moved", "copy"]) }), output: nothing },
  /**
   * Seals this machine's objects from now on, and those that are here, and its databases; later, sets another
   * passphrase. `reopens`: the desk closes for that and opens anew.
   */
  "keeping.sealObjects": { input: Type.Object({ passphrase }), output: reopening },
  /** Opens the sealed objects and databases by the passphrase, or the province's code. */
  "keeping.openObjects": { input: Type.Object({ passphrase }), output: reopening },
  "keeping.cancel": { input: nothing, output: nothing },
} as const;
