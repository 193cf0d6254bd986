import { it } from "vitest";
import { findProgram } from "#electron/pipeline/rendition/find-program.ts";

/** A test that wants a program of the system; where it is not installed the test says loudly that it is skipped. */
export function withProgram(name: string, isThere = findProgram(name) !== undefined) {
  if (!isThere) console.warn(`SKIPPED: ${name} is not installed here`);
  return it.skipIf(!isThere);
}
