import { findObject } from "#renderer/app/find-object.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { Desk } from "#renderer/desk.ts";

/** Lets the person save an object of the desk under a name. */
export async function saveObject(desk: Desk, digest: string, name: string): Promise<void> {
  const response = await fetch(await findObject(desk, digest));
  if (!response.ok) throw new DeskFault("object-missing");
  saveBytes(await response.blob(), name);
}

/** Lets the person save bytes under a name. */
export function saveBytes(bytes: Blob, name: string): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the bytes up by then.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
