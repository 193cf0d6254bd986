import { execFile } from "node:child_process";

/** What a program said; `code` is undefined where it was ended for taking too long, or could not be started. */
export type Said = { code: number | undefined; out: string };

const mostOutput = 4 * 1024 * 1024;

/** Runs a program of the machine to its end, or for so many milliseconds. Never rejects. */
export function runProgram(program: string, args: readonly string[], patience: number): Promise<Said> {
  const isScript = /\.(?:bat|cmd)$/i.test(program);
  // Within a command line of Windows no quoting holds these back; no path of ours has them.
  if (isScript && [program, ...args].some((text) => /["%!^\r\n]/.test(text))) {
    return Promise.resolve({ code: undefined, out: "" });
  }
  const quoted = [program, ...args].map((text) => `"${text}"`).join(" ");
  const [file, list] = isScript
    ? [process.env["ComSpec"] ?? "cmd.exe", ["/d", "/s", "/c", `"${quoted}"`]]
    : [program, [...args]];
  return new Promise((resolve) => {
    const options = {
      timeout: patience,
      killSignal: "SIGKILL",
      maxBuffer: mostOutput,
      windowsHide: true,
      windowsVerbatimArguments: isScript,
    } as const;
    execFile(file, list, options, (error, out, complaints) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : undefined;
      resolve({ code, out: `${out}\n${complaints}` });
    });
  });
}
