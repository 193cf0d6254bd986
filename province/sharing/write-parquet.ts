import { open } from "node:fs/promises";
import { fileWriter, parquetWriteRows } from "hyparquet-writer";
import { type TSchema, Type } from "typebox";
import { digestOfFile } from "#shared/node/digest-of-file.ts";
import {
  type ExportKind,
  type ExportLine,
  itemAnswerSchema,
  sharedFileSchema,
  sharedFondsSchema,
} from "./api/schemas.ts";

/** Rows that are in memory at a time, with their words. */
const groupRows = 1000;

const fieldsOf: Record<ExportKind, Record<string, TSchema>> = {
  fonds: sharedFondsSchema.properties,
  files: sharedFileSchema.properties,
  items: itemAnswerSchema.properties,
};

/**
 * Writes records of one kind as one Parquet file (Snappy) that is not there yet, a column a field; the pages of items are
 * one column of JSON. It is on the disk when this resolves, and is read again for its digest.
 */
export async function writeParquet(
  path: string,
  kind: ExportKind,
  parts: AsyncIterable<readonly ExportLine[]>,
): Promise<{ lines: number; bytes: number; sha256: string }> {
  const columns = Object.entries(fieldsOf[kind]).map(([name, schema]) => ({
    ...{ name, type: typeOf(schema), nullable: false },
  }));
  const handle = await open(path, "wx", 0o600);
  try {
    let lines = 0;
    const rows = async function* () {
      for await (const part of parts) {
        lines += part.length;
        yield* part;
      }
    };
    await parquetWriteRows({
      ...{ rows: rows(), columns, rowGroupSize: groupRows, createdBy: "mucluc" },
      writer: fileWriter(path),
    });
    await handle.sync();
    const { sha256, size } = await digestOfFile(path);
    return { lines, bytes: size, sha256 };
  } finally {
    await handle.close();
  }
}

function typeOf(schema: TSchema): "BOOLEAN" | "INT32" | "JSON" | "STRING" {
  if (Type.IsBoolean(schema)) return "BOOLEAN";
  if (Type.IsInteger(schema)) return "INT32";
  return Type.IsArray(schema) ? "JSON" : "STRING";
}
