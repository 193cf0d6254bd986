import { Check } from "typebox/value";
import { DeskFault } from "#shared/contract/fault.ts";
import {
  type EnrolAnswer,
  enrolAnswerSchema,
  type EnrolmentGiven,
  enrolmentProofText,
} from "#shared/keys/enrolment-file.ts";
import { signText } from "#shared/node/keys.ts";
import { WireFault } from "#shared/replication/sync-wire.ts";
import { greet } from "#electron/province/greet-province.ts";
import { faultOfStatus, toDeskFault } from "#electron/province/province-fault.ts";
import { type DeviceKeys, publicKeysOf } from "#electron/secrets/device-keys.ts";

const patience = 30_000;

/**
 * Greets the province of an enrolment file, and once it has proven its key asks to be let in with the file's secret.
 * Rejects with a `DeskFault`.
 */
export async function askToBeLetIn(
  enrolment: EnrolmentGiven,
  deviceId: string,
  keys: DeviceKeys,
): Promise<EnrolAnswer> {
  try {
    await greet(enrolment.keys, async (path) => {
      const response = await ask(enrolment.address, path);
      if (response.status !== 200) throw faultOfStatus(response.status, path);
      return await response.text();
    });
    const claim = { secret: enrolment.secret, deviceId, keys: publicKeysOf(keys) };
    const signature = signText("enrolment", enrolmentProofText(claim), keys.signing);
    const response = await ask(enrolment.address, "/enrol", { ...claim, signature });
    if (response.status === 403) throw new DeskFault("enrolment-refused", { detail: await response.text() });
    if (response.status !== 200) throw faultOfStatus(response.status, "/enrol");
    const answer: unknown = await response.json();
    if (!Check(enrolAnswerSchema, answer)) throw new WireFault("garbled", "/enrol: not of the protocol");
    return answer;
  } catch (error) {
    if (error instanceof WireFault || error instanceof DeskFault) throw toDeskFault(error);
    throw new DeskFault("province-garbled", {
      lasting: false,
      detail: "no answer of the protocol",
      cause: error,
    });
  }
}

async function ask(address: string, path: string, body?: object): Promise<Response> {
  const signal = AbortSignal.timeout(patience);
  const more = body && {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  };
  try {
    return await fetch(new URL(path, address), { redirect: "manual", signal, ...more });
  } catch (error) {
    throw new WireFault("unreachable", `${path}: no connection`, error);
  }
}
