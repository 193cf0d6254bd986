import { setTimeout as wait } from "node:timers/promises";
import type { ProvinceWire } from "./province-wire.ts";

type Parts = {
  wire: ProvinceWire;
  signal: AbortSignal;
  /** Called for each "pull again", and when the stream was opened: what it said meanwhile was missed. */
  resync: () => void;
  /** Longest silence; the province gives a sign of life every 20 s. */
  silenceMs: number;
  backOffMs: (failures: number) => number;
};

/** Listens to the province's stream until the signal, opening it again when it breaks. Never rejects. */
export async function followStream({ wire, signal, resync, silenceMs, backOffMs }: Parts): Promise<void> {
  for (let failures = 1; !signal.aborted; failures += 1) {
    const silence = new AbortController();
    let timer = setTimeout(() => silence.abort(), silenceMs);
    try {
      const ends = AbortSignal.any([signal, silence.signal]);
      const body: AsyncIterable<Uint8Array> = (await wire.stream(ends)).values();
      failures = 0;
      resync();
      let text = "";
      const decoder = new TextDecoder();
      for await (const part of body) {
        clearTimeout(timer);
        timer = setTimeout(() => silence.abort(), silenceMs);
        text += decoder.decode(part, { stream: true });
        const lines = text.split(/\r?\n/);
        // A line without an end says nothing yet; one that never ends is not of this stream.
        text = (lines.pop() ?? "").slice(-1000);
        if (lines.some((line) => /^data: ?RESYNC$/.test(line))) resync();
      }
    } catch {
      // Down, refused or silent: the rounds find out which and say so; this only tries again.
    } finally {
      clearTimeout(timer);
    }
    await wait(backOffMs(failures + 1), undefined, { signal }).catch(() => undefined);
  }
}
