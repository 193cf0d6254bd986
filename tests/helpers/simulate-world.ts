import type { CollectionName } from "#shared/archive/collections.ts";
import { type ArchiveRecord, editRecord } from "#shared/archive/record.ts";
import { clockZero, seeClock, tickClock, writeClock } from "#shared/base/clock.ts";
import { syncRound } from "#shared/replication/engine.ts";
import { provinceWire } from "#tests/helpers/memory-province.ts";
import { DiskFull } from "#tests/helpers/memory-store.ts";
import { seeded } from "#tests/helpers/seeded.ts";
import { badLine } from "./world/bad-line.ts";
import { type Broken, checkWorld } from "./world/check-world.ts";
import { bornRecord, type Desk, drawPlan, drawRecord, isOfFirstVersion, type Written } from "./world/plan.ts";
import { virtualTime } from "./world/virtual-time.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What the desks write; asking for the other collections would only take time. */
const collections = ["files", "items"] as const;
const fields = ["title", "box", "note", "keywords", "later"] as const;

export type WorldReport = {
  broken: Broken[];
  writes: number;
  healed: number;
  /** How often each mishap came. */
  restarts: number;
  fullDisks: number;
  restores: number;
};

/**
 * Lets the desks of two districts, one of them behind a hub, write over bad lines for some virtual days: lines are cut
 * for hours, machines restart, disks fill, clocks jump, the province is put back from an older copy. Then all lines
 * are good, and what is broken in the end is answered; nothing, as it should be.
 */
export async function simulateWorld(seed: number): Promise<WorldReport> {
  // The faults of a line are thrown by the thousand, and nobody reads where from.
  Error.stackTraceLimit = 0;
  const chance = seeded(seed);
  const time = virtualTime();
  const report: WorldReport = { broken: [], writes: 0, healed: 0, restarts: 0, fullDisks: 0, restores: 0 };
  const written: Written[] = [];
  let calm = false;
  const plan = drawPlan(chance, time, () => calm);
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
        (_, record) => (above.version > 1 || isOfFirstVersion(record) ? undefined : "not-a-record"),
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
          batchRows: 2 + chance(5),
          collections,
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

  const edit = (desk: Desk) => {
    const { store } = desk.home;
    const collection: CollectionName = chance(3) === 0 ? "items" : "files";
    const [id, scope] = drawRecord(chance, desk, collection);
    for (const name of store.ids(collection)) {
      const known = store.read(collection, name);
      for (const clock of Object.values(known?.clocks ?? {})) desk.clock = seeClock(desk.clock, clock);
    }
    desk.clock = tickClock(desk.clock, time.now() + desk.skew);
    const stamp = { clock: writeClock(desk.clock, desk.name), by: "A", deviceId: desk.name };
    const known = store.read(collection, id) as ArchiveRecord | undefined;
    const field = fields[chance(desk.version > 1 ? 5 : 4)] ?? "title";
    const word = desk.version > 1 && field === "box" && chance(3) === 0 ? "shelf" : desk.name;
    const value = `${word} ${report.writes}`;
    // A record made on two devices is the same at its making: only its edits differ.
    const before = known ?? bornRecord(id, scope);
    const saw: unknown = Reflect.get(before, field);
    const record = editRecord(before, { [field]: value }, stamp);
    try {
      // The screen of an old version lets go of the field that it does not know.
      if (desk.version === 1) Reflect.deleteProperty(record, "later");
      store.write(collection, record as never);
    } catch (error) {
      if (!(error instanceof DiskFull)) throw error;
      return;
    }
    report.writes += 1;
    written.push({ collection, desk, record, field, value, saw });
  };

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
      desk.home.store.restarted();
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
  report.broken = await checkWorld({ province, desks, written, failures });
  return report;
}
