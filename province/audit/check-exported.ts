import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { Check } from "typebox/value";
import { verifyText } from "#shared/node/keys.ts";
import { chainOf } from "#province/store/audit.ts";
import {
  type AuditHead,
  auditEndSchema,
  auditHeadSchema,
  auditLineSchema,
  auditText,
} from "./exported-audit.ts";

/** What an exported audit is found to be; `sound` where every entry follows and the province signed that end. */
export type AuditFinding = {
  sound: boolean;
  province: string;
  district: string;
  entries: number;
  /** The first line that is no entry, or does not follow from the one before; the head is line 1. */
  brokenLine?: number;
  /** What the signature at the end is worth: `missing` where the end is not there. */
  signature: "valid" | "forged" | "missing";
};

/** Walks an exported audit by itself, without the province, by the public key that it signs with. */
export async function checkExportedAudit(path: string, key: string): Promise<AuditFinding> {
  let head: AuditHead | undefined;
  let [line, entries, chain] = [0, 0, ""];
  let brokenLine: number | undefined;
  let signature: AuditFinding["signature"] = "missing";
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    line += 1;
    const value = parse(text);
    if (!head) {
      if (!Check(auditHeadSchema, value)) throw new Error(`${path} is no exported audit`);
      head = value;
    } else if (signature === "missing" && Check(auditLineSchema, value)) {
      const { chain: stated, ...entry } = value;
      chain = chainOf(chain, head.district, entry);
      if (chain !== stated) brokenLine ??= line;
      entries += 1;
    } else if (signature === "missing" && Check(auditEndSchema, value)) {
      const isEnd = value.entries === entries && value.chain === chain;
      const isSigned = verifyText("audit", auditText(head, value), value.signature, key);
      signature = isEnd && isSigned ? "valid" : "forged";
    } else brokenLine ??= line;
  }
  if (!head) throw new Error(`${path} is no exported audit`);
  const { province, district } = head;
  const sound = brokenLine === undefined && signature === "valid";
  return { sound, province, district, entries, ...(brokenLine !== undefined && { brokenLine }), signature };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
