import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Role } from "#shared/archive/role.ts";
import { listeningAddress } from "#electron/practice-province.ts";

const root = join(import.meta.dirname, "..", "..");

export type Enrolment = { token: string; scope: string; role: Role; deviceId: string };

/** The built province as a process of its own, on PGlite in a folder, with some devices enrolled; `more` of its environment. */
export async function startProvince(
  folder: string,
  enrolments: readonly Enrolment[],
  port = "0",
  more: Record<string, string> = {},
) {
  const child = spawn(process.execPath, [join(root, "out", "main", "province.js")], {
    env: {
      ...process.env,
      DATABASE_URL: "",
      MUCLUC_PROVINCE_PRACTICE: "1",
      MUCLUC_PROVINCE_DATA: folder,
      MUCLUC_PROVINCE_PORT: port,
      MUCLUC_PROVINCE_ENROL: JSON.stringify(enrolments),
      MUCLUC_RESOURCES: join(root, "resources"),
      ...more,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (!line.startsWith("{")) return;
      const found = listeningAddress(JSON.parse(line));
      if (found) resolve(found);
    });
    child.once("exit", () => reject(new Error("the province ended")));
  });
  return {
    address,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
