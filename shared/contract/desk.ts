import { type Static, type TSchema, Type } from "typebox";
import { captureCalls } from "#shared/contract/capture.ts";
import { diagnosisCalls } from "#shared/contract/diagnosis.ts";
import { enrolmentCalls } from "#shared/contract/enrolment.ts";
import { freeingCalls } from "#shared/contract/freeing.ts";
import { formCalls, formProgressSchema } from "#shared/contract/forms.ts";
import { chaseCalls } from "#shared/contract/chase.ts";
import { custodyCalls } from "#shared/contract/custody.ts";
import { handoverCalls } from "#shared/contract/handovers.ts";
import { hubCalls } from "#shared/contract/hub.ts";
import { keepingCalls } from "#shared/contract/keeping.ts";
import { listingCalls } from "#shared/contract/listing.ts";
import { parcelCalls } from "#shared/contract/parcel.ts";
import { updateCalls } from "#shared/contract/update.ts";
import { peopleCalls } from "#shared/contract/people.ts";
import { pointCalls } from "#shared/contract/points.ts";
import { outboxCalls } from "#shared/contract/outbox.ts";
import { provinceCalls } from "#shared/contract/province.ts";
import { qualityCalls } from "#shared/contract/quality.ts";
import { completenessCalls } from "#shared/contract/completeness.ts";
import { costCalls } from "#shared/contract/cost.ts";
import { reportCalls } from "#shared/contract/reports.ts";
import { recordCalls } from "#shared/contract/records.ts";
import { scanCalls } from "#shared/contract/scan.ts";
import { claimCalls } from "#shared/contract/claims.ts";
import { reworkCalls } from "#shared/contract/rework.ts";
import { noteCalls } from "#shared/contract/notes.ts";
import { decisionCalls } from "#shared/contract/decisions.ts";
import { gapCalls } from "#shared/contract/gaps.ts";
import { shortageCalls } from "#shared/contract/shortages.ts";
import { signingCalls } from "#shared/contract/signing.ts";
import { packageCalls, packageProgressSchema, packageWritingSchema } from "#shared/contract/packages.ts";
import { renditionCalls, renditionProgressSchema } from "#shared/contract/renditions.ts";
import { trailCalls } from "#shared/contract/trail.ts";
import { schemeCalls } from "#shared/contract/scheme.ts";
import { sessionCalls } from "#shared/contract/session.ts";
import { uploadCalls } from "#shared/contract/uploads.ts";
import { workbookCalls, workbookProgressSchema } from "#shared/contract/workbook.ts";
import { collectionSchema } from "#shared/replication/messages.ts";

/** Every call from the screen to the desk: name → input and output. */
export const deskCalls = {
  ...sessionCalls,
  ...peopleCalls,
  ...enrolmentCalls,
  ...freeingCalls,
  ...parcelCalls,
  ...updateCalls,
  ...hubCalls,
  ...handoverCalls,
  ...custodyCalls,
  ...pointCalls,
  ...chaseCalls,
  ...uploadCalls,
  ...outboxCalls,
  ...recordCalls,
  ...trailCalls,
  ...keepingCalls,
  ...diagnosisCalls,
  ...listingCalls,
  ...formCalls,
  ...workbookCalls,
  ...schemeCalls,
  ...captureCalls,
  ...scanCalls,
  ...renditionCalls,
  ...noteCalls,
  ...claimCalls,
  ...reworkCalls,
  ...shortageCalls,
  ...decisionCalls,
  ...packageCalls,
  ...signingCalls,
  ...qualityCalls,
  ...completenessCalls,
  ...gapCalls,
  ...costCalls,
  ...reportCalls,
  ...provinceCalls,
} as const satisfies Record<string, { input: TSchema; output: TSchema }>;

export type CallName = keyof typeof deskCalls;
export type CallInput<Name extends CallName> = Static<(typeof deskCalls)[Name]["input"]>;
export type CallOutput<Name extends CallName> = Static<(typeof deskCalls)[Name]["output"]>;

/** The desk's handlers: a missing one does not compile. */
export type DeskHandlers = {
  [Name in CallName]: (input: CallInput<Name>) => Promise<CallOutput<Name>> | CallOutput<Name>;
};

/** Every event from the desk to the screen: name → what it says. Each means "ask again", and may be repeated. */
export const deskEvents = {
  "records.changed": Type.Object({ collection: collectionSchema }),
  "jobs.changed": Type.Object({}),
  "scan.changed": Type.Object({}),
  "sync.changed": Type.Object({}),
  "session.changed": Type.Object({}),
  /** The screen was locked or unlocked, or the people of this machine changed. */
  "lock.changed": Type.Object({}),
  "keeping.changed": Type.Object({}),
  "hub.changed": Type.Object({}),
  /** The databases are being encrypted: so many bytes of so many. */
  "keeping.encrypting": Type.Object({ done: Type.Integer(), total: Type.Integer() }),
  /** Other data have taken their place: the page begins anew. */
  "desk.reopened": Type.Object({}),
  "workbook.progress": workbookProgressSchema,
  "forms.progress": formProgressSchema,
  "renditions.progress": renditionProgressSchema,
  "signing.changed": Type.Object({}),
  "packages.progress": packageProgressSchema,
  "packages.writing": packageWritingSchema,
  "sample.progress": Type.Object({ done: Type.Integer(), total: Type.Integer() }),
} as const satisfies Record<string, TSchema>;

export type EventName = keyof typeof deskEvents;
export type EventValue<Name extends EventName> = Static<(typeof deskEvents)[Name]>;
export type Emit = <Name extends EventName>(name: Name, value: EventValue<Name>) => void;

/**
 * Bytes do not travel in calls. On both hosts the screen sends them with `POST objectPath`, body = the bytes
 * (answer: `storedObjectSchema`, given only when they are safe on disk), and shows them from
 * `objectPath/<digest>`; an object the province holds from `provinceObjectPath/<digest>`.
 */
export const objectPath = "/object";
export const provinceObjectPath = "/province-object";

export const storedObjectSchema = Type.Object({ digest: Type.String(), size: Type.Integer() });

export type StoredObject = Static<typeof storedObjectSchema>;
