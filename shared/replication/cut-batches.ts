import type { ArchiveRecord } from "#shared/archive/record.ts";
import type { Portion } from "#shared/replication/portion.ts";

/**
 * Records in batches of one request each, in their order: of as many as a portion is and as many bytes as are bounded,
 * either as it is at the time, and of one record at least.
 */
export async function* cutBatches<Kind extends ArchiveRecord>(
  bounds: { readonly portion: Portion; readonly batchBytes: number },
  read: AsyncIterable<readonly Kind[]> | Iterable<readonly Kind[]>,
): AsyncGenerator<Kind[]> {
  let batch: Kind[] = [];
  let bytes = 0;
  for await (const records of read) {
    for (const record of records) {
      const size = bytesOnWire(record);
      if (batch.length >= bounds.portion.rows || (batch.length > 0 && bytes + size > bounds.batchBytes)) {
        yield batch;
        batch = [];
        bytes = 0;
      }
      batch.push(record);
      bytes += size;
    }
  }
  if (batch.length > 0) yield batch;
}

/** About the bytes of a record in a request, rather too many: it is not written out only to be measured. */
export function bytesOnWire(record: object): number {
  return 60 + bytesOf(record);
}

function bytesOf(value: unknown): number {
  // A Vietnamese text is a third longer in bytes than in letters.
  if (typeof value === "string") return 3 + 2 * value.length;
  if (typeof value !== "object" || value === null) return 12;
  let bytes = 2;
  for (const name of Object.keys(value)) bytes += name.length + 4 + bytesOf(Reflect.get(value, name));
  return bytes;
}
