import { type Static, Type } from "typebox";
import { roleSchema } from "#shared/archive/role.ts";
import { Choice } from "#shared/base/schema.ts";
import { lackingContentSchema } from "#shared/contract/lacking-content.ts";
import { collectionSchema } from "#shared/replication/messages.ts";

const nothing = Type.Object({});

/** A machine that is paired with this one, for which this one is the hub. */
export const pairedMachineSchema = Type.Object({
  deviceId: Type.String(),
  name: Type.String(),
  person: Type.String(),
  scope: Type.String(),
  role: roleSchema,
  pairedAt: Type.String(),
  /** When it last asked anything, to the minute (ISO 8601); empty before it did. */
  seenAt: Type.String(),
});

/** This machine as the hub of its centre. */
export const servingSchema = Type.Object({
  on: Type.Boolean(),
  /** Why it may not be the hub: nobody is set up, a role that decides on nothing, or it sends through another hub. */
  obstacle: Choice(["", "not-set-up", "role", "joined"]),
  /** Code of why it does not listen though it is on (a fault code); empty where it does. */
  problem: Type.String(),
  /** Where it is reached, to type at another machine: host and port. */
  addresses: Type.Array(Type.String()),
  /** Of its key, to compare by eye with what the other machine shows. */
  mark: Type.String(),
  /** The code of the moment; empty while there is none. */
  code: Type.String(),
  codeExpiresAt: Type.String(),
  triesLeft: Type.Integer(),
  /** True where the last code was shut after too many wrong tries. */
  locked: Type.Boolean(),
  machines: Type.Array(pairedMachineSchema),
});

/** The hub that this machine is paired with. */
export const joinedSchema = Type.Object({
  name: Type.String(),
  address: Type.String(),
  mark: Type.String(),
  pairedAt: Type.String(),
  /** False where a person chose to send straight to the province for the time being. */
  active: Type.Boolean(),
  /** True where this machine changed its unit or role since: it is to be paired anew. */
  otherUnit: Type.Boolean(),
});

export const hubStateSchema = Type.Object({
  serving: servingSchema,
  joined: Type.Union([joinedSchema, Type.Null()]),
});

export type HubState = Static<typeof hubStateSchema>;

export const foundHubSchema = Type.Object({ id: Type.String(), name: Type.String(), address: Type.String() });

/** A row that a paired machine sent and that the hub's journal does not hold: it waits for another, or was refused. */
const hubAsideRowSchema = Type.Object({
  collection: collectionSchema,
  id: Type.String(),
  /** What a person knows it by; empty where the row names nothing. */
  label: Type.String(),
  /** The name of the machine it is from; its id where that is not paired. */
  device: Type.String(),
  /** `held`, or why it was refused as `RefusedRecord.code`. */
  code: Type.String(),
  detail: Type.String(),
  /** Since when (ISO 8601). */
  at: Type.String(),
  waitsFor: Type.Optional(Type.Object({ collection: collectionSchema, id: Type.String() })),
  /** Of an acceptance that waits for content: what of it is not here. */
  lacks: Type.Optional(lackingContentSchema),
});

export type HubAsideRow = Static<typeof hubAsideRowSchema>;

const asideOfKind = Type.Object({ total: Type.Integer(), rows: Type.Array(hubAsideRowSchema) });

export const hubAsideSchema = Type.Object({ held: asideOfKind, refused: asideOfKind });

export type HubAside = Static<typeof hubAsideSchema>;

export const hubCalls = {
  "hub.read": { input: nothing, output: hubStateSchema },
  /** What paired machines sent and is not in this hub's journal, the latest 200 of each kind. */
  "hub.aside": { input: nothing, output: hubAsideSchema },
  /** Makes this machine the hub of its centre, or ends that; those who are paired stay so. */
  "hub.serve": { input: Type.Object({ on: Type.Boolean() }), output: hubStateSchema },
  /** A new code in the place of any before it: for one machine, ten minutes and five tries. */
  "hub.makeCode": { input: nothing, output: hubStateSchema },
  /** Lets a paired machine in no longer; what it brought stays. */
  "hub.unpair": { input: Type.Object({ deviceId: Type.String({ maxLength: 40 }) }), output: hubStateSchema },
  /** Looks on the network for hubs, for some seconds. */
  "hub.find": { input: nothing, output: Type.Object({ hubs: Type.Array(foundHubSchema) }) },
  /** Pairs this machine with the hub at an address by the code that it shows. */
  "hub.pair": {
    input: Type.Object({ address: Type.String({ maxLength: 200 }), code: Type.String({ maxLength: 40 }) }),
    output: hubStateSchema,
  },
  /** Sends through the hub, or straight to the province; the pairing stays. */
  "hub.use": { input: Type.Object({ active: Type.Boolean() }), output: hubStateSchema },
  /** Forgets the hub. What this machine holds stays, and goes to the province itself. */
  "hub.leave": { input: nothing, output: hubStateSchema },
} as const;
