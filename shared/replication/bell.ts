import { covers } from "#shared/archive/unit.ts";

/** Tells open streams that something changed within their scope. */
export type Bell = {
  listen(scope: string, ring: () => void): () => void;
  ring(scopes: ReadonlySet<string>): void;
};

export function hangBell(): Bell {
  const listeners = new Set<{ scope: string; ring: () => void }>();
  return {
    listen(scope, ring) {
      const listener = { scope, ring };
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    ring(scopes) {
      for (const { scope, ring } of listeners) {
        for (const changed of scopes) {
          if (!covers(scope, changed)) continue;
          ring();
          break;
        }
      }
    },
  };
}
