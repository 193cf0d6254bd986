import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { Compile } from "typebox/compile";
import { enrolDevice, enrolmentSchema, revokeDevice } from "./access/device.ts";
import type { Database } from "./store/database.ts";
import { migrate } from "./store/migrations.ts";

const shape = Compile(enrolmentSchema);

/**
 * `enrol --scope 52.550 --role district-checker --name "…"`: lets a device in and answers its id and its token,
 * which is shown this once and kept nowhere. `revoke --device ID` takes its tokens back.
 */
export async function runCommand(
  database: Database,
  command: "enrol" | "revoke",
  words: readonly string[],
  now: () => number,
): Promise<Record<string, string | number>> {
  await migrate(database, now);
  const { values } = parseArgs({
    args: [...words],
    options: {
      scope: { type: "string", default: "" },
      role: { type: "string", default: "" },
      name: { type: "string", default: "" },
      device: { type: "string", default: "" },
    },
  });
  if (command === "revoke") {
    return { deviceId: values.device, revoked: await revokeDevice(database, values.device, now()) };
  }
  const enrolment = {
    token: randomBytes(32).toString("base64url"),
    scope: values.scope,
    role: values.role,
    deviceId: values.device === "" ? `device-${randomBytes(8).toString("hex")}` : values.device,
    name: values.name,
  };
  if (!shape.Check(enrolment)) {
    const [first] = shape.Errors(enrolment);
    throw new Error(`not an enrolment: ${first ? `${first.instancePath} ${first.message}` : ""}`);
  }
  await enrolDevice(database, enrolment, now());
  return {
    deviceId: enrolment.deviceId,
    scope: enrolment.scope,
    role: enrolment.role,
    token: enrolment.token,
  };
}
