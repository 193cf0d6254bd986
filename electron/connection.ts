import { join } from "node:path";
import type { Profile } from "#shared/archive/profile.ts";
import type { Session } from "#shared/contract/session.ts";
import type { PracticeProvince, StartPractice } from "#electron/practice-province.ts";
import type { Credentials } from "#electron/province/province-wire.ts";
import type { Secrets } from "#electron/secrets/secrets.ts";
import { provinceToken, type SettingsStore } from "#electron/settings.ts";

/** Which province this desk talks to: the one in its settings, else a practice province of its own. */
export type Connection = {
  state(): Session["province"];
  /** Where to connect and with what; nothing while there is no province to talk to. */
  credentials(): Credentials | undefined;
  /** Follows changed settings: a practice province is started, enrolled anew, or stopped. */
  renew(): void;
  close(): Promise<void>;
};

type ConnectionParts = {
  folder: string;
  resources: string;
  settings: SettingsStore;
  secrets: Secrets;
  /** Speaks with the hub of the centre; nothing where the machine is to send to the province itself. */
  hub?: () => Promise<Credentials | undefined>;
  /** What the machine is towards its province where several people work on it; else it is what its profile says. */
  machine?: () => Pick<Profile, "role" | "scope"> | null;
  /** Nothing where this host offers no practice province. */
  startPractice: StartPractice | undefined;
  changed: () => void;
  report: (error: unknown) => void;
};

export function openConnection(parts: ConnectionParts): Connection {
  const { settings } = parts;
  let practice: PracticeProvince | undefined;
  let state: Session["province"] = { kind: "none", state: "ready", address: "" };
  let credentials: Credentials | undefined;
  let work: Promise<void> = Promise.resolve();
  let closed = false;

  const settle = (next: Session["province"], known?: Credentials) => {
    state = next;
    credentials = known;
    parts.changed();
  };
  const follow = async () => {
    await practice?.stop();
    practice = undefined;
    const { province, practiceToken, deviceId } = settings.current();
    const profile = parts.machine?.() ?? settings.current().profile;
    const viaHub = closed ? undefined : await parts.hub?.();
    if (viaHub) {
      settle({ kind: "hub", state: "ready", address: viaHub.hub?.name ?? "" }, viaHub);
      return;
    }
    if (province) {
      const { address, pin } = province;
      const token = parts.secrets.read(provinceToken) ?? "";
      settle({ kind: "real", state: "ready", address }, { address, token, ...(pin && { pin }) });
      return;
    }
    if (closed || !profile || !parts.startPractice) {
      settle({ kind: "none", state: "ready", address: "" });
      return;
    }
    settle({ kind: "practice", state: "starting", address: "" });
    try {
      practice = await parts.startPractice({
        folder: join(parts.folder, "practice-province"),
        resources: parts.resources,
        enrol: { token: practiceToken, scope: profile.scope, role: profile.role, deviceId },
      });
      const { address } = practice;
      settle({ kind: "practice", state: "ready", address }, { address, token: practiceToken });
    } catch (error) {
      parts.report(error);
      settle({ kind: "practice", state: "failed", address: "" });
    }
  };
  const renew = () => {
    work = work.then(follow).catch(parts.report);
  };
  return {
    state: () => state,
    credentials: () => credentials,
    renew,
    async close() {
      closed = true;
      await work;
      await practice?.stop();
    },
  };
}
