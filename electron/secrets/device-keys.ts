import { type Static, Type } from "typebox";
import { Check } from "typebox/value";
import { keyTextSchema, type PublicKeys } from "#shared/keys/key-text.ts";
import { makeSealingKeys, makeSigningKeys } from "#shared/node/keys.ts";
import type { Secrets } from "./secrets.ts";

const pairSchema = Type.Object({ publicKey: keyTextSchema, privateKey: keyTextSchema });
const deviceKeysSchema = Type.Object({ signing: pairSchema, sealing: pairSchema });

/** The pairs by which this machine signs, and to which things are sealed for it. */
export type DeviceKeys = Static<typeof deviceKeysSchema>;

/** The name of the device's keys among the secrets. */
export const deviceKeysName = "device-keys";

/** This machine's keys, made here the first time they are wanted. */
export async function deviceKeys(secrets: Secrets): Promise<DeviceKeys> {
  const text = secrets.read(deviceKeysName);
  const known: unknown = text === undefined ? undefined : JSON.parse(text);
  if (Check(deviceKeysSchema, known)) return known;
  const made = { signing: makeSigningKeys(), sealing: makeSealingKeys() };
  await secrets.write(deviceKeysName, JSON.stringify(made));
  return made;
}

export function publicKeysOf({ signing, sealing }: DeviceKeys): PublicKeys {
  return { signing: signing.publicKey, sealing: sealing.publicKey };
}
