import { Type } from "typebox";
import { roleSchema } from "#shared/archive/role.ts";

/*
 * What a hub answers beside the province's routes (`shared/replication/wire.ts`), over TLS whose key is pinned:
 *
 *   GET  /hub             hubHelloSchema; open to strangers
 *   POST /hub/pair        pairRequestSchema → pairAnswerSchema; open to strangers, a few tries for each code
 *   GET  /hub/forwarded   forwardedSchema: what of the asking machine's scope the province holds by now
 */

/** The service type by which hubs are found (mDNS). */
export const hubService = "mucluc-hub";

/** Where a hub listens unless the port is taken. */
export const hubPort = 47_420;

const text = Type.String({ minLength: 1, maxLength: 200 });

export const hubHelloSchema = Type.Object({
  product: Type.Literal("mucluc-hub"),
  id: text,
  name: text,
  scope: Type.String({ maxLength: 24 }),
  /** To stretch the code with; empty while the hub takes no one in. */
  salt: Type.String({ maxLength: 40 }),
});

export const pairRequestSchema = Type.Object({
  deviceId: Type.String({ minLength: 1, maxLength: 40 }),
  name: text,
  person: Type.String({ maxLength: 200 }),
  scope: Type.String({ maxLength: 24, pattern: "^[0-9A-Za-z]+(\\.[0-9A-Za-z]+){1,2}$" }),
  role: roleSchema,
  nonce: Type.String({ pattern: "^[A-Za-z0-9_-]{32}$" }),
  proof: Type.String({ minLength: 43, maxLength: 43 }),
});

export const pairAnswerSchema = Type.Object({
  token: Type.String({ minLength: 43, maxLength: 43 }),
  proof: Type.String({ minLength: 43, maxLength: 43 }),
});
