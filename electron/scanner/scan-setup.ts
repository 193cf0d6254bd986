import { readFile, stat } from "node:fs/promises";
import { isAbsolute, join, normalize, resolve, sep } from "node:path";
import { type Static, Type } from "typebox";
import { Check } from "typebox/value";
import type { Profile } from "#shared/archive/profile.ts";
import type { ScanSettings } from "#shared/capture/scan-settings.ts";
import { mayLockScans } from "#shared/capture/may-lock-scans.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import {
  type ScanSetup,
  scanSetupSchema,
  type WatchedFolder,
  watchedFolderSchema,
} from "#shared/contract/scan.ts";
import { writeWhole } from "#shared/node/write-whole.ts";
import { belowProfile, type DocumentClass, scanProfileOf } from "#shared/rules/scan-profiles.ts";

const keptSchema = Type.Object({
  ...scanSetupSchema.properties,
  addresses: Type.Array(Type.String()),
  folders: Type.Array(watchedFolderSchema),
});

type Kept = Static<typeof keptSchema>;

/** What this machine scans with: the settings of each class, the scanners and folders given by hand. */
export type ScanSetupStore = {
  setup(): ScanSetup;
  addresses(): readonly string[];
  folders(): readonly WatchedFolder[];
  saveProfile(
    person: Profile | null,
    documentClass: DocumentClass,
    settings: ScanSettings,
  ): Promise<ScanSetup>;
  lock(person: Profile | null, locked: boolean): Promise<ScanSetup>;
  /** Throws where these settings may not be used for the class on this machine. */
  expectAllowed(documentClass: DocumentClass, settings: ScanSettings): void;
  addAddress(address: string): Promise<void>;
  addFolder(folder: WatchedFolder): Promise<WatchedFolder>;
  forget(id: string): Promise<void>;
};

/** Opens `scan-setup.json` in the desk's folder; where it is missing or unreadable, with the shipped profiles. */
export async function openScanSetup(folder: string, now: () => number): Promise<ScanSetupStore> {
  const path = join(folder, "scan-setup.json");
  let kept = (await read(path)) ?? {
    profiles: {
      administrative: scanProfileOf("administrative").settings,
      drawing: scanProfileOf("drawing").settings,
    },
    ...{ locked: false, lockedBy: "", lockedAt: "", addresses: [], folders: [] },
  };
  const save = async (changes: Partial<Kept>) => {
    const next = { ...kept, ...changes };
    await writeWhole(path, JSON.stringify(next, null, 2));
    kept = next;
    return setup();
  };
  const setup = (): ScanSetup => {
    const { profiles, locked, lockedBy, lockedAt } = kept;
    return { profiles, locked, lockedBy, lockedAt };
  };
  const expectAdministrator = (person: Profile | null) => {
    if (!person || !mayLockScans(person.role)) throw new DeskFault("scan-locked");
  };
  return {
    setup,
    addresses: () => kept.addresses,
    folders: () => kept.folders,
    async saveProfile(person, documentClass, settings) {
      if (kept.locked) expectAdministrator(person);
      if (belowProfile(documentClass, settings).length > 0) throw new DeskFault("scan-below-profile");
      return save({ profiles: { ...kept.profiles, [documentClass]: settings } });
    },
    async lock(person, locked) {
      expectAdministrator(person);
      const at = locked ? new Date(now()).toISOString() : "";
      return save({ locked, lockedBy: locked ? (person?.name ?? "") : "", lockedAt: at });
    },
    expectAllowed(documentClass, settings) {
      if (belowProfile(documentClass, settings).length > 0) throw new DeskFault("scan-below-profile");
      const own = kept.profiles[documentClass];
      const fields = ["source", "duplex", "dpi", "colour", "paper"] as const;
      if (kept.locked && fields.some((field) => own[field] !== settings[field])) {
        throw new DeskFault("scan-locked");
      }
    },
    async addAddress(address) {
      if (!kept.addresses.includes(address)) await save({ addresses: [...kept.addresses, address] });
    },
    async addFolder(given) {
      const added = {
        path: normalize(given.path.trim()).replace(/(?<=[^\\/:])[\\/]+$/u, ""),
        move: given.move,
      };
      const there = await stat(added.path).catch(() => undefined);
      if (!isAbsolute(added.path) || !there?.isDirectory() || overlaps(added.path, folder)) {
        throw new DeskFault("folder-missing", { detail: added.path });
      }
      await save({ folders: [...kept.folders.filter(({ path: one }) => one !== added.path), added] });
      return added;
    },
    async forget(id) {
      await save({
        addresses: kept.addresses.filter((address) => address !== id),
        folders: kept.folders.filter((one) => one.path !== id),
      });
    },
  };
}

/** Whether one folder lies in the other: the desk does not watch what it writes itself. */
function overlaps(one: string, other: string): boolean {
  const [left, right] = [resolve(one) + sep, resolve(other) + sep];
  return left.startsWith(right) || right.startsWith(left);
}

async function read(path: string): Promise<Kept | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(path, "utf8"));
    return Check(keptSchema, value) ? value : undefined;
  } catch {
    return undefined;
  }
}
