import { execFileSync } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

/** Sets the rules of a province that stands still, as its officer does: `npm run province -- rules …`. */
export function setRules(folder: string, ...words: string[]): unknown {
  const env = {
    ...process.env,
    DATABASE_URL: "",
    MUCLUC_PROVINCE_PRACTICE: "1",
    MUCLUC_PROVINCE_DATA: folder,
    MUCLUC_RESOURCES: join(root, "resources"),
  };
  const printed = execFileSync(
    process.execPath,
    [join(root, "out", "main", "province.js"), "rules", ...words],
    {
      env,
      encoding: "utf8",
    },
  );
  return JSON.parse(printed.trim().split("\n").at(-1) ?? "");
}
