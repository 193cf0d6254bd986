/*
 * Stands in for NAPS2.Console in tests: the same parameters, files written at the end, words on standard error. What
 * the feeder holds and what is wrong comes from the folder in `NAPS2_STAND_IN`.
 */
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;
const { values } = parseArgs({
  options: {
    ...{ output: text, driver: text, device: text, source: text, dpi: text, bitdepth: text, pagesize: text },
    ...{ jpegquality: text, noprofile: flag, verbose: flag, listdevices: flag },
  },
});
const home = process.env["NAPS2_STAND_IN"] ?? "";
const fail = (words: string): never => {
  process.stderr.write(`${words}\n`);
  process.exit(1);
};
if (values.listdevices) {
  process.stdout.write(values.driver === "twain" ? "Máy quét Mẫu 5000\r\n" : "");
  process.exit(0);
}
const trouble = existsSync(join(home, "trouble")) ? readFileSync(join(home, "trouble"), "utf8") : "";
const [kind = "", after = "0"] = trouble.split(" ");
if (kind === "gone" && after === "0") fail("The selected scanner could not be found.");
if (kind === "busy") fail("The scanner is busy or in use by another program.");
const pages = readdirSync(home)
  .filter((name) => name.endsWith(".jpg"))
  .sort();
if (pages.length === 0) fail("No pages are in the feeder.");
for (const [at, name] of pages.entries()) {
  if (kind !== "" && at >= Number(after)) {
    fail(kind === "jam" ? "The scanner has a paper jam." : "The selected scanner is offline.");
  }
  const number = String(at + 1).padStart(4, "0");
  writeFileSync((values.output ?? "").replace("$(nnnn)", number), readFileSync(join(home, name)));
  rmSync(join(home, name));
  appendFileSync(join(home, "fed"), `${name}\n`);
}
