import { Readable } from "node:stream";
import type { OpenedPackage } from "./open-package.ts";

/** Most bytes of a thing that is kept, and of all together. */
const mostOne = 64 * 1024;
const mostAll = 32 * 1024 * 1024;

/** The same package; what is small in it (descriptions, schemas) is read once, however often it is asked for. */
export function keepSmall(opened: OpenedPackage): OpenedPackage {
  const kept = new Map<string, Buffer>();
  let room = mostAll;
  return {
    ...opened,
    async read(path) {
      const size = opened.paths.get(path) ?? 0;
      const held = kept.get(path);
      if (held) return Readable.from([held]);
      if (size > mostOne || size > room) return opened.read(path);
      const parts: Buffer[] = [];
      for await (const part of (await opened.read(path)) as AsyncIterable<Buffer>) parts.push(part);
      const bytes = Buffer.concat(parts);
      kept.set(path, bytes);
      room -= bytes.length;
      return Readable.from([bytes]);
    },
  };
}
