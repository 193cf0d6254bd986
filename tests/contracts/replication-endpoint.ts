import type { HubWorld } from "#tests/electron/hub/world.ts";
import type { World } from "#tests/province/world.ts";

/** What the province and the hub have in common: whatever is asked of it alone holds for both. */
export type Endpoint = Pick<World, keyof World & keyof HubWorld>;
