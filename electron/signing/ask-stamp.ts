import { createHash, randomBytes } from "node:crypto";
import { Integer, Null, OctetString } from "asn1js";
import { AlgorithmIdentifier, MessageImprint, TimeStampReq, TimeStampResp } from "pkijs";
import type { Stamp } from "./build-cms.ts";
import { oids } from "./oids.ts";
import { readStamp } from "./read-cms.ts";
import { SigningFault } from "./signing-fault.ts";

const patience = 20_000;
const mostBytes = 64 * 1024;
/** granted, and granted with changes. */
const granted = [0, 1];

/**
 * Asks a time-stamping authority over HTTP (RFC 3161). Only a token over these very bytes, whose own signature holds,
 * is given on.
 */
export function stampFrom(address: string): Stamp {
  return async (bytes) => {
    const nonce = randomBytes(8);
    nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x01;
    const request = new TimeStampReq({
      version: 1,
      messageImprint: new MessageImprint({
        hashAlgorithm: new AlgorithmIdentifier({ algorithmId: oids.sha256, algorithmParams: new Null() }),
        hashedMessage: new OctetString({
          valueHex: new Uint8Array(createHash("sha256").update(bytes).digest()),
        }),
      }),
      nonce: new Integer({ valueHex: new Uint8Array(nonce) }),
      certReq: true,
    });
    const answer = await ask(address, Buffer.from(request.toSchema().toBER()));
    let token: Buffer | undefined;
    try {
      const response = TimeStampResp.fromBER(new Uint8Array(answer));
      if (granted.includes(response.status.status) && response.timeStampToken) {
        token = Buffer.from(response.timeStampToken.toSchema().toBER());
      }
    } catch (error) {
      throw new SigningFault("stamp-failed", "no answer of an authority", error);
    }
    const stamp = token && readStamp(token, bytes);
    if (!token || !stamp) throw new SigningFault("stamp-failed", "no token over these bytes");
    if (!stamp.nonce?.equals(nonce)) throw new SigningFault("stamp-failed", "a token given before");
    return token;
  };
}

async function ask(address: string, request: Buffer): Promise<Buffer> {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/timestamp-query" },
      body: new Uint8Array(request),
      redirect: "error",
      signal: AbortSignal.timeout(patience),
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    const answer = Buffer.from(await response.arrayBuffer());
    if (answer.length > mostBytes) throw new Error("too long");
    return answer;
  } catch (error) {
    throw new SigningFault("stamp-failed", error instanceof Error ? error.message : "", error);
  }
}
