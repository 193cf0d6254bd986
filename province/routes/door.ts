import { Type } from "typebox";
import { type EnrolAnswer, enrolRequestSchema } from "#shared/keys/enrolment-file.ts";
import { helloText } from "#shared/keys/hello.ts";
import { signText } from "#shared/node/keys.ts";
import type { Hello } from "#shared/replication/wire.ts";
import { useEnrolment } from "#province/access/enrolment.ts";
import { publicKeysOf } from "#province/access/keys.ts";
import type { App, Province } from "./typed.ts";

const greeting = Type.Object({ nonce: Type.Optional(Type.String({ pattern: "^[A-Za-z0-9_-]{16,64}$" })) });

/** The two routes open to strangers: who the province is, proven by its key, and the door for a new machine. */
export function addDoorRoutes(
  app: App,
  province: Province,
  named: Pick<Hello, "version" | "name" | "practice">,
): void {
  const keys = publicKeysOf(province.keys);

  app.get("/hello", { schema: { querystring: greeting } }, ({ query: { nonce } }): Hello => {
    const hello = { product: "mucluc-province" as const, ...named, keys };
    if (nonce === undefined) return hello;
    return { ...hello, signature: signText("hello", helloText(nonce, hello), province.keys.signing) };
  });

  app.post("/enrol", { schema: { body: enrolRequestSchema } }, (request): Promise<EnrolAnswer> =>
    useEnrolment(province.database, request.body, province.now()),
  );
}
