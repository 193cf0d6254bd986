import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished, vi } from "vitest";
import type { ScreenCollectionName, Records } from "#shared/archive/collections.ts";
import type { Digest } from "#shared/base/digest.ts";
import type { Desk } from "#electron/opened-desk.ts";
import { openLastingDesk } from "#electron/keeping/lasting-desk.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { samplePage } from "#tests/helpers/sample-records.ts";

/** A whole desk on a folder, as both hosts open it, without a province; closed when the test ends. */
export async function openKeptDesk(folder: string, machineFolder?: string) {
  const reported: unknown[] = [];
  const desk = await openLastingDesk({
    ...{ folder, resources, host: "loopback", startPractice: undefined },
    ...(machineFolder === undefined ? {} : { machineFolder }),
    report: (error) => reported.push(error),
  });
  let open = true;
  const close = async () => {
    if (open) await desk.close();
    open = false;
  };
  onTestFinished(close);
  return { ...desk, reported, close };
}

type Opened = Pick<Desk, "handlers" | "objects" | "onEvent">;

export async function push<Name extends ScreenCollectionName>(
  desk: Opened,
  collection: Name,
  records: readonly Records[Name][],
): Promise<void> {
  const rows = records.map((newDocumentState) => ({ newDocumentState }));
  await desk.handlers["records.push"]({ collection, rows });
}

/** Pages with masters of their own, stored and recorded. */
export async function addPages(desk: Opened, from: number, count: number): Promise<Digest[]> {
  const digests: Digest[] = [];
  for (let at = from; at < from + count; at += 1) {
    const { digest, size } = await desk.objects.put(Buffer.alloc(20_000 + at, at % 251));
    const facts = { masterDigest: digest, masterSize: size, ordinal: at, hold: "truncated" } as const;
    await push(desk, "pages", [samplePage(`page-${at}`, facts)]);
    digests.push(digest);
  }
  return digests;
}

/** Waits until what was planned has come about: the desk was closed and opened anew. */
export async function reopened(desk: Opened, work: () => unknown): Promise<void> {
  const heard = vi.fn();
  const stop = desk.onEvent((name) => {
    if (name === "desk.reopened") heard();
  });
  await work();
  await vi.waitFor(() => {
    if (heard.mock.calls.length === 0) throw new Error("not yet");
  }, 20_000);
  stop();
}

export function isWholeObject(desk: Opened, digest: Digest): boolean {
  return (
    createHash("sha256")
      .update(readFileSync(desk.objects.path(digest)))
      .digest("hex") === digest
  );
}

/** Turns one bit of a file over, as a failing disk does. */
export function flipBit(path: string, at?: number): void {
  const bytes = readFileSync(path);
  const place = at ?? Math.floor(bytes.length / 2);
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

export const journalOf = (folder: string) => join(folder, "journal.sqlite");
