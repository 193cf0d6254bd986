import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { syncFolder } from "#shared/node/sync-folder.ts";
import { writeWhole } from "#shared/node/write-whole.ts";
import type { Connector } from "./connector.ts";

/**
 * Lays records into a folder that another system empties: `NAME.json`, and once that is on the disk `NAME.done` with
 * its SHA-256. What has no `.done` is not to be read yet. The folder is there, or nothing is delivered.
 */
export function openFolderConnector(folder: string): Connector {
  return {
    async deliver({ key, kind, id, op, body, digest }) {
      if (!existsSync(folder)) return { outcome: "again", detail: "the folder is not there" };
      const name = `${kind}-${nameOf(id)}-${key.slice(0, 16)}`;
      const text = `{"op":"${op}","kind":"${kind}","id":${JSON.stringify(id)},"key":"${key}","sha256":"${digest}","record":${body}}\n`;
      const hash = createHash("sha256").update(text).digest("hex");
      const done = join(folder, `${name}.done`);
      try {
        const before = await readFile(done, "utf8").catch(() => "");
        if (before.trim() === hash) return { outcome: "accepted", theirId: name, detail: "was there" };
        await writeWhole(join(folder, `${name}.json`), text, 0o640);
        await syncFolder(folder);
        await writeWhole(done, `${hash}\n`, 0o640);
        await syncFolder(folder);
        return { outcome: "accepted", theirId: name, detail: "" };
      } catch (error) {
        const code = error instanceof Error && "code" in error ? error.code : "";
        return { outcome: "again", detail: `the folder could not be written to: ${String(code)}` };
      }
    },
  };
}

/** Any id as a part of a file's name. */
function nameOf(id: string): string {
  return /^[A-Za-z0-9_-]{1,40}$/.test(id) ? id : createHash("sha256").update(id).digest("hex").slice(0, 32);
}
