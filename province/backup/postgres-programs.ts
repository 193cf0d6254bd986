import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Runs a program of PostgreSQL against the server of an address. The password goes by the environment: arguments are
 * seen by everyone on the machine.
 */
export async function runAgainst(address: string, program: string, words: readonly string[]): Promise<void> {
  const [, before = "", password = "", after = ""] =
    /^(postgres(?:ql)?:\/\/[^:@/]+):([^@/]*)(@.*)$/.exec(address) ?? [];
  const secret = password === "" ? {} : { PGPASSWORD: decodeURIComponent(password) };
  const reached = before === "" ? address : before + after;
  await call(program, [`--dbname=${reached}`, "--no-password", ...words], secret);
}

/** What is in a dump, as `pg_restore` reads it; throws where it cannot be read. */
export async function listDump(path: string): Promise<void> {
  await call("pg_restore", ["--list", path], {});
}

async function call(program: string, words: readonly string[], more: Record<string, string>): Promise<void> {
  try {
    await run(program, [...words], { env: { ...process.env, ...more }, maxBuffer: 64 * 1024 * 1024 });
  } catch (fault) {
    if (fault instanceof Error && "code" in fault && fault.code === "ENOENT")
      throw new Error(`${program} is not on the PATH: install the client programs of PostgreSQL`, {
        cause: fault,
      });
    const said = fault instanceof Error && "stderr" in fault ? String(fault.stderr).trim() : String(fault);
    throw new Error(`${program}: ${said}`, { cause: fault });
  }
}
