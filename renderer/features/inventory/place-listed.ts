import type { TreePlace } from "./grid/inventory-tree.tsx";

/** The place of the tree that a list was asked for at. */
export function placeListed(group?: string, inventory?: string, box?: string): TreePlace {
  if (group !== undefined) return { group };
  return { ...(inventory === undefined ? {} : { inventory }), ...(box === undefined ? {} : { box }) };
}
