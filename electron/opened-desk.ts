import type { DeskHandlers } from "#shared/contract/desk.ts";
import type { Session } from "#shared/contract/session.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import type { ErrorLog } from "#electron/diagnosis/error-log.ts";
import type { HubNetwork } from "#electron/hub/open-hub.ts";
import type { StartPractice } from "#electron/practice-province.ts";
import type { AtRest } from "#electron/sealing/at-rest.ts";
import type { Vault } from "#electron/secrets/secrets.ts";

/** Everything on this machine that is not the screen: bytes, the durable copy, the work on pages, the province. */
export type Desk = {
  handlers: DeskHandlers;
  objects: ObjectStore;
  provinceObject(digest: string): Promise<Response | undefined>;
  /** While the screen is locked neither calls nor bytes are answered. */
  locked(): boolean;
  /** Hears every event for the screen; answers how to stop. */
  onEvent(listener: (name: string, value: unknown) => void): () => void;
  /** Writes an error that nobody foresaw to where the host keeps such. */
  report: (error: unknown) => void;
  close(): Promise<void>;
};

export type DeskOptions = {
  /** The desk's own folder; the caller holds its lock. */
  folder: string;
  resources: string;
  host: Session["host"];
  startPractice: StartPractice | undefined;
  /** The operating system's keeping of secrets, where this host has it. */
  vault?: Vault | undefined;
  report: (error: unknown) => void;
  /** What is encrypted on this machine and by what; opened by the desk where it is absent. */
  atRest?: AtRest;
  /** Where faults of this machine are noted, for whoever is asked to help; opened by the desk where it is absent. */
  log?: ErrorLog;
  /** Closes this desk and opens it anew; without it that comes with the next start. */
  reopen?: () => void;
  /** True where other data have just taken the place of the former. */
  exchanged?: boolean;
  /** Where a hub listens and is looked for; all networks that this machine is on where it is absent. */
  hubNetwork?: HubNetwork | undefined;
  /** Where this machine's own mark of the folder is kept, apart from it. */
  machineFolder?: string;
};
