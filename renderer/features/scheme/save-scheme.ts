import type { SchemeLine } from "#shared/inventory/scheme-lines.ts";
import { saveObject } from "#renderer/app/save-object.ts";
import type { Desk } from "#renderer/desk.ts";

/** Has the desk make a workbook of these groups, and lets the person save it under `name`. */
export async function saveScheme(
  desk: Desk,
  title: string,
  lines: readonly SchemeLine[],
  name: string,
): Promise<void> {
  const { digest } = await desk.call("scheme.sheet", { title: title.slice(0, 300), lines: [...lines] });
  await saveObject(desk, digest, name.replace(/[\\/:*?"<>|]/g, "-"));
}
