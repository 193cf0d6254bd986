import { hashOfRecord } from "#shared/replication/digest.ts";
import type { PushAnswer } from "#shared/replication/messages.ts";
import type { Database } from "#province/store/database.ts";
import { openBenchProvince } from "#tests/bench/bench-province.ts";
import { type Bench, type Figure, figure, timed } from "#tests/bench/figure.ts";
import { makeRecords } from "#tests/bench/make-records.ts";
import { sendParents } from "#tests/bench/send-parents.ts";

const devices = 200;
const rowsOfPush = 10;
const pushes = Number(process.env["MUCLUC_BENCH_RECORDS"] ?? 20_000) / devices / rowsOfPush;
/** Ten times the 41 submissions a second that ODK Central publishes, nearly. */
const wantedRate = 400;

/**
 * Changes per second of a province on PostgreSQL while 200 devices push at once, each small batches one after the
 * other, beside bare INSERTs of the same states, one a row, over as many connections as the province has. Both commit
 * to the disk.
 */
export const province200Devices: Bench = {
  name: "province-200-devices",
  async run(say) {
    const province = await openBenchProvince(
      Array.from({ length: devices }, (_, device) => ({
        token: tokenOf(device),
        scope: scopeOf(device),
        role: "commune-preparer",
        deviceId: `device-${device}`,
      })),
    );
    const { address, database } = province;
    try {
      const parents: Parameters<typeof sendParents>[1][] = [];
      const batches = Array.from({ length: devices }, (_, device) => {
        const { items, ...above } = makeRecords(pushes * rowsOfPush, 1, 1000 + device, scopeOf(device));
        parents.push(above);
        return Array.from({ length: pushes }, (_unused, push) =>
          items.slice(push * rowsOfPush, (push + 1) * rowsOfPush),
        );
      });
      // Written out before the clock runs: the devices' own work is not the province's.
      const bodies = batches.map((ofDevice) =>
        ofDevice.map((items) =>
          JSON.stringify({ rows: items.map((newDocumentState) => ({ newDocumentState })), holds: true }),
        ),
      );
      for (const [device, above] of parents.entries()) {
        await sendParents({ address, token: tokenOf(device) }, above);
      }
      const took = await timed(() =>
        Promise.all(
          bodies.map(async (ofDevice, device) => {
            for (const body of ofDevice) await push(address, device, body);
          }),
        ),
      );
      const count = devices * pushes * rowsOfPush;
      say(`${count} changes of ${devices} devices in ${Math.round(took)} ms`);
      const kept = await database.query(
        "select id, lpad(to_hex(hash_high), 16, '0') || lpad(to_hex(hash_low), 16, '0') as hash from records",
      );
      const hashes = new Map(kept.map((row) => [row["id"], row["hash"]]));
      const sent = batches.flat(2);
      const lost = sent.filter((item) => hashes.get(item.id) !== hashOfRecord(item)).length;
      const bare = await timed(() => insertBare(database, batches));
      say(`bare INSERTs in ${Math.round(bare)} ms`);
      const rate = (count * 1000) / took;
      return [
        figure("province-200-devices", "changes/s", rate, (count * 1000) / bare, { atLeast: 0.3 }),
        figure("province-200-devices-rate", "changes/s", rate, wantedRate, { atLeast: 1 }),
        lostFigure(lost),
      ];
    } finally {
      await province.close();
    }
  },
};

async function push(address: string, device: number, body: string): Promise<void> {
  const response = await fetch(`${address}/replication/items/push`, {
    method: "POST",
    headers: { authorization: `Bearer ${tokenOf(device)}`, "content-type": "application/json" },
    body,
  });
  if (response.status !== 200) throw new Error(`a push was answered ${response.status}`);
  const answer = (await response.json()) as PushAnswer;
  if (answer.refused.length > 0 || answer.held) throw new Error("a row was not taken");
}

function lostFigure(lost: number): Figure {
  const bar = { measured: lost, reference: 0, ratio: lost, bar: "0", reached: lost === 0 };
  return { name: "province-200-devices-lost", unit: "records", ...bar };
}

/** The same states written with nothing else: one statement a row, as many at once as the province gets pushes. */
async function insertBare(
  database: Database,
  batches: readonly (readonly (readonly { id: string }[])[])[],
): Promise<void> {
  await database.query("create table bare (id text primary key, state jsonb not null)");
  await Promise.all(
    batches.map(async (ofDevice) => {
      for (const state of ofDevice.flat()) {
        const row = [state.id, JSON.stringify(state)];
        await database.query("insert into bare values ($1, $2::jsonb)", row);
      }
    }),
  );
}

/** Communes of ten districts, as devices of a province lie. */
function scopeOf(device: number): string {
  return `52.${500 + (device % 10)}.${20_000 + device}`;
}

function tokenOf(device: number): string {
  return `token-of-device-${device}-0123456789`;
}
