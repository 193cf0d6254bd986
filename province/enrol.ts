import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { Compile } from "typebox/compile";
import { Check } from "typebox/value";
import { roles } from "#shared/archive/role.ts";
import { enrolmentSchema as givenSchema } from "#shared/keys/enrolment-file.ts";
import { keyMark } from "#shared/keys/key-text.ts";
import { writeWhole } from "#shared/node/write-whole.ts";
import { enrolmentSchema, letDeviceIn, shutOutDevice } from "./access/device.ts";
import { giveEnrolment, replacedBy } from "./access/enrolment.ts";
import { openProvinceKeys } from "./access/keys.ts";
import { drawEnrolSheet } from "./enrol-sheet.ts";
import type { Settings } from "./settings.ts";
import type { Database } from "./store/database.ts";
import { byCommand, reasonGiven } from "./store/note-act.ts";
import { migrate } from "./store/migrations.ts";
import { unitsInForce } from "./store/units-in-force.ts";

const shape = Compile(enrolmentSchema);

/**
 * `enrol --scope 52.550 --role district-checker --name "…" --reason "…"`: lets a device in and answers its id and its token,
 * which is shown this once and kept nowhere. With `--file out.json` it writes a signed enrolment file instead, good
 * for one machine within `--days`, and `out.json.svg`, the same to print; `--address` is where the province is
 * reached, and `--replaces ID` revokes the lost machine whose place the new one takes. `revoke --device ID --reason "…"` takes
 * a device's tokens back. The reason stays in the audit, and without one nobody is let in or shut out.
 */
export async function runCommand(
  database: Database,
  command: "enrol" | "revoke",
  words: readonly string[],
  settings: Pick<Settings, "folder" | "name" | "address" | "resources">,
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
      file: { type: "string", default: "" },
      address: { type: "string", default: settings.address },
      replaces: { type: "string", default: "" },
      days: { type: "string", default: "7" },
      reason: { type: "string", default: "" },
    },
  });
  const reason = reasonGiven(values.reason);
  if (command === "revoke")
    return { deviceId: values.device, revoked: await shutOut(database, values.device, reason, now()) };
  if (values.file !== "") return writeFile(database, { ...values, reason }, settings, now);
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
  const { replaces } = values;
  const revoked = await database.transaction(async (inside) => {
    const why = { reason: replacedBy(enrolment.deviceId, reason), by: byCommand };
    const out = replaces === "" ? 0 : await shutOutDevice(inside, replaces, why, now());
    await letDeviceIn(inside, enrolment, { reason, by: byCommand }, now());
    return out;
  });
  return {
    deviceId: enrolment.deviceId,
    scope: enrolment.scope,
    role: enrolment.role,
    token: enrolment.token,
    ...(replaces === "" ? {} : { revoked }),
  };
}

function shutOut(database: Database, deviceId: string, reason: string, now: number): Promise<number> {
  return database.transaction((inside) => shutOutDevice(inside, deviceId, { reason, by: byCommand }, now));
}

async function writeFile(
  database: Database,
  values: Record<"scope" | "role" | "name" | "file" | "address" | "replaces" | "days" | "reason", string>,
  settings: Pick<Settings, "folder" | "name" | "resources">,
  now: () => number,
): Promise<Record<string, string | number>> {
  const { scope, name, address, replaces, reason } = values;
  const role = roles.find((known) => known === values.role);
  const days = Number(values.days);
  if (!role) throw new Error(`not a role: ${values.role}`);
  const isScope: boolean = Check(givenSchema.properties.scope, scope);
  if (!isScope) throw new Error(`not a scope: ${scope}`);
  if (!Number.isInteger(days) || days < 1 || days > 90) throw new Error("--days is from 1 to 90");
  const url = URL.parse(address);
  if (url?.protocol !== "https:" && url?.protocol !== "http:")
    throw new Error("--address (or MUCLUC_PROVINCE_ADDRESS) must be where machines reach the province");
  const { units } = await unitsInForce(database, settings.resources);
  const unitName = units.find((unit) => unit.scope === scope)?.name ?? "";
  const keys = await openProvinceKeys(settings.folder);
  const wanted = { province: settings.name, address: url.origin, scope, role, name, replaces, days, reason };
  const { file, revoked } = await giveEnrolment(database, keys, wanted, now());
  await writeWhole(values.file, `${JSON.stringify(file)}\n`);
  await writeWhole(`${values.file}.svg`, drawEnrolSheet(file, unitName));
  return {
    file: values.file,
    sheet: `${values.file}.svg`,
    scope,
    role,
    expiresAt: file.enrolment.expiresAt,
    keyMark: keyMark(file.enrolment.keys.signing),
    ...(replaces === "" ? {} : { revoked }),
  };
}
