import { type Static, Type } from "typebox";
import { canonicalJson } from "#shared/base/canonical.ts";

/** The first line of an exported audit: whose it is. */
export const auditHeadSchema = Type.Object({
  product: Type.Literal("mucluc-audit"),
  version: Type.Literal(1),
  province: Type.String(),
  district: Type.String(),
});

export type AuditHead = Static<typeof auditHeadSchema>;

/** An entry as it stands in the audit, with the chain up to it. */
export const auditLineSchema = Type.Object({
  seq: Type.Integer({ minimum: 1 }),
  at: Type.String(),
  deviceId: Type.String(),
  role: Type.String(),
  collection: Type.String(),
  id: Type.String(),
  changes: Type.Record(Type.String(), Type.Unknown()),
  hash: Type.String(),
  chain: Type.String(),
});

/** The last line: how many entries there are and where their chain ends, signed by the province. */
export const auditEndSchema = Type.Object({
  entries: Type.Integer({ minimum: 0 }),
  chain: Type.String(),
  madeAt: Type.String(),
  signature: Type.String(),
});

export type AuditEnd = Static<typeof auditEndSchema>;

/** What the province signs of an exported audit: its head, and its end without the signature. */
export function auditText(head: AuditHead, { entries, chain, madeAt }: Omit<AuditEnd, "signature">): string {
  return canonicalJson({ ...head, entries, chain, madeAt });
}
