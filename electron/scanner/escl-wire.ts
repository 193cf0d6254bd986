import { setTimeout as wait } from "node:timers/promises";
import { DeskFault } from "#shared/contract/fault.ts";

/** Where a scanner answers: an address of one host, to which alone requests go. */
export type EsclAddress = { origin: string; root: string };

/**
 * Reads what a person types: `192.168.1.20`, `may-quet.local:8080`, `http://192.168.1.20/eSCL`. Nothing where it is
 * no address; eSCL is spoken in the clear on the local network.
 */
export function readEsclAddress(typed: string): EsclAddress | undefined {
  const text = typed.trim().replace(/\/+$/u, "");
  const url = URL.parse(/^https?:\/\//iu.test(text) ? text : `http://${text}`);
  if (!url || url.hostname === "" || url.username !== "" || url.search !== "" || url.hash !== "")
    return undefined;
  if (!/^[\w.[\]:-]+$/u.test(url.host)) return undefined;
  return { origin: url.origin, root: url.pathname === "/" ? "/eSCL" : url.pathname };
}

export type EsclWire = {
  /** Asks the scanner; a redirect, or no answer in time, is the fault `scanner-gone`. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** As `ask`, again and again while the scanner says that it is busy (503), for as long as `patience` allows. */
  askPatiently(path: string, init: RequestInit, patience: number): Promise<Response>;
};

/** Milliseconds that a scanner may take to answer; feeding and scanning a page at 600 dpi is the longest. */
const answerLimit = 120_000;

export function openEsclWire(address: EsclAddress, signal: AbortSignal, pause: number): EsclWire {
  const ask = async (path: string, init: RequestInit = {}) => {
    try {
      const limit = AbortSignal.any([signal, AbortSignal.timeout(answerLimit)]);
      const answer = await fetch(`${address.origin}${path}`, { ...init, redirect: "manual", signal: limit });
      if (answer.status < 300 || answer.status >= 400) return answer;
      await answer.body?.cancel();
    } catch (cause) {
      throw new DeskFault("scanner-gone", { lasting: false, detail: address.origin, cause });
    }
    throw new DeskFault("scanner-gone", { lasting: false, detail: `${address.origin} points elsewhere` });
  };
  return {
    ask,
    async askPatiently(path, init, patience) {
      for (let waited = 0; ; waited += pause) {
        const answer = await ask(path, init);
        if (answer.status !== 503 || waited >= patience) return answer;
        await answer.body?.cancel();
        await wait(pause, undefined, { signal }).catch(() => undefined);
      }
    },
  };
}
