import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { writeWhole } from "#shared/node/write-whole.ts";
import { vi } from "#shared/text/vi.ts";

/**
 * The mark of a bag that is being written, a text beside it that tells people what it is: by it the same disk or stick
 * is known again, whatever letter it has then.
 */
export async function writeMark(place: string, name: string, mark: string): Promise<void> {
  const text = vi.packageCarrying.paper.mark(name, mark).join("\r\n");
  await writeWhole(pathOf(place, name), `\uFEFF${text}\r\n`, 0o644);
}

/** Empty where there is none. */
export async function readMark(place: string, name: string): Promise<string> {
  const text = await readFile(pathOf(place, name), "utf8").catch(() => "");
  return /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/u.exec(text)?.[0] ?? "";
}

export async function takeMark(place: string, name: string): Promise<void> {
  await rm(pathOf(place, name), { force: true });
}

function pathOf(place: string, name: string): string {
  return join(place, `${name}.dang-ghi.txt`);
}
