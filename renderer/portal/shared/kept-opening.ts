import { Check } from "typebox/value";
import { type SharedOpened, sharedOpenedSchema } from "#shared/contract/portal-links.ts";

const key = "mucluc.shared";

/** Keeps an opening in this tab, so that loading the page anew takes no other; without one it is forgotten. */
export function keepOpening(secret: string, opened: SharedOpened | undefined): void {
  if (opened) window.sessionStorage.setItem(key, JSON.stringify({ secret, opened }));
  else window.sessionStorage.removeItem(key);
}

/** What was opened in this tab by this very link. */
export function keptOpening(secret: string): SharedOpened | undefined {
  try {
    const kept = JSON.parse(window.sessionStorage.getItem(key) ?? "null") as {
      secret?: unknown;
      opened?: unknown;
    } | null;
    return kept?.secret === secret && Check(sharedOpenedSchema, kept.opened) ? kept.opened : undefined;
  } catch {
    return undefined;
  }
}
