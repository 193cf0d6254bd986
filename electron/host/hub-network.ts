import type { HubNetwork } from "#electron/hub/open-hub.ts";

/** The one address of this machine to which `MUCLUC_HUB_HOST` bounds a hub; nothing where all of its networks will do. */
export function hubNetworkOf(environment: NodeJS.ProcessEnv): HubNetwork | undefined {
  const host = environment["MUCLUC_HUB_HOST"] ?? "";
  return host === "" ? undefined : { host, addresses: [host] };
}
