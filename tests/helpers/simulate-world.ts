import { collectionNames } from "#shared/archive/collections.ts";
import { editRecord, type Stamp } from "#shared/archive/record.ts";
import { clockZero, type ClockState, seeClock, tickClock, writeClock } from "#shared/base/clock.ts";
import { syncRound } from "#shared/replication/engine.ts";
import { type SyncWire, WireFault } from "#shared/replication/sync-wire.ts";
import { memoryProvince, type MemoryProvince } from "#tests/helpers/memory-province.ts";
import { memoryStore, type MemoryStore } from "#tests/helpers/memory-store.ts";
import { sampleFile } from "#tests/helpers/sample-records.ts";
import { type Chance, seeded } from "#tests/helpers/seeded.ts";

const day = 86_400_000;
const fields = ["title", "box", "note", "keywords"] as const;

/** An edit of one field, and the edit whose value its author saw there: nobody needs a clock to order the two. */
type Edit = { key: string; value: string; sawValue: string };

type Device = { name: string; store: MemoryStore; clock: ClockState; skew: number; life: number };

/** A queue of things that happen at virtual times; nothing really waits. */
function openTime() {
  const due: { at: number; order: number; run: () => void }[] = [];
  let now = Date.UTC(2025, 5, 1);
  let order = 0;
  return {
    now: () => now,
    later: (ms: number, run: () => void) => void due.push({ at: now + ms, order: (order += 1), run }),
    /** Runs until nothing is due, or until a time. */
    async pass(until = Number.POSITIVE_INFINITY) {
      for (;;) {
        // What a happening set off runs to its next wait before time goes on.
        await new Promise((resolve) => setImmediate(resolve));
        due.sort((one, other) => one.at - other.at || one.order - other.order);
        const next = due[0];
        if (!next || next.at > until) return;
        due.shift();
        now = next.at;
        next.run();
      }
    },
  };
}

type Time = ReturnType<typeof openTime>;

/** The province over a bad line: requests and answers are lost, late, doubled; a restart forgets what waits. */
function badLine(
  time: Time,
  chance: Chance,
  province: MemoryProvince,
  device: Device,
  calm: () => boolean,
): SyncWire {
  const { life } = device;
  const travel = <Answer>(ask: () => Promise<Answer>): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const mishap = calm() ? 100 : chance(100);
      const arrive = () => {
        ask().then(
          (answer) => {
            if (mishap < 8) return;
            // A device that restarted meanwhile has nobody to hear the answer.
            time.later(20 + chance(3000), () => device.life === life && resolve(answer));
          },
          (error: unknown) => reject(error instanceof Error ? error : new Error("failed")),
        );
      };
      if (mishap < 16) {
        if (mishap < 8) time.later(20 + chance(2000), arrive);
        time.later(10_000, () => device.life === life && reject(new WireFault("unreachable", "lost")));
        return;
      }
      time.later(20 + chance(2000), arrive);
      // The network hands the same request over once more, perhaps after others that were sent later.
      if (mishap < 28) time.later(chance(20_000), () => void ask());
    });
  const { wire } = province;
  return {
    push: (...given) => travel(() => wire.push(...given)),
    pull: (...given) => travel(() => wire.pull(...given)),
    digest: (...given) => travel(() => wire.digest(...given)),
    buckets: (...given) => travel(() => wire.buckets(...given)),
    hashes: (...given) => travel(() => wire.hashes(...given)),
    read: (...given) => travel(() => wire.read(...given)),
  };
}

/**
 * Lets some devices edit a few records over a bad line for half a virtual hour, then gives them a good line.
 * Answers which devices are not equal with the province at the end, and which edits were lost: those whose value
 * is gone though nobody who had seen it wrote over it.
 */
export async function simulateWorld(
  seed: number,
): Promise<{ unequal: string[]; lost: Edit[]; edits: number; healed: number }> {
  const chance = seeded(seed);
  const time = openTime();
  const province = memoryProvince();
  const edits: Edit[] = [];
  let calm = false;
  let healed = 0;
  const devices = Array.from({ length: 2 + chance(4) }, (_, at): Device => {
    const skew = chance(3) === 0 ? (chance(2) === 0 ? -day : day) : chance(4000) - 2000;
    return { name: `device-${at}`, store: memoryStore(), clock: clockZero, skew, life: 0 };
  });
  const ids = Array.from({ length: 1 + chance(6) }, (_, at) => `file-${at}`);

  const edit = (device: Device) => {
    const id = ids[chance(ids.length)] ?? "file-0";
    const field = fields[chance(fields.length)] ?? "title";
    const value = `${device.name} ${edits.length}`;
    for (const name of device.store.ids("files")) {
      const known = device.store.read("files", name);
      for (const clock of Object.values(known?.clocks ?? {})) device.clock = seeClock(device.clock, clock);
    }
    device.clock = tickClock(device.clock, time.now() + device.skew);
    const stamp: Stamp = { clock: writeClock(device.clock, device.name), by: "A", deviceId: device.name };
    // A record made on two devices is the same at its making: only its edits differ.
    const before = device.store.read("files", id) ?? sampleFile(id);
    edits.push({ key: `${id} ${field}`, value, sawValue: before[field] });
    device.store.write("files", editRecord(before, { [field]: value }, stamp));
  };
  const live = (device: Device) => {
    const { life } = device;
    const wire = badLine(time, chance, province, device, () => calm);
    const round = async () => {
      if (device.life !== life) return;
      const report = await syncRound({ now: time.now, store: device.store, wire, batchRows: 1 + chance(4) });
      healed += report.healed;
      time.later(report.fault ? 5000 + chance(20_000) : 40_000, () => void round());
    };
    void round();
  };

  const end = time.now() + 30 * 60_000;
  for (const device of devices) {
    live(device);
    const act = () => {
      if (calm) return;
      const what = chance(20);
      if (what < 13) edit(device);
      else if (what === 13) device.skew += chance(2) === 0 ? -day : day;
      else if (what === 14) {
        device.life += 1;
        // The clock of a device that restarts is that of its store, at least.
        device.clock = clockZero;
        live(device);
      }
      time.later(chance(120_000), act);
    };
    time.later(chance(60_000), act);
  }
  await time.pass(end);
  calm = true;
  await time.pass(end + 8 * 60_000);
  for (const device of devices) device.life += 1;

  const digests = (store: MemoryStore) => collectionNames.map((name) => store.digest(name).digest).join(" ");
  const unequal = devices
    .filter(({ store }) => digests(store) !== digests(province.store))
    .map(({ name }) => name);
  return { unequal, lost: findLost(edits, province), edits: edits.length, healed };
}

/** The value each field ends with must be one that no later edit was made upon. */
function findLost(edits: readonly Edit[], province: MemoryProvince): Edit[] {
  const lost: Edit[] = [];
  for (const key of new Set(edits.map((edit) => edit.key))) {
    const ofKey = edits.filter((edit) => edit.key === key);
    const [id = "", field = ""] = key.split(" ");
    const record = province.store.read("files", id);
    const value = new Map<string, unknown>(Object.entries(record ?? {})).get(field);
    if (!ofKey.some((edit) => edit.value === value))
      lost.push({ key, value: String(value), sawValue: "no edit" });
    lost.push(...ofKey.filter(({ sawValue }) => sawValue === value));
  }
  return lost;
}
