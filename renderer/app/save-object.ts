import { findObject } from "#renderer/app/find-object.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { saveBytes } from "#renderer/app/save-bytes.ts";
import type { Desk } from "#renderer/desk.ts";

/** Lets the person save an object of the desk under a name. */
export async function saveObject(desk: Desk, digest: string, name: string): Promise<void> {
  const response = await fetch(await findObject(desk, digest));
  if (!response.ok) throw new DeskFault("object-missing");
  saveBytes(await response.blob(), name);
}
