import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { sharedReader } from "#province/access/admit-partners.ts";
import type { Reader } from "#province/access/reader.ts";
import {
  type ExportKind,
  type ExportLine,
  exportAskedSchema,
  exportLineSchema,
} from "#province/sharing/api/schemas.ts";
import { exportLines } from "#province/sharing/export-lines.ts";
import { secondText } from "#province/sharing/second-text.ts";
import { tellUpTo } from "#province/store/offer-changes.ts";
import type { App, Province } from "./typed.ts";

/** Everything that a partner may have of one kind, as lines while it is read; its last line says that it is whole. */
export function addExportRoute(app: App, { database, units, now, report }: Province): void {
  async function* lines(reader: Reader, kind: ExportKind): AsyncGenerator<string> {
    const told = await tellUpTo(database, now());
    const hash = createHash("sha256");
    let count = 0;
    for await (const part of exportLines({ database, units }, reader, kind)) {
      if (part.lines === 0) continue;
      hash.update(part.text);
      count += part.lines;
      yield part.text;
    }
    const end: ExportLine = {
      kind: "end",
      lines: count,
      sha256: hash.digest("hex"),
      until: secondText(told),
    };
    yield `${JSON.stringify(end)}\n`;
  }

  app.get(
    "/api/v1/export",
    { schema: { querystring: exportAskedSchema, response: { 200: exportLineSchema } } },
    (request, reply) => {
      const stream = Readable.from(lines(sharedReader(request), request.query.kind), { objectMode: false });
      // The line is cut then, and its last line lacks.
      stream.on("error", report);
      void reply.type("application/x-ndjson; charset=utf-8").header("cache-control", "no-store");
      // The schema is of one line; a stream is sent as it is.
      void reply.send(stream as never);
    },
  );
}
