import { openPromise, type Entry } from "yauzl";
import { DeskFault } from "#shared/contract/fault.ts";
import { countUpTo, type WorkbookLimits } from "./workbook-limits.ts";

/** The parts of a ZIP package, read one at a time. */
export type Package = {
  has(path: string): boolean;
  /** Unpacked size of a part, as it says itself. */
  size(path: string): number;
  /** A part's text in pieces; checks its size and the sum of all that is unpacked. */
  read(path: string): AsyncIterable<string>;
  close(): void;
};

const mostParts = 5000;

/** Opens a package. Faults: `workbook-unreadable` for what is no whole ZIP, `workbook-encrypted`, `workbook-too-large`. */
export async function openPackage(path: string, limits: WorkbookLimits): Promise<Package> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch((cause: unknown) => {
    throw unreadable(cause);
  });
  const count = countUpTo(limits.unpackedBytes, "bytes unpacked");
  const entries = new Map<string, Entry>();
  try {
    if (zip.entryCount > mostParts) throw new DeskFault("workbook-too-large", { detail: "too many parts" });
    for await (const entry of zip.eachEntry()) entries.set(normal(entry.fileName), entry);
  } catch (cause) {
    zip.close();
    throw cause instanceof DeskFault ? cause : unreadable(cause);
  }
  return {
    has: (part) => entries.has(normal(part)),
    size: (part) => entries.get(normal(part))?.uncompressedSize ?? 0,
    async *read(part) {
      const entry = entries.get(normal(part));
      if (!entry) throw new DeskFault("workbook-unreadable", { detail: `${part} is missing` });
      if (entry.isEncrypted()) throw new DeskFault("workbook-encrypted");
      try {
        const decoder = new TextDecoder("utf-8", { fatal: true });
        for await (const chunk of await zip.openReadStreamPromise(entry)) {
          if (!(chunk instanceof Uint8Array)) continue;
          count(chunk.length);
          yield decoder.decode(chunk, { stream: true });
        }
        yield decoder.decode();
      } catch (cause) {
        throw cause instanceof DeskFault ? cause : unreadable(cause);
      }
    },
    close: () => zip.close(),
  };
}

function normal(path: string): string {
  return path.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}

function unreadable(cause: unknown): DeskFault {
  const detail = cause instanceof Error ? cause.message : "not a whole package";
  return new DeskFault("workbook-unreadable", { detail, cause });
}
