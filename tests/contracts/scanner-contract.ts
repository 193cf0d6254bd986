import { describe, expect, it, onTestFinished } from "vitest";
import sharp from "sharp";
import type { ScanSettings } from "#shared/capture/scan-settings.ts";
import { DeskFault, type FaultCode } from "#shared/contract/fault.ts";
import type { FedPage, Scanner } from "#electron/scanner/scanner.ts";
import { smallJpeg } from "#tests/electron/capture/scans.ts";

/** A scanner with its device, and the hand that fills its feeder and pulls its plug. */
export type ScannerRig = {
  scanner: Scanner;
  deviceId: string;
  /** Puts sheets into the feeder. */
  load(pages: readonly Buffer[]): Promise<void>;
  /** How many sheets the device has fed. */
  fed?: () => number;
  /** Troubles this rig can make, from now on or after so many pages. */
  troubles: Partial<Record<FaultCode, (afterPages: number) => Promise<void>>>;
  /** True where the pages that come are the very bytes that were loaded. */
  sameBytes: boolean;
  /** True where the device goes on until it is stopped: a folder. */
  endless?: true;
};

const settings: ScanSettings = { source: "feeder", duplex: false, dpi: 150, colour: "colour", paper: "A4" };

/** What every adapter of the scanner port holds. */
export function scannerContract(troubles: readonly FaultCode[], openRig: () => Promise<ScannerRig>): void {
  const open = async (count: number) => {
    const rig = await openRig();
    const pages = await Promise.all(Array.from({ length: count }, (_, page) => smallJpeg(page + 1)));
    await rig.load(pages);
    const stop = new AbortController();
    onTestFinished(() => stop.abort());
    const feed = () => rig.scanner.feed(rig.deviceId, settings, stop.signal);
    return { rig, pages, stop, feed };
  };

  it("lists its device under a name a person knows", async () => {
    const { rig } = await open(0);
    const device = (await rig.scanner.list()).find(({ id }) => id === rig.deviceId);
    expect(device?.name.length).toBeGreaterThan(2);
  });

  it("says what the device can do", async () => {
    const { rig } = await open(0);
    const able = await rig.scanner.capabilities(rig.deviceId);
    expect(able.sources).toContain("feeder");
    expect(able.colours).toContain("colour");
    expect(able.resolutions).toContain(300);
  });

  it("feeds every page in order, each a whole picture, then ends", async () => {
    const { rig, pages, stop, feed } = await open(10);
    const came: Buffer[] = [];
    for await (const page of feed()) {
      came.push(await bytesOf(page));
      await page.kept?.();
      if (rig.endless && came.length === pages.length) stop.abort();
    }
    expect(came).toHaveLength(10);
    if (rig.sameBytes)
      expect(came.map((bytes) => pages.findIndex((page) => page.equals(bytes)))).toEqual(
        pages.map((_, at) => at),
      );
    for (const bytes of came)
      expect((await sharp(bytes, { failOn: "truncated" }).stats()).channels.length).toBeGreaterThan(0);
  });

  it("feeds no page before it is asked for, where it says that it waits", async () => {
    const { rig, feed } = await open(5);
    const { waits } = await rig.scanner.capabilities(rig.deviceId);
    const pages = feed();
    for (const taken of [1, 2]) {
      await (await pages.next()).value?.kept?.();
      await new Promise((resolve) => setTimeout(resolve, 150));
      if (waits && rig.fed) expect(rig.fed()).toBe(taken);
    }
    await pages.return();
  });

  it("ends without a fault when it is stopped, and can be begun again", async () => {
    const { rig, stop, feed } = await open(10);
    let came = 0;
    for await (const page of feed()) {
      await page.kept?.();
      came += 1;
      if (came === 2) stop.abort();
    }
    expect(came).toBeGreaterThanOrEqual(2);
    await rig.load([await smallJpeg(99)]);
    const again = rig.scanner.feed(rig.deviceId, settings, new AbortController().signal);
    expect((await again.next()).done).toBe(false);
    await again.return();
  });

  it("frees the device when nobody takes further pages", async () => {
    const { rig, feed } = await open(10);
    for await (const page of feed()) {
      await page.kept?.();
      break;
    }
    await rig.load([await smallJpeg(98)]);
    const again = rig.scanner.feed(rig.deviceId, settings, new AbortController().signal);
    expect((await again.next()).done).toBe(false);
    await again.return();
  });

  it("is fed nothing once it was stopped before it began", async () => {
    const { stop, feed } = await open(1);
    stop.abort();
    expect((await feed().next()).done).toBe(true);
  });

  describe("says which trouble stopped it, after the pages before it", () => {
    for (const code of troubles) {
      it(code, async () => {
        const { rig, feed } = await open(code === "scanner-empty" ? 0 : 6);
        const make = rig.troubles[code];
        if (!make) throw new Error(`no rig for ${code}`);
        await make(2);
        const came: FedPage[] = [];
        const fault = await (async () => {
          for await (const page of feed()) {
            await bytesOf(page);
            await page.kept?.();
            came.push(page);
          }
        })().then(
          () => undefined,
          (error: unknown) => error,
        );
        expect(fault).toBeInstanceOf(DeskFault);
        expect((fault as DeskFault).code).toBe(code);
        expect(came.length).toBeLessThanOrEqual(6);
      });
    }
  });
}

async function bytesOf({ bytes }: FedPage): Promise<Buffer> {
  if (bytes instanceof Uint8Array) return Buffer.from(bytes);
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}
