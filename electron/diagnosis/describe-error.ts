import { DeskFault } from "#shared/contract/fault.ts";

/** What may be known of an error outside of this machine: never its message, in which titles and paths may stand. */
export type DescribedError = { code: string; at: string[]; cause?: DescribedError };

const framesKept = 8;
const causesKept = 3;

/** Describes an error by its code or class and by the places in the program where it came about. */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { code: typeof error, at: [] };
  const cause =
    error.cause === undefined || depth >= causesKept ? {} : { cause: describeError(error.cause, depth + 1) };
  return { code: codeOf(error), at: framesOf(error), ...cause };
}

function codeOf(error: Error): string {
  if (error instanceof DeskFault) return error.code;
  const code: unknown = Reflect.get(error, "code");
  const name = /^[A-Za-z]{1,40}$/u.test(error.name) ? error.name : "Error";
  return typeof code === "string" && /^[A-Z][A-Z0-9_]{1,40}$/u.test(code) ? `${name} ${code}` : name;
}

function framesOf(error: Error): string[] {
  const stack = error.stack ?? "";
  // The message comes first, and may have lines that look like frames.
  const after = error.message === "" ? 0 : stack.indexOf(error.message) + error.message.length;
  return stack
    .slice(after)
    .split("\n")
    .filter((line) => /^\s+at /u.test(line))
    .slice(0, framesKept)
    .map(placeOf);
}

/** A frame with the path of its file cut to where the program begins: folders before it may bear a person's name. */
function placeOf(frame: string): string {
  const [, place = ""] = /\(?([^()\s]+:\d+:\d+)\)?$/u.exec(frame.trim()) ?? [];
  const known = /(?:^|[/\\])((?:electron|shared|node_modules|out|dist)[/\\].*)$/u.exec(place)?.[1];
  const internal = place.startsWith("node:") ? place : undefined;
  return (known ?? internal ?? place.split(/[/\\]/u).at(-1) ?? "").replaceAll("\\", "/");
}
