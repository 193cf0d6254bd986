import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { startProgram } from "#electron/scanner/run-program.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

/** A program that starts another, which holds its output open for eight seconds and then says so in a file. */
const parent = (mark: string, then: string) => `
  const late = ${JSON.stringify(`setTimeout(() => require("node:fs").writeFileSync(${JSON.stringify(mark)}, ""), 8000)`)};
  require("node:child_process").spawn(process.execPath, ["-e", late], { stdio: ["ignore", "inherit", "inherit"], detached: true }).unref();
  process.stdout.write("started", () => { ${then} });
`;

it("has ended when the program has, whoever else still holds its output", async () => {
  const mark = join(temporaryFolder(), "late");
  const running = startProgram(process.execPath, ["-e", parent(mark, "process.exit(6)")], process.env);
  expect(await running.ended).toMatchObject({ code: 6, output: "started" });
  expect(existsSync(mark)).toBe(false);
});

it("is stopped when the program is gone, whoever else still holds its output", async () => {
  const mark = join(temporaryFolder(), "late");
  const wait = "setInterval(() => undefined, 1000)";
  const running = startProgram(process.execPath, ["-e", parent(mark, wait)], process.env);
  await new Promise((resolve) => running.child.stdout.once("data", resolve));
  await running.stop();
  expect(existsSync(mark)).toBe(false);
});
