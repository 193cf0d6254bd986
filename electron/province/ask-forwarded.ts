import type { Static } from "typebox";
import { forwardedSchema } from "#shared/contract/session.ts";
import { WireFault } from "#shared/replication/sync-wire.ts";
import type { ProvinceWire } from "./province-wire.ts";

/** What the hub says that it has sent on to the province; nothing where it does not say. */
export async function askForwarded(
  wire: Pick<ProvinceWire, "ask">,
): Promise<{ forwarded?: Static<typeof forwardedSchema> }> {
  try {
    return { forwarded: await wire.ask("/hub/forwarded", forwardedSchema) };
  } catch (error) {
    if (error instanceof WireFault) return {};
    throw error;
  }
}
