import type { DeskHandlers } from "#shared/contract/desk.ts";
import type { ErrorLog } from "./error-log.ts";

/** The same handlers; what a call ends with is noted before it is told. */
export function logCalls(handlers: DeskHandlers, log: ErrorLog): DeskHandlers {
  return new Proxy(handlers, {
    get: (calls, name) => async (input: unknown) => {
      try {
        const call = calls[name as keyof DeskHandlers] as (input: unknown) => unknown;
        return await call(input);
      } catch (error) {
        log.note(String(name), error);
        throw error;
      }
    },
  });
}
