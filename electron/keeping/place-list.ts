import { type Static, Type } from "typebox";
import { Check } from "typebox/value";
import { backupKeysSchema } from "#shared/node/backup-recovery.ts";
import type { KeyPair } from "#shared/node/keys.ts";
import type { Secrets } from "#electron/secrets/secrets.ts";
import type { Notes } from "./keeping-database.ts";

/** A folder that this desk is backed up to, as it is noted: its key is not. */
const notedSchema = Type.Object({
  id: Type.String(),
  folder: Type.String(),
  /** Whether it is backed up to by itself, day by day. */
  daily: Type.Boolean(),
  sealed: Type.Boolean(),
});

/** As it was noted once, its keys beside it. */
const formerSchema = Type.Object({
  ...Type.Omit(notedSchema, ["sealed"]).properties,
  keys: Type.Union([backupKeysSchema, Type.Null()]),
});

/** A place of backups. One that is sealed has keys where this machine still knows them. */
export type Place = Static<typeof notedSchema> & { keys: KeyPair | undefined };

export type PlaceList = {
  all(): Promise<Place[]>;
  keep(place: Place): Promise<void>;
  leave(id: string): Promise<void>;
};

const secretOf = (id: string) => `backup-key ${id}`;

/** Where this desk is backed up to. The keys of sealed sets are among the machine's secrets. */
export function openPlaceList(notes: Notes, secrets: Secrets): PlaceList {
  const noted = () => notes.read("places", Type.Array(notedSchema)) ?? [];
  const withKeys = (place: Static<typeof notedSchema>): Place => ({ ...place, keys: keysOf(place.id) });
  const keysOf = (id: string): KeyPair | undefined => {
    const text = secrets.read(secretOf(id));
    const keys: unknown = text === undefined ? undefined : JSON.parse(text);
    return Check(backupKeysSchema, keys) ? keys : undefined;
  };
  /** Keys that an earlier version noted in clear go among the secrets, first there and then from here. */
  const move = async () => {
    const former = notes.read("places", Type.Array(Type.Union([formerSchema, notedSchema]))) ?? [];
    if (!former.some((place) => "keys" in place)) return;
    for (const place of former) {
      if ("keys" in place && place.keys) await secrets.write(secretOf(place.id), JSON.stringify(place.keys));
    }
    notes.write(
      "places",
      former.map((place) => {
        const { id, folder, daily } = place;
        return { id, folder, daily, sealed: "keys" in place ? place.keys !== null : place.sealed };
      }),
    );
    notes.scrub();
  };
  let moved: Promise<void> | undefined;
  const ready = () => (moved ??= move());
  return {
    async all() {
      await ready();
      return noted().map(withKeys);
    },
    async keep({ id, folder, daily, sealed, keys }) {
      await ready();
      if (keys) await secrets.write(secretOf(id), JSON.stringify(keys));
      notes.write("places", [...noted().filter((one) => one.id !== id), { id, folder, daily, sealed }]);
    },
    async leave(id) {
      await ready();
      notes.write(
        "places",
        noted().filter((one) => one.id !== id),
      );
      await secrets.remove(secretOf(id));
    },
  };
}
