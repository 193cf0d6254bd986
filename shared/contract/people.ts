import { type Static, Type } from "typebox";
import { profileSchema } from "#shared/archive/profile.ts";
import { longestLockAfter } from "#shared/rules/people.ts";

const nothing = Type.Object({});
const id = Type.String({ minLength: 1, maxLength: 40 });
const pin = Type.String({ maxLength: 12 });

/** A person of a shared machine, as the screen may see them while it is locked. */
const personSchema = Type.Object({
  id,
  ...profileSchema.properties,
  /** Of those who rule the others: at least one has a PIN wherever PINs are asked for. */
  head: Type.Boolean(),
  hasPin: Type.Boolean(),
  /** Until when no PIN of theirs is tried (ISO 8601); empty where the next may come now. */
  waitUntil: Type.String(),
  /** False where their role or unit lies outside of the machine's. */
  fits: Type.Boolean(),
});

export type Person = Static<typeof personSchema>;

export const lockSchema = Type.Object({
  /** While it is, the desk answers nothing but `lock.read` and `lock.unlock`. */
  locked: Type.Boolean(),
  asksPins: Type.Boolean(),
  /** True where a person locked it, as to let another in; false where it locked itself. */
  wanted: Type.Boolean(),
  /** Who is at work, or was last; empty on a machine of one person. */
  person: Type.String(),
  /** Who was at work before them; empty where nobody was. */
  before: Type.String(),
  people: Type.Array(personSchema),
  /** Minutes; 0 where the screen does not lock by itself. */
  lockAfter: Type.Integer(),
  /** The role and unit that the machine has towards the province; those of people lie within. */
  machine: Type.Union([Type.Pick(profileSchema, ["role", "scope"]), Type.Null()]),
  /** True where the list of people is there and cannot be read: nobody is let in by guessing that there was none. */
  damaged: Type.Boolean(),
});

export type Lock = Static<typeof lockSchema>;

export const peopleCalls = {
  "lock.read": { input: nothing, output: lockSchema },
  /** Covers the screen. Refused where nobody is listed, for then nobody could open it. */
  "lock.lock": { input: nothing, output: lockSchema },
  /** A key or a click: the time until the screen locks by itself begins anew. */
  "lock.alive": { input: nothing, output: nothing },
  /** Lets a person go on, or takes up another's work. Fails with `pin-wrong`, `pin-wait`, `pin-missing`. */
  "lock.unlock": { input: Type.Object({ person: id, pin }), output: lockSchema },
  /** Minutes until the screen locks by itself; for heads. */
  "lock.setAfter": {
    input: Type.Object({ minutes: Type.Integer({ minimum: 0, maximum: longestLockAfter }) }),
    output: lockSchema,
  },
  /** Asks for PINs from now on: whoever is at work becomes a head with this PIN. */
  "people.askPins": { input: Type.Object({ pin }), output: lockSchema },
  /** Asks for none any more; for heads, by their own PIN. */
  "people.askNone": { input: Type.Object({ pin }), output: lockSchema },
  /** Adds a person (an empty id), or changes one; for heads. */
  "people.save": {
    input: Type.Object({
      id: Type.String({ maxLength: 40 }),
      ...profileSchema.properties,
      head: Type.Boolean(),
    }),
    output: lockSchema,
  },
  /** Sets one's own PIN, or as a head another's, whose waits are over with it; `own` is that of whoever is at work. */
  "people.setPin": { input: Type.Object({ person: id, pin, own: pin }), output: lockSchema },
  /** Takes a person off the list of those who work here; what they did stays under their name. For heads. */
  "people.leave": { input: Type.Object({ person: id }), output: lockSchema },
} as const;
