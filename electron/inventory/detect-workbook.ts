import { open } from "node:fs/promises";
import { DeskFault } from "#shared/contract/fault.ts";

const compound = Buffer.from("d0cf11e0a1b11ae1", "hex");
const directoryDepth = 64 * 1024 * 1024;

/**
 * What a file is by its bytes, whatever its name says. Faults: `workbook-encrypted` for a workbook behind a password,
 * `workbook-empty` for no bytes, `workbook-unreadable` for all that is no workbook (a web page, a picture). An old
 * workbook's own password is met when it is read.
 */
export async function detectWorkbook(path: string, name: string): Promise<"xlsx" | "xls" | "csv"> {
  const handle = await open(path, "r");
  try {
    const head = Buffer.alloc(4096);
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    const start = head.subarray(0, bytesRead);
    if (start.toString("latin1").trim() === "") throw new DeskFault("workbook-empty");
    if (start.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004", "latin1"))) return "xlsx";
    if (start.subarray(0, 8).equals(compound)) {
      // A password turns the package into a stream of this name within a compound file; an old .xls has none.
      const { size } = await handle.stat();
      const bytes = Buffer.alloc(Math.min(size, directoryDepth));
      await handle.read(bytes, 0, bytes.length, 0);
      if (bytes.includes(Buffer.from("EncryptedPackage", "utf16le")))
        throw new DeskFault("workbook-encrypted");
      return "xls";
    }
    const text = start.toString("utf8");
    if (/^\s*</.test(text.replace(/^\ufeff/, "")))
      throw new DeskFault("workbook-unreadable", { detail: "html" });
    if (/\.(csv|tsv|txt)$/i.test(name) && !text.includes("\u0000")) return "csv";
    throw new DeskFault("workbook-unreadable", { detail: "not a workbook" });
  } finally {
    await handle.close();
  }
}
