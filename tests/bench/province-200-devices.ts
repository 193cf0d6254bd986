import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashOfRecord } from "#shared/replication/digest.ts";
import type { PushAnswer } from "#shared/replication/messages.ts";
import { enrolDevice } from "#province/access/device.ts";
import { buildProvince } from "#province/app.ts";
import { openPostgres } from "#province/store/open-postgres.ts";
import { type Bench, type Figure, figure, timed } from "#tests/bench/figure.ts";
import { makeRecords } from "#tests/bench/make-records.ts";
import { findPostgres, startPostgres } from "#tests/helpers/postgres.ts";

const devices = 200;
const pushes = 10;
const rowsOfPush = 10;
/** Ten times the 41 submissions a second that ODK Central publishes, nearly. */
const wantedRate = 400;

/**
 * Changes per second of a province on PostgreSQL while 200 devices push at once, each small batches one after the
 * other, beside bare INSERTs of the same states, one a row, over the same connections.
 */
export const province200Devices: Bench = {
  name: "province-200-devices",
  async run(say) {
    const programs = await findPostgres();
    if (programs === undefined) throw new Error("no PostgreSQL on this machine");
    const server = await startPostgres(programs);
    const folder = mkdtempSync(join(tmpdir(), "mucluc-bench-"));
    const database = openPostgres(server.address, (fault) => console.error(fault));
    try {
      const app = await buildBenchProvince(database, folder);
      const address = await app.listen({ host: "127.0.0.1", port: 0 });
      const sent = new Map<string, string>();
      const batches = Array.from({ length: devices }, (_, device) => {
        const { items } = makeRecords(pushes * rowsOfPush, 1, 1000 + device, scopeOf(device));
        return Array.from({ length: pushes }, (_, push) =>
          items.slice(push * rowsOfPush, (push + 1) * rowsOfPush),
        );
      });
      for (let device = 0; device < devices; device += 1) {
        const enrolment = { token: tokenOf(device), scope: scopeOf(device), deviceId: `device-${device}` };
        await enrolDevice(
          database,
          { ...enrolment, role: "commune-preparer", name: enrolment.deviceId },
          Date.now(),
        );
      }
      const took = await timed(() =>
        Promise.all(
          batches.map(async (ofDevice, device) => {
            for (const items of ofDevice) {
              const response = await fetch(`${address}/replication/items/push`, {
                method: "POST",
                headers: {
                  authorization: `Bearer ${tokenOf(device)}`,
                  "content-type": "application/json",
                },
                body: JSON.stringify({ rows: items.map((newDocumentState) => ({ newDocumentState })) }),
              });
              if (response.status !== 200) throw new Error(`a push was answered ${response.status}`);
              const answer = (await response.json()) as PushAnswer;
              if (answer.refused.length > 0) throw new Error("a row was refused");
              for (const item of items) sent.set(item.id, hashOfRecord(item));
            }
          }),
        ),
      );
      const count = devices * pushes * rowsOfPush;
      say(`${count} changes of ${devices} devices in ${Math.round(took)} ms`);
      const kept = await database.query(
        "select count(*)::int as kept from records where collection = 'items'",
      );
      const lost = sent.size - Number(kept[0]?.["kept"]);
      const bare = await timed(() => insertBare(database, batches));
      say(`bare INSERTs in ${Math.round(bare)} ms`);
      await app.close();
      const rate = (count * 1000) / took;
      return [
        figure("province-200-devices", "changes/s", rate, (count * 1000) / bare, { atLeast: 0.3 }),
        figure("province-200-devices-rate", "changes/s", rate, wantedRate, { atLeast: 1 }),
        lostFigure(lost),
      ];
    } finally {
      await database.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};

function lostFigure(lost: number): Figure {
  const bar = { measured: lost, reference: 0, ratio: lost, bar: "0", reached: lost === 0 };
  return { name: "province-200-devices-lost", unit: "records", ...bar };
}

/** The same states written with nothing else: one statement a row, as many at once as the province gets pushes. */
async function insertBare(
  database: ReturnType<typeof openPostgres>,
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

function buildBenchProvince(database: ReturnType<typeof openPostgres>, folder: string) {
  return buildProvince({
    database,
    objectsFolder: join(folder, "objects"),
    now: () => Date.now(),
    name: "Bench",
    practice: false,
    units: [],
    report: (fault) => console.error(fault),
  });
}

/** Communes of ten districts, as devices of a province lie. */
function scopeOf(device: number): string {
  return `52.${500 + (device % 10)}.${20_000 + device}`;
}

function tokenOf(device: number): string {
  return `token-of-device-${device}-0123456789`;
}
