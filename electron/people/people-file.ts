import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Static, Type } from "typebox";
import { Check } from "typebox/value";
import { profileSchema } from "#shared/archive/profile.ts";
import { longestLockAfter, usualLockAfter } from "#shared/rules/people.ts";
import { writeWhole } from "#shared/node/write-whole.ts";
import { keptSecretSchema } from "#shared/node/kept-secret.ts";

const keptPersonSchema = Type.Object({
  id: Type.String({ minLength: 1 }),
  ...profileSchema.properties,
  head: Type.Boolean(),
  pin: Type.Union([keptSecretSchema, Type.Null()]),
  /** Wrong PINs in a row, and until when the next is not tried (ISO 8601, empty for now). */
  wrong: Type.Integer({ minimum: 0 }),
  waitUntil: Type.String(),
  /** Since when they do not work here any more (ISO 8601); empty for those who do. */
  left: Type.String(),
});

const keptSchema = Type.Object({
  format: Type.Literal(1),
  asksPins: Type.Boolean(),
  lockAfter: Type.Integer({ minimum: 0, maximum: longestLockAfter }),
  /** What the machine is towards the province, whoever works on it. */
  machine: Type.Union([Type.Pick(profileSchema, ["role", "scope"]), Type.Null()]),
  person: Type.String(),
  before: Type.String(),
  people: Type.Array(keptPersonSchema),
});

export type KeptPerson = Static<typeof keptPersonSchema>;
export type KeptPeople = Static<typeof keptSchema>;

export type PeopleFile = {
  current(): KeptPeople;
  /** Resolves when it is safe on disk; only then does it hold. Changes come one after the other. */
  change(edit: (people: KeptPeople) => KeptPeople): Promise<void>;
  /** True where a file is there and cannot be read. */
  damaged: boolean;
};

export const peopleFileName = "people.json";

const nobody: KeptPeople = {
  ...{ format: 1, asksPins: false, lockAfter: usualLockAfter },
  ...{ machine: null, person: "", before: "", people: [] },
};

/**
 * Opens `people.json` in the desk's folder. It is of the machine, not of the data: no backup carries it and no restore
 * puts another in its place.
 */
export async function openPeopleFile(folder: string): Promise<PeopleFile> {
  const path = join(folder, peopleFileName);
  const read = await readKept(path);
  let current = read ?? nobody;
  let work: Promise<void> = Promise.resolve();
  return {
    current: () => current,
    damaged: read === undefined,
    change(edit) {
      const done = work.then(async () => {
        const next = edit(current);
        await writeWhole(path, JSON.stringify(next, null, 2));
        current = next;
      });
      work = done.catch(() => undefined);
      return done;
    },
  };
}

async function readKept(path: string): Promise<KeptPeople | undefined> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return nobody;
    return undefined;
  }
  try {
    const value: unknown = JSON.parse(text);
    return Check(keptSchema, value) ? value : undefined;
  } catch {
    return undefined;
  }
}
