import { handoverHandlers } from "#electron/handovers/handover-handlers.ts";
import { custodyHandlers } from "./custody-handlers.ts";

type Options = Parameters<typeof custodyHandlers>[0] & Parameters<typeof handoverHandlers>[0];

/** What happens to paper: its way from point to point, and the minutes of its handovers. */
export function paperHandlers(options: Options) {
  return { ...custodyHandlers(options), ...handoverHandlers(options) };
}
