import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { digestOfFile } from "#shared/node/digest-of-file.ts";
import { syncFolder } from "#shared/node/sync-folder.ts";
import { writeWhole } from "#shared/node/write-whole.ts";
import { type Connector, type DeliveredObject, namedObject, OwnBytesFault } from "./connector.ts";
import { fileNameOf } from "./file-name.ts";
import { writeStream } from "./write-stream.ts";

const endings = { "application/pdf": ".pdf", "application/zip": ".zip" } as const;

/**
 * Lays records into a folder that another system empties: an object (`NAME.pdf`, `NAME.zip`), read again from the disk,
 * then `NAME.json`, and once that is on the disk `NAME.done` with its SHA-256. What has no `.done` is not to be read
 * yet. The folder is there, or nothing is delivered. Throws `OwnBytesFault`.
 */
export function openFolderConnector(folder: string): Connector {
  return {
    async deliver({ key, kind, id, op, body, digest, object }) {
      if (!existsSync(folder)) return { outcome: "again", detail: "the folder is not there" };
      const name = `${kind}-${fileNameOf(id)}-${key.slice(0, 16)}`;
      const laid = object && { ...object, name: `${name}${endings[object.mediaType]}` };
      const sha256 = object ? createHash("sha256").update(body).digest("hex") : digest;
      const named = laid ? `,"object":${namedObject(laid)}` : "";
      const text = `{"op":"${op}","kind":"${kind}","id":${JSON.stringify(id)},"key":"${key}","sha256":"${sha256}"${named},"record":${body}}\n`;
      const hash = createHash("sha256").update(text).digest("hex");
      const done = join(folder, `${name}.done`);
      try {
        const before = await readFile(done, "utf8").catch(() => "");
        if (before.trim() === hash) return { outcome: "accepted", theirId: name, detail: "was there" };
        if (laid && !(await layObject(folder, laid)))
          return { outcome: "again", detail: "the disk gave other bytes than were written" };
        await writeWhole(join(folder, `${name}.json`), text, 0o640);
        await syncFolder(folder);
        await writeWhole(done, `${hash}\n`, 0o640);
        await syncFolder(folder);
        return { outcome: "accepted", theirId: name, detail: laid ? `SHA-256 ${laid.sha256}` : "" };
      } catch (error) {
        if (error instanceof OwnBytesFault) throw error;
        const code = error instanceof Error && "code" in error ? error.code : "";
        return { outcome: "again", detail: `the folder could not be written to: ${String(code)}` };
      }
    },
  };
}

/** Whether the object lies there with its own bytes: written where it does not yet, and read again. */
async function layObject(folder: string, { name, sha256, read }: DeliveredObject): Promise<boolean> {
  const path = join(folder, name);
  if ((await digestOf(path)) === sha256) return true;
  await writeStream(path, read(), 0o640);
  await syncFolder(folder);
  return (await digestOf(path)) === sha256;
}

async function digestOf(path: string): Promise<string> {
  return existsSync(path) ? (await digestOfFile(path)).sha256 : "";
}
