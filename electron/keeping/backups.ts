import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Type } from "typebox";
import type { CallInput, DeskHandlers } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import {
  type DrillReport,
  drillReportSchema,
  type Generation,
  type PlaceReport,
} from "#shared/contract/keeping.ts";
import { keepRecovery, recoverableBy, recoveryName } from "#shared/node/backup-recovery.ts";
import { generationsToDrop, isBackupDue } from "#shared/rules/backup-plan.ts";
import { isNoRoom } from "#electron/pipeline/failure.ts";
import type { Secrets } from "#electron/secrets/secrets.ts";
import type { BackupSet } from "./backup-set.ts";
import type { Notes } from "./keeping-database.ts";
import { readManifest } from "./manifest.ts";
import type { OneTask } from "./one-task.ts";
import { lastTurn } from "./last-turn.ts";
import { openPlaceList, type Place } from "./place-list.ts";
import { freeBytes, onSameDisk, openPlace, preparePlace } from "./places.ts";
import { isWhole, NoGeneration, restoreInto, type RestoreReport } from "./read-backup.ts";
import { type BackupParts, takeBackup } from "./take-backup.ts";

const outcomeSchema = Type.Object({ at: Type.String(), problem: Type.String() });
const hourSchema = Type.Integer({ minimum: 0, maximum: 23 });

/** When the daily backup is made where nobody chose: the lunch rest, when machines are on and idle. */
const usualHour = 12;
const keptGenerations = 7;

type Handlers = Pick<
  DeskHandlers,
  "keeping.addPlace" | "keeping.leavePlace" | "keeping.setDaily" | "keeping.backup" | "keeping.drill"
>;

export type Backups = {
  handlers: Handlers;
  report(): Promise<{ places: PlaceReport[]; hour: number; drill: DrillReport | null }>;
  /** The sets of all places whose disks are here. */
  sets(): Promise<BackupSet[]>;
  /** Backs up to the places whose day has come; a disk that is not here is noted, and tried again with the next turn. */
  backUpDue(): Promise<void>;
};

/** Backups of this desk: where they go, the daily ones, and the drill that restores them. */
export function openBackups(
  desk: BackupParts & {
    notes: Notes;
    secrets: Secrets;
    task: OneTask;
    changed: () => void;
    /** The province's sealing key; empty where it is not known. */
    recoveryKey: () => string;
  },
): Backups {
  const { notes, task, changed, now } = desk;
  const places = openPlaceList(notes, desk.secrets);
  const hour = () => notes.read("hour", hourSchema) ?? usualHour;
  const at = () => new Date(now()).toISOString();
  const outcomeOf = (id: string) => notes.read(`backup ${id}`, outcomeSchema) ?? { at: "", problem: "" };
  const placeOf = async (id: string) => {
    const place = (await places.all()).find((one) => one.id === id);
    if (!place) throw new DeskFault("not-found", { detail: id });
    return place;
  };
  const setOf = async (place: Place) => {
    const set = await openPlace(place);
    if (!set) throw new DeskFault("backup-missing", { lasting: false, detail: place.folder });
    return set;
  };

  /** A forgotten passphrase is no lost backup: the province can open its key. */
  const keepKey = async ({ folder, keys }: Place) => {
    const province = desk.recoveryKey();
    if (keys && province !== "") await keepRecovery(join(folder, recoveryName), keys, province);
  };

  const backUp = async (place: Place): Promise<Generation> => {
    try {
      const set = await setOf(place);
      await keepKey(place);
      const { generation, manifest } = await task.run("backup", (watch) => takeBackup(desk, set, watch));
      notes.write(`backup ${place.id}`, { at: at(), problem: "" });
      for (const name of generationsToDrop(await set.generations(), keptGenerations, () => false)) {
        await set.dropGeneration(name);
      }
      changed();
      return toGeneration(generation, manifest);
    } catch (error) {
      const fault = faultOf(error);
      if (fault.code !== "keeping-busy") {
        notes.write(`backup ${place.id}`, { ...outcomeOf(place.id), problem: fault.code });
        changed();
      }
      throw fault;
    }
  };

  return {
    handlers: {
      async "keeping.addPlace"({ folder, passphrase }) {
        const own = { folder: desk.folder, deviceId: desk.deviceId() };
        const place = await preparePlace(own, folder.trim(), passphrase);
        await keepKey(place);
        await places.keep(place);
        changed();
        return {};
      },
      async "keeping.leavePlace"({ id }) {
        await places.leave(id);
        changed();
        return {};
      },
      "keeping.setDaily"(input: CallInput<"keeping.setDaily">) {
        notes.write("hour", input.hour);
        changed();
        return {};
      },
      "keeping.backup": async ({ id }) => backUp(await placeOf(id)),
      async "keeping.drill"({ id }) {
        const set = await setOf(await placeOf(id));
        const generation = (await set.generations()).at(-1);
        if (generation === undefined) throw new DeskFault("backup-missing", { lasting: false });
        const target = join(desk.folder, "restore-drill");
        await rm(target, { recursive: true, force: true });
        try {
          const report = await task.run("drill", (watch) => restoreInto(set, generation, target, watch));
          const drill = toDrill(report, at());
          notes.write("drill", drill);
          return drill;
        } catch (error) {
          throw faultOf(error);
        } finally {
          await rm(target, { recursive: true, force: true });
          changed();
        }
      },
    },
    async report() {
      const reports = await Promise.all(
        (await places.all()).map((place) => reportPlace(desk.folder, place, outcomeOf(place.id))),
      );
      return { places: reports, hour: hour(), drill: notes.read("drill", drillReportSchema) ?? null };
    },
    async sets() {
      const found = await Promise.all(
        (await places.all()).map((place) => openPlace(place).catch(() => undefined)),
      );
      return found.filter((set) => set !== undefined);
    },
    async backUpDue() {
      for (const place of await places.all()) {
        const last = Date.parse(outcomeOf(place.id).at) || 0;
        if (!place.daily || !isBackupDue(now(), last, lastTurn(now(), hour()))) continue;
        // Why it failed is noted at its place.
        await backUp(place).catch(() => undefined);
      }
    },
  };
}

