import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { temporaryFolder } from "./temporary-folder.ts";

const run = promisify(execFile);

/** What poppler's pdfsig says of a PDF and its signatures, or the error that it ended with: it could not read one. */
export async function askPdfsig(bytes: Buffer): Promise<string> {
  const path = join(temporaryFolder(), "asked.pdf");
  await writeFile(path, bytes);
  const { stdout } = await run("pdfsig", ["-nocert", path]).catch((error: unknown) => ({
    stdout: String(error),
  }));
  return stdout;
}

/** Whether it calls a PDF's one signature valid, of all of it. */
export function isValidToPdfsig(said: string): boolean {
  return (
    /Signature is Valid/u.test(said) && /Total document signed/u.test(said) && !/Signature #2/u.test(said)
  );
}
