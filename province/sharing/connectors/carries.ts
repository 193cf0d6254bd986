import { carriedKinds } from "#shared/contract/portal-connectors.ts";
import type { CarriedKind } from "./connector.ts";

const always = "descriptions";

/** What a connector carries beside descriptions, of texts with commas between them; throws on what nobody carries. */
export function readCarries(text: string): CarriedKind[] {
  const named = text
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "" && one !== always);
  const stranger = named.find((one) => !carriedKinds.some((known) => known === one));
  if (stranger !== undefined)
    throw new Error(`nothing is carried as ${stranger}: ${[always, ...carriedKinds].join(", ")}`);
  return carriedKinds.filter((known) => named.includes(known));
}

/** As `readCarries` reads it, in one order. */
export function writeCarries(carries: readonly CarriedKind[]): string {
  return [always, ...carries].join(",");
}
