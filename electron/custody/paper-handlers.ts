import { claimHandlers } from "#electron/claims/claim-handlers.ts";
import { handoverHandlers } from "#electron/handovers/handover-handlers.ts";
import { noteHandlers } from "#electron/notes/note-handlers.ts";
import { reworkHandlers } from "#electron/rework/rework-handlers.ts";
import { custodyHandlers } from "./custody-handlers.ts";
import { pointHandlers } from "./point-handlers.ts";

type Options = Parameters<typeof custodyHandlers>[0] &
  Parameters<typeof pointHandlers>[0] &
  Parameters<typeof handoverHandlers>[0] &
  Parameters<typeof noteHandlers>[0] &
  Parameters<typeof claimHandlers>[0];

/** What happens to paper: its way from point to point, the minutes of its handovers, what people note, send back and take on. */
export function paperHandlers(options: Options) {
  return {
    ...custodyHandlers(options),
    ...pointHandlers(options),
    ...handoverHandlers(options),
    ...noteHandlers(options),
    ...reworkHandlers(options),
    ...claimHandlers(options),
  };
}
