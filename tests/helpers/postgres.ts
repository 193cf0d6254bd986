import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chown, mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export type RunningPostgres = { address: string; stop(): Promise<void> };

/** The folder of `initdb` and `pg_ctl`, or nothing where PostgreSQL is not installed. */
export async function findPostgres(): Promise<string | undefined> {
  const base = "/usr/lib/postgresql";
  const versions = existsSync(base) ? (await readdir(base)).sort().reverse() : [];
  const folders = [
    ...(process.env["PATH"] ?? "").split(delimiter),
    ...versions.map((version) => join(base, version, "bin")),
  ];
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "pg_ctl")));
}

/**
 * Starts a server of its own in a temporary folder, on a free port of loopback; `stop` leaves nothing behind. It waits
 * for the disk at each commit only where it is to be `durable`; more `settings` as `name=value`.
 */
export async function startPostgres(
  programs: string,
  { durable = false, settings: more = [] }: { durable?: boolean; settings?: readonly string[] } = {},
): Promise<RunningPostgres> {
  const folder = await mkdtemp(join(tmpdir(), "mucluc-postgres-"));
  const root = process.getuid?.() === 0;
  if (root) {
    const { stdout } = await run("id", ["-u", "postgres"]);
    await chown(folder, Number(stdout), -1);
  }
  // The server refuses to run as root.
  const as = (program: string, args: string[]) =>
    root
      ? run("runuser", ["-u", "postgres", "--", join(programs, program), ...args], { cwd: folder })
      : run(join(programs, program), args, { cwd: folder });
  const data = join(folder, "data");
  const user = root ? "postgres" : userInfo().username;
  await as("initdb", ["-D", data, "-U", user, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]);
  const port = await freePort();
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder}${[...(durable ? [] : ["fsync=off"]), ...more].map((one) => ` -c ${one}`).join("")}`;
  await as("pg_ctl", ["-D", data, "-w", "-l", join(folder, "log"), "-o", settings, "start"]);
  return {
    address: `postgresql://${user}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await as("pg_ctl", ["-D", data, "-m", "immediate", "-w", "stop"]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
