import { Readable } from "node:stream";
import { nameOf } from "./describe-unit.ts";
import type { FindingAidForm } from "./model.ts";

/** The pieces as a stream of bytes; where one fails it is cut, and the document does not end as XML does. */
export function aidStream(
  pieces: AsyncIterable<{ text: string }>,
  report: (fault: unknown) => void,
): Readable {
  async function* texts() {
    for await (const { text } of pieces) yield text;
  }
  const stream = Readable.from(texts(), { objectMode: false });
  stream.on("error", report);
  return stream;
}

/** What the answer that bears a finding aid says of itself. */
export function aidHeaders(id: string, form: FindingAidForm): Record<string, string> {
  return {
    "content-type": "application/xml; charset=utf-8",
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
    "content-disposition": `attachment; filename="${aidFileName(id, form)}"`,
  };
}

/** The name of a finding aid as a file: of the fonds' id, in letters that every disk takes. */
export function aidFileName(id: string, form: FindingAidForm): string {
  return `${nameOf("phong", id)}.${form}.xml`;
}
