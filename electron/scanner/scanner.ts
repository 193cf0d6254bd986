import type { Capabilities, ScanSettings } from "#shared/capture/scan-settings.ts";
import type { DeviceKind } from "#shared/contract/scan.ts";

/** A device that pages can be had from; its id is the adapter's own word for it. */
export type Device = { id: string; name: string };

/** A page as it came from a device. */
export type FedPage = {
  bytes: Uint8Array | AsyncIterable<Uint8Array>;
  /** Name of its file where it has one already; empty for a page that is named by its place in the session. */
  name: string;
  /** The ending its bytes ask for, with the dot. */
  ending: ".jpg" | ".png" | ".tif" | ".pdf" | "";
  /** What tells that this very page was taken before, across restarts; empty where a device never gives one twice. */
  mark: string;
  /** Called when the page's bytes and record are safe on this machine: the source may let go of its own copy. */
  kept?: () => Promise<void>;
};

/**
 * A source of pages. Rejections and faults are `DeskFault`s with a `scanner-…` code; whatever a fault says, the pages
 * fed before it were fed.
 */
export type Scanner = {
  kind: DeviceKind;
  /** The devices that answer now; none where what drives them is not installed. */
  list(): Promise<Device[]>;
  capabilities(deviceId: string): Promise<Capabilities>;
  /**
   * Feeds pages, one each time the next is asked for, until the feeder is empty. An empty feeder at the start is the
   * fault `scanner-empty`. Aborting ends the pages without a fault; ending the iteration frees the device.
   */
  feed(deviceId: string, settings: ScanSettings, signal: AbortSignal): AsyncGenerator<FedPage, void, void>;
};

/** Thrown while a page's bytes are read: its file is still being written. It is fed again later. */
export class Unsettled extends Error {
  constructor(path: string, options: { cause?: unknown } = {}) {
    super(`still being written: ${path}`, options);
    this.name = "Unsettled";
  }
}

/** Whether feeding was stopped, asked anew each time. */
export function isStopped(signal: AbortSignal): boolean {
  return signal.aborted;
}
