import { type Static, Type } from "typebox";
import { Check } from "typebox/value";
import { Choice } from "#shared/base/schema.ts";
import type { ListRequest } from "./read-request.ts";

/** How long a token may be used, in seconds. */
export const tokenHolds = 24 * 3600;

const second = Type.Integer({ minimum: 0, maximum: 253_402_300_799 });
const text = Type.String({ maxLength: 40, pattern: "^[^\\u0000]*$" });

/** All that the rest of a list is made of: nothing of it is kept here, and nothing in it lets anybody have more. */
const tokenSchema = Type.Object({
  verb: Choice(["ListRecords", "ListIdentifiers"]),
  prefix: Choice(["oai_dc", "ead"]),
  from: Type.Optional(second),
  until: Type.Optional(second),
  set: Type.Optional(Type.Object({ of: Choice(["fonds", "district"]), id: text })),
  after: Type.Object({ stamp: second, district: text, kind: Choice(["files", "items"]), id: text }),
  cursor: Type.Integer({ minimum: 0 }),
  /** The second at which it is too old. */
  expires: second,
});

type Token = Static<typeof tokenSchema>;

/** The token by which a list goes on after a place. */
export function writeResumption(
  request: ListRequest & Pick<Token, "after">,
  now: number,
): { token: string; expires: number } {
  const { verb, prefix, from, until, set, after, cursor } = request;
  const expires = Math.floor(now / 1000) + tokenHolds;
  const token: Token = {
    ...{ verb, prefix, after, cursor, expires },
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(set && { set }),
  };
  return { token: Buffer.from(JSON.stringify(token)).toString("base64url"), expires };
}

/** The request that a token goes on with; nothing where it is none, of another list, or too old. */
export function readResumption(
  token: string,
  verb: ListRequest["verb"],
  now: number,
): ListRequest | undefined {
  if (!/^[A-Za-z0-9_-]{1,2000}$/.test(token)) return undefined;
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(token, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
  if (!Check(tokenSchema, read) || read.verb !== verb || read.expires * 1000 < now) return undefined;
  const { prefix, from, until, set, after, cursor } = read;
  return { verb, prefix, from, until, set, after, cursor };
}
