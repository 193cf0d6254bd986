import type { Readable } from "node:stream";
import { ZipFile } from "yazl";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import type { Diagnosis } from "#shared/contract/diagnosis.ts";
import { describeError } from "./describe-error.ts";
import { type DiagnosisParts, gatherings } from "./gather.ts";

/** The bundle that a person looks at and saves: what is shown is what is in it, byte for byte. */
export function diagnosisHandlers(parts: DiagnosisParts): Pick<DeskHandlers, "diagnosis.read"> {
  return {
    async "diagnosis.read"() {
      const files: Diagnosis["files"] = [];
      for (const [name, gather] of Object.entries(gatherings)) {
        files.push({ name, text: await textOf(() => gather(parts)) });
      }
      files.push({ name: "errors.jsonl", text: parts.log.read() });
      const at = new Date(parts.now());
      const day = at.toISOString().slice(0, 16).replace("T", "-").replace(":", "");
      return { name: `mucluc-chan-doan-${day}.zip`, files, zip: await pack(files, at) };
    },
  };
}

/** A part that cannot be gathered says why in its place: what is broken is what the bundle is for. */
async function textOf(gather: () => unknown): Promise<string> {
  try {
    return `${JSON.stringify(await gather(), null, 2)}\n`;
  } catch (error) {
    return `${JSON.stringify({ notGathered: describeError(error) }, null, 2)}\n`;
  }
}

async function pack(files: Diagnosis["files"], mtime: Date): Promise<string> {
  const zip = new ZipFile();
  for (const { name, text } of files) zip.addBuffer(Buffer.from(text), name, { mtime });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as unknown as Readable) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("base64");
}
