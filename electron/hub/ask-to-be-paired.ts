import { randomBytes } from "node:crypto";
import { type Static, type TSchema, Type } from "typebox";
import { Check } from "typebox/value";
import type { Profile } from "#shared/archive/profile.ts";
import { DeskFault, type FaultCode } from "#shared/contract/fault.ts";
import { hubHelloSchema, pairAnswerSchema } from "./hub-wire.ts";
import { isProof, proofOf, readPairingCode, stretchCode } from "./pairing-code.ts";
import { type HubPlace, openTunnel } from "./tunnel.ts";

/** A hub that has proven that it knows the code: who it is, by which key it is known, and the token it gave. */
export type Paired = { id: string; name: string; pin: string; token: string };

const patience = 20_000;
const refusalSchema = Type.Object({ code: Type.String() });

const refusals: Record<string, FaultCode> = {
  "no-code": "hub-code-none",
  locked: "hub-code-locked",
  wrong: "hub-code-wrong",
  "not-your-scope": "hub-other-unit",
  itself: "hub-itself",
};

/**
 * Asks the hub at a place to take this machine in. Both prove that they know the code, each over the key at the end of
 * the line as it sees it: whoever stands between two who know it, or guesses, gets nothing. Rejects with a `DeskFault`.
 */
export async function askToBePaired(
  place: HubPlace,
  typed: string,
  self: { deviceId: string; name: string; profile: Profile },
): Promise<Paired> {
  const code = readPairingCode(typed);
  if (code === undefined) throw new DeskFault("hub-code-wrong", { detail: "not of the form of a code" });
  const tunnel = await openTunnel({ place: () => place });
  try {
    const hello = await ask(tunnel.address, "/hub", hubHelloSchema);
    if (hello.salt === "") throw new DeskFault("hub-code-none", { detail: "the hub has no code" });
    const key = await stretchCode(code, hello.salt);
    const pin = tunnel.pin();
    const { name: person, scope, role } = self.profile;
    const nonce = randomBytes(24).toString("base64url");
    const words = { deviceId: self.deviceId, name: self.name, person, scope, role, nonce };
    const proof = proofOf(key, { ...words, side: "desk", pin });
    const answer = await ask(tunnel.address, "/hub/pair", pairAnswerSchema, { ...words, proof });
    if (!isProof(key, { side: "hub", pin, nonce, token: answer.token }, answer.proof))
      throw new DeskFault("hub-stranger", { detail: "the hub does not know the code" });
    return { id: hello.id, name: hello.name, pin, token: answer.token };
  } finally {
    await tunnel.close();
  }
}

async function ask<Schema extends TSchema>(
  address: string,
  path: string,
  schema: Schema,
  body?: object,
): Promise<Static<Schema>> {
  const more = body && {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  };
  let status: number;
  let value: unknown;
  try {
    const signal = AbortSignal.timeout(patience);
    const response = await fetch(new URL(path, address), { redirect: "manual", signal, ...more });
    status = response.status;
    value = JSON.parse((await response.text()).slice(0, 10_000));
  } catch (error) {
    throw new DeskFault("hub-unreachable", { lasting: false, detail: path, cause: error });
  }
  if (status === 200 && Check(schema, value)) return value;
  const why = Check(refusalSchema, value) ? refusals[value.code] : undefined;
  throw new DeskFault(why ?? "hub-failed", { lasting: why !== undefined, detail: `${path}: ${status}` });
}