export async function listGenerations(set: BackupSet): Promise<Generation[]> {
  const names = await set.generations();
  const found = await Promise.all(
    names.map(async (name) => toGeneration(name, await readManifest(set, name))),
  );
  return found.reverse();
}

export function toDrill(report: RestoreReport, at: string): DrillReport {
  return { ...report, whole: isWhole(report), at };
}

/** Any error of reading or writing backups as a fault with its own words. */
export function faultOf(error: unknown): DeskFault {
  if (error instanceof DeskFault) return error;
  if (error instanceof NoGeneration) return new DeskFault("backup-damaged", { cause: error });
  if (isNoRoom(error)) return new DeskFault("disk-full", { lasting: false, cause: error });
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (["ENOENT", "EIO", "ENODEV", "ENXIO", "EROFS", "EACCES", "EPERM"].includes(code)) {
    return new DeskFault("backup-missing", { lasting: false, detail: code, cause: error });
  }
  process.emitWarning(error instanceof Error ? error : String(error));
  return new DeskFault("internal", { lasting: false, detail: "backup", cause: error });
}

function toGeneration(name: string, manifest: Awaited<ReturnType<typeof readManifest>>): Generation {
  const { madeAt = "", records = 0, objects = 0, bytes = 0, lacking = 0 } = manifest ?? {};
  return { name, madeAt, records, objects, bytes, lacking };
}

async function reportPlace(
  own: string,
  place: Place,
  outcome: { at: string; problem: string },
): Promise<PlaceReport> {
  const { id, folder, daily } = place;
  const told = {
    id,
    folder,
    daily,
    sealed: place.sealed,
    recoverable: (await recoverableBy(join(folder, recoveryName))) !== "",
    lastAt: outcome.at,
    problem: outcome.problem,
  };
  const set = await openPlace(place).catch(() => undefined);
  if (!set) return { ...told, present: false, sameDisk: false, free: 0, generations: [] };
  const [generations, sameDisk, free] = await Promise.all([
    listGenerations(set),
    onSameDisk(own, folder).catch(() => false),
    freeBytes(folder).catch(() => 0),
  ]);
  return { ...told, present: true, sameDisk, free, generations };
}
