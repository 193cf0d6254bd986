import { randomBytes } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { openSqlite } from "#electron/sqlite/open-sqlite.ts";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { released } from "#electron/sqlite/released.ts";
import { writeWhole } from "#shared/node/write-whole.ts";
import { faultOf, listGenerations, toDrill } from "./backups.ts";
import { settingsName } from "./kept-files.ts";
import type { OneTask } from "./one-task.ts";
import { openFound } from "./places.ts";
import { restoreInto } from "./read-backup.ts";
import { repairJournal } from "./repair-journal.ts";
import { dataAside, planSwap } from "./swap-data.ts";

type Handlers = Pick<
  DeskHandlers,
  "keeping.look" | "keeping.restore" | "keeping.bringBack" | "keeping.repair"
>;

export type RestoringParts = {
  folder: string;
  objects: Pick<ObjectStore, "has" | "read">;
  task: OneTask;
  now: () => number;
  /** Opens the desk anew, with what was planned. */
  reopen: () => void;
};

/**
 * Restoring and repairing: new data are made and verified beside the present ones, then change places with them while
 * the desk is closed. Works without an open journal.
 */
export function restoringHandlers(parts: RestoringParts): Handlers {
  const { folder, task, now, reopen } = parts;
  const stamp = () => new Date(now()).toISOString().slice(0, 19).replaceAll(/[-:]/gu, "").replace("T", "-");
  const fresh = async () => {
    const name = `restored-${stamp()}-${randomBytes(3).toString("hex")}`;
    await rm(join(folder, name), { recursive: true, force: true });
    return name;
  };
  const exchange = async (from: string) => {
    await planSwap(folder, { from, aside: `before-restore-${stamp()}-${randomBytes(3).toString("hex")}` });
    reopen();
  };

  return {
    async "keeping.look"({ folder: from, passphrase }) {
      return listGenerations(await openFound(from.trim(), passphrase));
    },
    async "keeping.restore"({ folder: from, passphrase, generation }) {
      const set = await openFound(from.trim(), passphrase);
      const name = await fresh();
      const target = join(folder, name);
      try {
        const report = await task.run("restore", (watch) =>
          restoreInto(set, generation, target, watch, parts.objects),
        );
        const drill = toDrill(report, new Date(now()).toISOString());
        // Lost objects can be healed and scanned again; a broken journal is not put in the place of any other.
        if (!report.chainHolds) {
          await rm(target, { recursive: true, force: true });
          return drill;
        }
        beginAnew(join(target, "journal.sqlite"));
        await keepConnection(folder, target);
        await exchange(name);
        return drill;
      } catch (error) {
        await rm(target, { recursive: true, force: true });
        throw faultOf(error);
      }
    },
    async "keeping.bringBack"({ aside }) {
      if (!(await dataAside(folder)).includes(aside)) throw new DeskFault("not-found", { detail: aside });
      await exchange(aside);
      return {};
    },
    async "keeping.repair"() {
      const name = await fresh();
      const target = join(folder, name);
      try {
        const report = await task.run("repair", (watch) =>
          repairJournal(join(folder, "journal.sqlite"), target, watch),
        );
        await exchange(name);
        return report;
      } catch (error) {
        await released();
        await rm(target, { recursive: true, force: true });
        throw faultOf(error);
      }
    },
  };
}

/**
 * Another life of the journal: what the screen knows of how far it read the former one says nothing of this, so all is
 * compared, and what the screen still has of later work comes back.
 */
function beginAnew(path: string): void {
  const journal = openSqlite(path);
  try {
    journal
      .prepare("INSERT OR REPLACE INTO facts (name, value) VALUES ('epoch', ?)")
      .run(randomBytes(12).toString("hex"));
  } finally {
    journal.close();
  }
}

/** The same device keeps its way to the province, which no backup carries; another is enrolled again. */
async function keepConnection(folder: string, target: string): Promise<void> {
  const read = async (path: string) => {
    try {
      return JSON.parse(await readFile(path, "utf8")) as Record<string, unknown>;
    } catch {
      return undefined;
    }
  };
  const present = await read(join(folder, settingsName));
  const coming = await read(join(target, settingsName));
  if (!coming) return;
  const same = coming["deviceId"] === present?.["deviceId"];
  const practiceToken = (same && present?.["practiceToken"]) || randomBytes(24).toString("base64url");
  const province = same ? present?.["province"] : null;
  await writeWhole(
    join(target, settingsName),
    JSON.stringify({ ...coming, province, practiceToken }, null, 2),
  );
}
