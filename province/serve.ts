import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { collectDefaultMetrics, Registry } from "prom-client";
import { readUnitTables } from "#shared/node/read-unit-tables.ts";
import { enrolAtStart } from "./access/enrol-at-start.ts";
import { openProvinceKeys } from "./access/keys.ts";
import { buildProvince } from "./app.ts";
import { lockFolder } from "./folder-lock.ts";
import { objectsFolder, openObjects } from "./objects/open-objects.ts";
import { httpEmbedder } from "./meaning/http-embedder.ts";
import type { Settings } from "./settings.ts";
import type { Database } from "./store/database.ts";
import { openPglite } from "./store/open-pglite.ts";
import { openPostgres } from "./store/open-postgres.ts";

type Reports = (fault: unknown) => void;

/** Opens the database the settings name. The embedded one is this process's alone until it is closed. */
export async function openDatabase(settings: Settings, report: Reports): Promise<Database> {
  if (settings.databaseUrl !== "") return openPostgres(settings.databaseUrl, report);
  const unlock = lockFolder(settings.folder);
  try {
    const folder = join(settings.folder, "database");
    await mkdir(folder, { recursive: true });
    const database = await openPglite(folder);
    return {
      ...database,
      close: async () => {
        await database.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Starts a province on its port; answers its address and how to stop it. */
export async function serveProvince(
  settings: Settings,
  report: Reports,
): Promise<{ address: string; stop(): Promise<void> }> {
  const tables = await readUnitTables(settings.resources);
  const database = await openDatabase(settings, report);
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  try {
    const app = await buildProvince({
      database,
      objectsFolder: objectsFolder(settings),
      objects: await openObjects(settings, { report }),
      keys: await openProvinceKeys(settings.folder),
      now: Date.now,
      name: settings.name,
      practice: settings.practice,
      ...(settings.embed && { embed: httpEmbedder(settings.embed) }),
      portal: {
        screen: settings.screen,
        resources: settings.resources,
        secure: settings.address.startsWith("https:"),
        secondFactor: settings.secondFactor,
        ...(settings.provider && { provider: settings.provider }),
      },
      sharing: { address: settings.address, email: settings.email },
      ...tables,
      watch: { token: settings.metricsToken, keysFolder: settings.folder, registry },
      report,
    });
    await enrolAtStart(database, settings.enrolments, Date.now());
    const address = await app.listen({ host: settings.host, port: settings.port });
    return {
      address,
      stop: async () => {
        await app.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
