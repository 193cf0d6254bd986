import { tell } from "./ask.ts";

/**
 * Signs one out, and says so to `left`; who cannot be signed out at the server is at least signed out here: the cookie
 * ends with the browser.
 */
export function leave(left: () => void): void {
  tell("leave").then(left, left);
}
