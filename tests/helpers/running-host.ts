import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

const root = join(import.meta.dirname, "..", "..");

export type RunningHost = {
  /** Where the app is: an address with a one-time token. */
  address: string;
  /** Everything the host has written so far. */
  output(): string;
  /** Ends the host as a person would (or with SIGKILL, as a power cut would) and waits until it is gone. */
  stop(signal?: NodeJS.Signals): Promise<void>;
};

/** Starts the built loopback host, as `npm start` does where Electron is not installed. */
export async function startHost(
  folder: string,
  environment: Record<string, string> = {},
): Promise<RunningHost> {
  const child = spawn(
    process.execPath,
    [join(root, "out", "main", "loopback.js"), "--data", folder, "--print"],
    {
      env: { MUCLUC_MACHINE: join(folder, "machine"), ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const lines: string[] = [];
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (line: string) => {
      lines.push(line);
      const found = /http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+/.exec(line)?.[0];
      if (found) resolve(found);
    };
    createInterface({ input: child.stdout }).on("line", hear);
    createInterface({ input: child.stderr }).on("line", hear);
    child.once("exit", () => reject(new Error(`the host ended: ${lines.join("\n")}`)));
  });
  return {
    address,
    output: () => lines.join("\n"),
    stop: (signal = "SIGTERM") => stop(child, ended, signal),
  };
}

async function stop(child: ChildProcess, ended: Promise<void>, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal);
  await ended;
}
