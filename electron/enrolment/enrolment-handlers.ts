import type { Unit } from "#shared/archive/unit.ts";
import type { DeskHandlers, Emit } from "#shared/contract/desk.ts";
import type { EnrolmentRead } from "#shared/contract/enrolment.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { Session } from "#shared/contract/session.ts";
import { type EnrolmentFile, enrolmentText, readEnrolmentFile } from "#shared/keys/enrolment-file.ts";
import { keyMark } from "#shared/keys/key-text.ts";
import { verifyText } from "#shared/node/keys.ts";
import type { Connection } from "#electron/connection.ts";
import { provinceOrigin } from "#electron/province/province-address.ts";
import { deviceKeys } from "#electron/secrets/device-keys.ts";
import type { Secrets } from "#electron/secrets/secrets.ts";
import { provinceToken, type SettingsStore } from "#electron/settings.ts";
import { askToBeLetIn } from "./ask-to-be-let-in.ts";

type Parts = {
  settings: SettingsStore;
  secrets: Secrets;
  units: readonly Unit[];
  connection: Pick<Connection, "renew">;
  session: () => Promise<Session>;
  emit: Emit;
  now: () => number;
};

/** The calls by which this machine is let in by a province's enrolment file. */
export function enrolmentHandlers(parts: Parts): Pick<DeskHandlers, "enrolment.read" | "enrolment.use"> {
  const { settings, secrets } = parts;
  return {
    "enrolment.read": ({ text }) => examine(parts, text).said,
    async "enrolment.use"({ text, person }) {
      const { said, file } = examine(parts, text);
      if (!file || said.problem !== "") throw new DeskFault("enrolment-refused", { detail: said.problem });
      const { enrolment } = file;
      const { deviceId } = settings.current();
      const answer = await askToBeLetIn(enrolment, deviceId, await deviceKeys(secrets));
      await secrets.write(provinceToken, answer.token);
      const { address, keys, province } = enrolment;
      await settings.change({
        province: { address: provinceOrigin(address) ?? address, pin: keys, name: province },
        profile: { name: person.normalize("NFC").trim(), role: answer.role, scope: answer.scope },
      });
      parts.connection.renew();
      parts.emit("session.changed", {});
      return parts.session();
    },
  };
}

/** What a file says, whether it may be used, and the file where it is one. */
function examine(parts: Parts, text: string): { said: EnrolmentRead; file?: EnrolmentFile } {
  const read = readEnrolmentFile(text);
  if (!read.ok) return { said: { ...nothingSaid, problem: read.fault } };
  const file = read.value;
  const { province, address, keys, scope, role, name, expiresAt } = file.enrolment;
  const pin = parts.settings.current().province?.pin;
  const said = {
    ...{ province, address, scope, role, name, expiresAt },
    mark: keyMark(keys.signing),
    otherProvince: pin !== undefined && pin.signing !== keys.signing,
  };
  return { said: { ...said, problem: problemOf(parts, file) }, file };
}

function problemOf(parts: Parts, { enrolment, signature }: EnrolmentFile): EnrolmentRead["problem"] {
  if (!verifyText("enrolment", enrolmentText(enrolment), signature, enrolment.keys.signing))
    return "not-signed";
  if (enrolment.expiresAt <= new Date(parts.now()).toISOString()) return "expired";
  if (provinceOrigin(enrolment.address) === undefined) return "address-insecure";
  return parts.units.some(({ scope }) => scope === enrolment.scope) ? "" : "unit-unknown";
}

const nothingSaid = {
  ...{ province: "", address: "", mark: "", scope: "", name: "", expiresAt: "" },
  role: null,
  otherProvince: false,
};
