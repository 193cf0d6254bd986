import { createHash } from "node:crypto";
import { Transform, type Readable } from "node:stream";
import { OwnBytesFault } from "./connector.ts";

/** Bytes of ours, held against their digest on their way: the stream ends with `OwnBytesFault` where they are others. */
export function checkedBytes(bytes: Readable, sha256: string): Readable {
  const hash = createHash("sha256");
  const checked = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      done(hash.digest("hex") === sha256 ? null : new OwnBytesFault("other bytes"));
    },
  });
  bytes.on("error", (cause) => checked.destroy(new OwnBytesFault(cause)));
  checked.on("close", () => bytes.destroy());
  return bytes.pipe(checked);
}
