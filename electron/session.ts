import { readDocumentTemplate } from "#shared/archive/document-template.ts";
import { mayNameRenditions } from "#shared/archive/document-name.ts";
import type { Successor } from "#shared/archive/successor.ts";
import type { Unit } from "#shared/archive/unit.ts";
import type { DeskHandlers, Emit } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { Session } from "#shared/contract/session.ts";
import { keyMark } from "#shared/keys/key-text.ts";
import type { Connection } from "#electron/connection.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { provinceOrigin } from "#electron/province/province-address.ts";
import type { RuleKeeper } from "#electron/province/rule-pack.ts";
import type { Secrets } from "#electron/secrets/secrets.ts";
import { provinceToken, type SettingsStore } from "#electron/settings.ts";

type SessionParts = {
  version: string;
  host: Session["host"];
  folder: string;
  settings: SettingsStore;
  units: readonly Unit[];
  successors: readonly Successor[];
  journal: Journal;
  connection: Connection;
  secrets: Secrets;
  rules: Pick<RuleKeeper, "rules" | "terms">;
  emit: Emit;
};

/** The calls about who works here, where, and with which province. */
export function sessionHandlers(
  parts: SessionParts,
): Pick<
  DeskHandlers,
  | "session.read"
  | "session.save"
  | "session.chooseRules"
  | "session.nameRenditions"
  | "units.list"
  | "units.successors"
  | "terms.known"
  | "province.enrol"
> {
  const { settings, connection, emit } = parts;
  const read = (): Session => {
    const rules = parts.rules.rules();
    const pin = settings.current().province?.pin;
    const chosen = rules.open ? settings.current().ruleProfile : null;
    return {
      version: parts.version,
      host: parts.host,
      deviceId: settings.current().deviceId,
      profile: settings.current().profile,
      ruleProfile: chosen ?? rules.defaultProfile,
      rules,
      renditionNames: settings.current().renditionNames ?? "plain",
      renditionTemplate: settings.current().renditionTemplate ?? "",
      province: connection.state(),
      keys: {
        provinceName: settings.current().province?.name ?? "",
        provinceMark: pin ? keyMark(pin.signing) : "",
        kept: parts.secrets.kind,
      },
      folder: parts.folder,
      clock: parts.journal.stamp("").clock,
    };
  };
  return {
    "session.read": read,
    "session.save": async (profile) => {
      if (!parts.units.some((unit) => unit.scope === profile.scope)) {
        throw new DeskFault("bad-call", { detail: "no such unit" });
      }
      await settings.change({ profile: { ...profile, name: profile.name.normalize("NFC").trim() } });
      connection.renew();
      emit("session.changed", {});
      return read();
    },
    "session.chooseRules": async ({ ruleProfile }) => {
      if (!parts.rules.rules().open) {
        throw new DeskFault("bad-call", { detail: "the province left no choice of rules" });
      }
      await settings.change({ ruleProfile });
      emit("session.changed", {});
      return read();
    },
    "session.nameRenditions": async ({ practice, template }) => {
      const role = settings.current().profile?.role;
      if (!role || !mayNameRenditions(role))
        throw new DeskFault("bad-call", { detail: "the role does not name files" });
      const own = template ?? settings.current().renditionTemplate ?? "";
      if (practice === "template" || template !== undefined) {
        const read = readDocumentTemplate(own);
        if (!read.ok) throw new DeskFault("bad-call", { detail: `${read.fault.problem} ${read.fault.at}` });
      }
      await settings.change({
        renditionNames: practice,
        ...(own === "" ? {} : { renditionTemplate: own.normalize("NFC").trim() }),
      });
      emit("session.changed", {});
      return read();
    },
    "units.list": () => [...parts.units],
    "units.successors": () => [...parts.successors],
    "terms.known": () => [...parts.rules.terms()],
    "province.enrol": async ({ address, token }) => {
      if (address.trim() === "") {
        await settings.change({ province: null });
        await parts.secrets.remove(provinceToken);
      } else {
        const province = { address: checkAddress(address) };
        await parts.secrets.write(provinceToken, token.trim());
        await settings.change({ province });
      }
      connection.renew();
      emit("session.changed", {});
      return read();
    },
  };
}

function checkAddress(address: string): string {
  const origin = provinceOrigin(address);
  if (origin === undefined)
    throw new DeskFault("bad-call", { detail: "the address must begin with https://" });
  return origin;
}
