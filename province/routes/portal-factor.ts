import { Type } from "typebox";
import { actReasonSchema } from "#shared/contract/portal-admin.ts";
import type { FactorBegun, RecoveryCodes } from "#shared/contract/portal.ts";
import type { Reader } from "#shared/portal/reader.ts";
import { covers } from "#shared/archive/unit.ts";
import { personOf } from "#province/access/admit-readers.ts";
import { resetFactor } from "#province/access/let-in.ts";
import { checkPassphrase, findReader } from "#province/portal/readers.ts";
import { noteReading } from "#province/portal/readings.ts";
import type { Sealer } from "#province/portal/second-factor/seal-secret.ts";
import {
  beginFactor,
  confirmFactor,
  renewFactor,
  turnFactorOff,
  useCode,
} from "#province/portal/second-factor/second-factors.ts";
import { type App, type Province, Refused } from "./typed.ts";

const passphrase = Type.Object({ passphrase: Type.String({ minLength: 1, maxLength: 200 }) });
const both = Type.Object({
  passphrase: passphrase.properties.passphrase,
  code: Type.String({ minLength: 6, maxLength: 40 }),
});
const code = Type.Object({ code: Type.String({ minLength: 6, maxLength: 40 }) });
const params = Type.Object({ id: Type.String({ minLength: 1, maxLength: 40 }) });

/**
 * A second factor of one's own: begun with the passphrase, confirmed by a code; changed for another or turned off with
 * both; taken away by an administrator.
 */
export function addPortalFactorRoutes(
  app: App,
  { database, now }: Province,
  sealer: Sealer,
  mustProve: (reader: Reader) => boolean,
): void {
  /** Who holds the passphrase and the phone, or a recovery code: wrong tries wait as they do at the door. */
  const proven = async (reader: Reader, { passphrase, code }: { passphrase: string; code: string }) => {
    const second = (id: string) => useCode(database, sealer, id, code, now());
    await checkPassphrase(database, reader.login, passphrase, now(), second);
  };

  app.post("/portal/factor", { schema: { body: passphrase } }, async (request): Promise<FactorBegun> => {
    const reader = personOf(request);
    await checkPassphrase(database, reader.login, request.body.passphrase, now());
    return beginFactor(database, sealer, reader);
  });

  app.post(
    "/portal/factor/confirmed",
    { schema: { body: code } },
    async (request): Promise<RecoveryCodes> => {
      const reader = personOf(request);
      const given = await confirmFactor(database, sealer, reader, request.body.code, now());
      await noteReading(database, reader, "changed-reader", now(), { detail: "second factor on" });
      return given;
    },
  );

  app.post("/portal/factor/renewed", { schema: { body: both } }, async (request): Promise<FactorBegun> => {
    const reader = personOf(request);
    await proven(reader, request.body);
    return renewFactor(database, sealer, reader);
  });

  app.post("/portal/factor/off", { schema: { body: both } }, async (request) => {
    const reader = personOf(request);
    if (mustProve({ ...reader, secondFactor: false, provenElsewhere: false }))
      throw new Refused(409, "factor-required", "the province asks a second factor of this role");
    await proven(reader, request.body);
    await turnFactorOff(database, reader, now());
    await noteReading(database, reader, "changed-reader", now(), { detail: "second factor off" });
    return {};
  });

  app.post(
    "/portal/readers/:id/factor-reset",
    { schema: { params, body: actReasonSchema } },
    async (request) => {
      const { id } = request.params;
      const head = personOf(request);
      if (id === head.id) throw new Refused(409, "own-entry", "another administrator does this");
      const reader = await findReader(database, id);
      if (!reader || !covers(head.scope, reader.scope)) throw new Refused(404, "not-found", "no such reader");
      await resetFactor(database, reader, { by: head, reason: request.body.reason }, now());
      const detail = `took away the second factor of ${reader.login}`;
      await noteReading(database, head, "changed-reader", now(), { detail });
      return {};
    },
  );
}
