import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Role } from "#shared/archive/role.ts";
import { readUnits } from "#shared/archive/unit.ts";
import { enrolDevice } from "#province/access/device.ts";
import { buildProvince } from "#province/app.ts";
import type { Database } from "#province/store/database.ts";
import { openPglite } from "#province/store/open-pglite.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

/** The real province on a port of the loopback, in memory where no store is given; both are closed when the test is over. */
export async function openLoopbackProvince(given?: Database) {
  const database = given ?? (await openPglite());
  const units = readUnits(
    await readFile(join(import.meta.dirname, "../../resources/units/communes-2025-05.csv"), "utf8"),
  );
  const faults: unknown[] = [];
  const objectsFolder = join(temporaryFolder(), "objects");
  const app = await buildProvince({
    database,
    objectsFolder,
    now: () => Date.now(),
    name: "Tỉnh",
    practice: true,
    units,
    report: (fault) => faults.push(fault),
  });
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  onTestFinished(async () => {
    await app.close();
    await database.close();
  });
  let enrolled = 0;
  return {
    faults,
    objectsFolder,
    async enrol(scope: string, role: Role = "district-checker", deviceId = `device-${(enrolled += 1)}`) {
      const token = `token-of-machine-${deviceId}`;
      await enrolDevice(database, { token, scope, role, deviceId }, Date.now());
      return { address, token };
    },
  };
}
