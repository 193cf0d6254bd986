import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Enrolment } from "#province/access/device.ts";
import type { Database } from "#province/store/database.ts";
import { openPostgres } from "#province/store/open-postgres.ts";
import { findPostgres, startPostgres } from "#tests/helpers/postgres.ts";

export type BenchProvince = {
  /** Of the province, for devices. */
  address: string;
  /** The same database, past the province. */
  database: Database;
  /** An empty folder of the bench's own. */
  folder: string;
  close(): Promise<void>;
};

/** The province as a process of its own on a PostgreSQL of its own that commits to the disk (fsync on). */
export async function openBenchProvince(enrolments: readonly Enrolment[]): Promise<BenchProvince> {
  const programs = await findPostgres();
  if (programs === undefined) throw new Error("no PostgreSQL on this machine");
  const server = await startPostgres(programs, { durable: true });
  const folder = mkdtempSync(join(tmpdir(), "mucluc-bench-"));
  const child = fork(join(import.meta.dirname, "..", "..", "province", "main.ts"), {
    env: {
      ...process.env,
      DATABASE_URL: server.address,
      MUCLUC_PROVINCE_DATA: join(folder, "province"),
      MUCLUC_PROVINCE_PORT: "0",
      MUCLUC_PROVINCE_HOST: "127.0.0.1",
      MUCLUC_PROVINCE_ENROL: JSON.stringify(enrolments),
    },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = once(child, "exit");
  const address = await new Promise<string>((resolve, reject) => {
    child.on("message", (message: { listening?: string }) => {
      if (message.listening !== undefined) resolve(message.listening);
    });
    child.once("exit", (code) => reject(new Error(`the province ended with ${code}`)));
  });
  const database = openPostgres(server.address, (fault) => console.error(fault));
  return {
    address,
    database,
    folder,
    async close() {
      await database.close();
      child.kill("SIGTERM");
      await ended;
      await server.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
