import { clockZero } from "#shared/base/clock.ts";
import { syncRound } from "#shared/replication/engine.ts";
import { openPortion } from "#shared/replication/portion.ts";
import { provinceWire } from "#tests/helpers/memory-province.ts";
import { DiskFull } from "#tests/helpers/memory-store.ts";
import { seeded } from "#tests/helpers/seeded.ts";
import { badLine } from "./world/bad-line.ts";
import { checkWorld } from "./world/check-world.ts";
import { writeEdit, writeSettlement } from "./world/write-edit.ts";
import {
  type Broken,
  type Desk,
  drawPlan,
  isOfFirstVersion,
  worldCollections,
  type Written,
} from "./world/plan.ts";
import { virtualTime } from "./world/virtual-time.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export type WorldReport = {
  broken: Broken[];
  /** Values written apart from others that no conflict tells of. */
  unnoticed: Broken[];
  writes: number;
  healed: number;
  /** How often each mishap came. */
  restarts: number;
  fullDisks: number;
  restores: number;
  /** Fields of which two values were kept, how many of these needlessly, and how many people settled. */
  conflicts: number;
  needless: number;
  settled: number;
  /** One where the desks' stores were real journals. */
  journals: number;
};

/**
 * Lets the desks of two districts, one of them behind a hub, write over bad lines for some virtual days: lines are cut
 * for hours, machines restart, disks fill, clocks jump, the province is put back from an older copy; people settle
 * conflicts that they see. Then all lines are good, and what is broken in the end is answered; nothing, as it should
 * be. In every fortieth world the desks' stores are the product's own journals.
 */
export async function simulateWorld(seed: number, journals = seed % 40 === 0): Promise<WorldReport> {
  // The faults of a line are thrown by the thousand, and nobody reads where from.
  Error.stackTraceLimit = 0;
  const chance = seeded(seed);
  const time = virtualTime();
  const mishaps = { restarts: 0, fullDisks: 0, restores: 0 };
  const counts = { writes: 0, healed: 0, conflicts: 0, needless: 0, settled: 0, journals: journals ? 1 : 0 };
  const report: WorldReport = { broken: [], unnoticed: [], ...counts, ...mishaps };
  const written: Written[] = [];
  let calm = false;
  const plan = drawPlan(chance, time, () => calm, journals);
  const { province, desks, hub } = plan;
  const failures: unknown[] = [];
  const end = time.now() + plan.days * day;

  const live = (desk: Desk) => {
    const { life } = desk;
    const above = desk.under ?? province;
    const wire = badLine({
      time,
      chance,
      from: desk,
      to: above,
      wire: provinceWire(
        () => above.home,
        desk.scope,
        (_, record) => (takes(above.version, above === province, record) ? undefined : "not-a-record"),
      ),
      cut: () => time.now() < desk.cutUntil,
      calm: () => calm,
      answered: (collection, rows, answer) => {
        const apart = new Set([...answer.conflicts, ...answer.refused].map(({ id }) => id));
        for (const { newDocumentState: state } of rows) {
          if (!apart.has(state.id)) desk.acknowledged.push({ collection, state });
        }
      },
    });
    let faults = 0;
    const round = async () => {
      if (desk.life !== life) return;
      let wait = calm ? 20 * minute : (30 + chance(150)) * minute;
      try {
        const parts = {
          store: desk.home.store,
          wire,
          now: time.now,
          portion: openPortion(2 + chance(5), 6),
          collections: worldCollections,
        };
        const ended = await syncRound(parts);
        report.healed += ended.healed;
        faults = ended.fault ? faults + 1 : 0;
        desk.equal = ended.equal;
        if (ended.fault && !calm) wait = Math.min(hour, 5000 * 2 ** faults);
      } catch (error) {
        // A full disk of this machine ends its round; it is tried again.
        if (!(error instanceof DiskFull)) throw error;
      }
      time.later(wait, start);
    };
    const start = () => void round().catch((error: unknown) => failures.push(error));
    start();
  };

  const unlessFull = (write: () => readonly Written[]) => {
    try {
      const edits = write();
      report.writes += edits.length;
      written.push(...edits);
    } catch (error) {
      if (!(error instanceof DiskFull)) throw error;
    }
  };
  const edit = (desk: Desk) =>
    unlessFull(() => writeEdit(desk, plan, { chance, now: time.now(), number: report.writes }));
  const settle = (desk: Desk) =>
    unlessFull(() => {
      const edits = writeSettlement(desk, chance, time.now());
      report.settled += edits.length;
      return edits;
    });

  const mishap = (desk: Desk) => {
    const what = chance(12);
    if (what < 4) desk.cutUntil = time.now() + chance(what === 0 ? 2 * day : 6 * hour);
    else if (what < 6) desk.skew += chance(2) === 0 ? -day : day;
    else if (what < 8) {
      desk.fullUntil = time.now() + chance(3 * hour);
      report.fullDisks += 1;
    } else {
      report.restarts += 1;
      desk.life += 1;
      desk.home.store.restarted(chance(4) === 0);
      // The clock of a device that restarts is that of its store, at least.
      desk.clock = clockZero;
      time.later(chance(hour), () => !calm && live(desk));
    }
  };
  const provinceMishap = () => {
    const what = chance(5);
    if (what < 2) {
      province.life += 1;
      report.restarts += 1;
    } else if (what === 2) {
      province.fullUntil = time.now() + chance(4 * hour);
      report.fullDisks += 1;
    } else if (plan.restores) {
      const copy = province.home.store.copy();
      time.later(chance(day), () => {
        if (calm) return;
        province.life += 1;
        report.restores += 1;
        // Some who put a copy back remember to give the store a new life.
        const epoch = chance(2) === 0 ? province.home.epoch : `life-${report.restores}`;
        province.home = { store: copy, epoch };
      });
    }
  };

  for (const desk of desks) {
    time.later(chance(hour), () => live(desk));
    const edits = desk === hub ? chance(3) : 3 + chance(10);
    for (let at = 0; at < edits; at += 1) {
      time.later(chance(plan.days * day), () => edit(desk));
    }
    for (let at = chance(5); at > 0; at -= 1)
      time.later(chance(plan.days * day), () => !calm && mishap(desk));
    for (let at = chance(4); at > 0; at -= 1)
      time.later(day / 2 + chance(plan.days * day), () => settle(desk));
  }
  for (let at = chance(4); at > 0; at -= 1) time.later(chance(plan.days * day), provinceMishap);
  await time.pass(end);
  calm = true;
  for (const desk of desks) desk.life += 1;
  // All are brought to one version; what a province of an older one refused is sent again a day later.
  province.version = 2;
  await time.pass(end + day);
  for (const desk of desks) {
    desk.version = 2;
    desk.home.store.restarted();
    live(desk);
  }
  await time.pass(end + day + (hub ? 3 : 2) * hour);
  for (const desk of desks) desk.life += 1;
  report.conflicts = province.home.store.ids("conflicts").length;
  const restored = report.restores > 0;
  Object.assign(report, await checkWorld({ province, desks, written, failures, restored }));
  plan.close();
  return report;
}

/** Whether a machine of a version takes a record; a province looks at its fields too. */
function takes(version: number, isProvince: boolean, record: object): boolean {
  return version > 1 || (isOfFirstVersion(record) && !(isProvince && Object.hasOwn(record, "later")));
}
