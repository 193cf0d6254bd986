import type { Desk } from "#renderer/desk.ts";

/** Where an object is to be had: on this machine, or else at whoever it sends to, the hub or the province. */
export async function findObject(desk: Desk, digest: string): Promise<string> {
  const here = desk.objectUrl(digest);
  const { ok } = await fetch(here, { method: "HEAD" });
  return ok ? here : desk.provinceObjectUrl(digest);
}
