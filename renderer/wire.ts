import type { Result } from "#shared/base/result.ts";
import type { Fault } from "#shared/contract/fault.ts";
import type { Wire } from "#renderer/desk.ts";

/** What the preload script of the Electron host puts on the page's `window`. */
export type Bridge = {
  call(name: string, input: unknown): Promise<Result<unknown, Fault>>;
  listen(listener: (name: string, value: unknown) => void): () => void;
};

declare global {
  interface Window {
    readonly mucluc?: Bridge;
  }
}

/**
 * The wire of the host this page runs in: the preload's bridge under Electron, otherwise HTTP on loopback, where
 * the one-time token in the address is first exchanged for a cookie.
 */
export async function connectWire(): Promise<Wire> {
  if (window.mucluc) return window.mucluc;
  const token = /^#token=([\w-]+)$/.exec(window.location.hash)?.[1];
  if (token) {
    await fetch("/enter", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token }),
    });
    window.history.replaceState(null, "", "#/");
  }
  return httpWire();
}

const notEntered: Fault = { code: "not-entered", lasting: true, detail: "enter first" };

function httpWire(): Wire {
  return {
    async call(name, input) {
      try {
        const response = await fetch(`/call/${name}`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(input),
        });
        if (response.status === 401) return { ok: false, fault: notEntered };
        return (await response.json()) as Result<unknown, Fault>;
      } catch {
        return { ok: false, fault: { code: "internal", lasting: false, detail: "the desk does not answer" } };
      }
    },
    listen(listener) {
      const source = sharedEvents();
      const hear = (message: MessageEvent<string>) => {
        const event = JSON.parse(message.data) as { name: string; value: unknown };
        listener(event.name, event.value);
      };
      source.addEventListener("message", hear);
      return () => source.removeEventListener("message", hear);
    },
  };
}

let events: EventSource | undefined;

function sharedEvents(): EventSource {
  events ??= new EventSource("/events");
  return events;
}
