import { type Static, Type } from "typebox";
import { stackSides } from "#shared/archive/count-leaves.ts";
import { Choice } from "#shared/base/schema.ts";
import { capabilitiesSchema, scanSettingsSchema } from "#shared/capture/scan-settings.ts";
import { faultCodes } from "#shared/contract/fault.ts";
import { documentClasses } from "#shared/rules/scan-profiles.ts";

const nothing = Type.Object({});

/** What pages can be had from: programs and protocols of scanners, watched folders, the document camera. */
export const deviceKinds = ["sane", "escl", "naps2", "folder", "camera"] as const;

export type DeviceKind = (typeof deviceKinds)[number];

export const scanDeviceSchema = Type.Object({
  kind: Choice(deviceKinds),
  /** The adapter's own word for it; with the kind it names the device. */
  id: Type.String({ maxLength: 1000 }),
  name: Type.String(),
  /** False for one that was given by hand and does not answer now. */
  here: Type.Boolean(),
});

export type ScanDevice = Static<typeof scanDeviceSchema>;

const deviceKeySchema = Type.Object({
  kind: Choice(deviceKinds),
  id: Type.String({ minLength: 1, maxLength: 1000 }),
});

export const watchedFolderSchema = Type.Object({
  path: Type.String({ minLength: 1, maxLength: 1000 }),
  /** Taken files are moved into the subfolder `da-nhan` when they are stored. */
  move: Type.Boolean(),
});

export type WatchedFolder = Static<typeof watchedFolderSchema>;

/** The settings of each class on this machine, and whether only an administrator changes them. */
export const scanSetupSchema = Type.Object({
  profiles: Type.Object({ administrative: scanSettingsSchema, drawing: scanSettingsSchema }),
  locked: Type.Boolean(),
  lockedBy: Type.String(),
  /** ISO 8601; empty while open. */
  lockedAt: Type.String(),
});

export type ScanSetup = Static<typeof scanSetupSchema>;

export const sessionStates = ["feeding", "ended", "stopped", "failed", "interrupted"] as const;

/** One stretch of taking pages from one device. */
export const scanSessionSchema = Type.Object({
  id: Type.String(),
  kind: Choice(deviceKinds),
  deviceId: Type.String(),
  deviceName: Type.String(),
  documentClass: Choice(documentClasses),
  settings: scanSettingsSchema,
  batchId: Type.String(),
  /** The item that pages are put into; empty where they find theirs, or wait in the tray. */
  itemId: Type.String(),
  state: Choice(sessionStates),
  /** Why it failed (a fault code); empty otherwise. */
  fault: Type.Union([Choice(faultCodes), Type.Literal("")]),
  detail: Type.String(),
  startedAt: Type.String(),
  startedBy: Type.String(),
  endedAt: Type.String(),
  /** How its paper was scanned, by its settings or as a person said; empty where nobody knows. */
  sides: Choice(stackSides),
  /** How many pages are safe on this machine, and how many of them have their place. */
  saved: Type.Integer(),
  placed: Type.Integer(),
  refused: Type.Integer(),
});

export type ScanSession = Static<typeof scanSessionSchema>;

/** A page that a session made safe. */
export const scannedPageSchema = Type.Object({
  /** Place in the session, from 1. */
  ordinal: Type.Integer(),
  name: Type.String(),
  digest: Type.String(),
  size: Type.Integer(),
  savedAt: Type.String(),
  /** `waiting` until it is attached to an item, laid in the tray, or refused. */
  place: Choice(["waiting", "item", "tray", "separator", "refused"]),
  /** Why it was refused (a fault code); empty otherwise. */
  fault: Type.Union([Choice(faultCodes), Type.Literal("")]),
});

export type ScannedPage = Static<typeof scannedPageSchema>;

const targetFields = {
  batchId: Type.String({ maxLength: 40 }),
  itemId: Type.String({ maxLength: 40 }),
};

const started = Type.Object({ sessionId: Type.String() });

export const scanCalls = {
  /** Asks every adapter; takes some seconds. */
  "scan.devices": { input: nothing, output: Type.Array(scanDeviceSchema) },
  "scan.capabilities": { input: deviceKeySchema, output: capabilitiesSchema },
  /** Adds a network scanner by its address, after it answered. */
  "scan.addScanner": {
    input: Type.Object({ address: Type.String({ minLength: 1, maxLength: 300 }) }),
    output: scanDeviceSchema,
  },
  /** Adds a folder to watch, or changes what is done with its files. */
  "scan.addFolder": { input: watchedFolderSchema, output: scanDeviceSchema },
  /** Takes a scanner or folder that was given by hand off the list; what came from it stays. */
  "scan.forget": { input: deviceKeySchema, output: nothing },
  "scan.setup": { input: nothing, output: scanSetupSchema },
  /** Sets a class's settings; while locked, or to lock, the role of a checker or a province officer is needed. */
  "scan.saveProfile": {
    input: Type.Object({ documentClass: Choice(documentClasses), settings: scanSettingsSchema }),
    output: scanSetupSchema,
  },
  "scan.lock": { input: Type.Object({ locked: Type.Boolean() }), output: scanSetupSchema },
  /** Begins to feed pages from a device, or goes on with a session that ended early. */
  "scan.start": {
    input: Type.Object({
      device: deviceKeySchema,
      documentClass: Choice(documentClasses),
      settings: scanSettingsSchema,
      ...targetFields,
      /** The session to go on with; empty for a new one. */
      sessionId: Type.String({ maxLength: 40 }),
    }),
    output: started,
  },
  /** Stops a session after the page that is being fed. */
  "scan.stop": { input: started, output: nothing },
  /** Says how a session's paper was scanned; its pages that stand in items, and those still to come, follow. */
  "scan.saySides": {
    input: Type.Object({ sessionId: Type.String({ maxLength: 40 }), sides: Choice(stackSides) }),
    output: Type.Object({ pages: Type.Integer() }),
  },
  /** The latest sessions of a batch, latest first. */
  "scan.sessions": {
    input: Type.Object({ batchId: Type.String({ maxLength: 40 }) }),
    output: Type.Array(scanSessionSchema),
  },
  /** The last pages of a session, in the order of coming. */
  "scan.pages": {
    input: Type.Object({
      sessionId: Type.String({ maxLength: 40 }),
      last: Type.Integer({ minimum: 1, maximum: 500 }),
    }),
    output: Type.Array(scannedPageSchema),
  },
  /** Opens a session whose pages the screen brings: those of the document camera. */
  "scan.openCamera": {
    input: Type.Object({ name: Type.String({ minLength: 1, maxLength: 100 }), ...targetFields }),
    output: started,
  },
  /** Records a stored object as the next page of a camera's session; answered when the record is durable. */
  "scan.addShot": {
    input: Type.Object({ sessionId: Type.String({ maxLength: 40 }), digest: Type.String({ maxLength: 64 }) }),
    output: scannedPageSchema,
  },
} as const;
