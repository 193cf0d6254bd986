import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";

export type Ended = {
  /** Exit code; nothing where a signal ended it. */
  code: number | null;
  output: string;
  errors: string;
};

/** How a program came to its end, or that it is not there to be started. */
export type Outcome = Ended | "not-installed";

const mostText = 200_000;

/** For how long after its end a program's output is still taken in, in milliseconds. */
const lastWords = 2000;

export type Running = {
  child: ChildProcessWithoutNullStreams;
  ended: Promise<Outcome>;
  /** Asks it to end, and ends it after five seconds; resolves when it is gone. */
  stop(): Promise<void>;
};

/** Starts a program without a shell and without a window; what it writes is kept up to a limit. */
export function startProgram(
  program: string,
  parameters: readonly string[],
  environment: NodeJS.ProcessEnv,
): Running {
  const child = spawn(program, [...parameters], { env: environment, windowsHide: true });
  let output = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output = (output + text).slice(-mostText)));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (errors = (errors + text).slice(-mostText)));
  // A program that ended reads no more: its exit says why.
  child.stdin.on("error", () => undefined);
  const ended = new Promise<Outcome>((resolve) => {
    child.once("error", (error) => {
      const missing = "code" in error && (error.code === "ENOENT" || error.code === "EACCES");
      resolve(missing ? "not-installed" : { code: null, output, errors: error.message });
    });
    child.once("close", (code) => resolve({ code, output, errors }));
    // What it started itself may outlive it and hold its output open: that is not waited for.
    child.once("exit", (code) => {
      setTimeout(() => resolve({ code, output, errors }), lastWords).unref();
    });
  });
  return {
    child,
    ended,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      const forced = new AbortController();
      const gone = ended.then(() => forced.abort());
      await Promise.race([gone, wait(5000, undefined, { signal: forced.signal }).catch(() => undefined)]);
      if (!forced.signal.aborted) child.kill("SIGKILL");
      await gone;
    },
  };
}

/** Runs a program to its end, or stops it after `limit` milliseconds. */
export async function runProgram(
  program: string,
  parameters: readonly string[],
  environment: NodeJS.ProcessEnv,
  limit: number,
): Promise<Outcome> {
  const running = startProgram(program, parameters, environment);
  running.child.stdin.end();
  const timer = setTimeout(() => void running.stop(), limit);
  try {
    return await running.ended;
  } finally {
    clearTimeout(timer);
  }
}
