import type { Batch } from "#shared/archive/batch.ts";
import type { SealedFile } from "#shared/completeness/seal-batch.ts";
import { type LackingContent, mostLackingNamed } from "#shared/contract/lacking-content.ts";
import { acceptedRecords, type ContentCount } from "#shared/replication/rule-seal.ts";

/**
 * What lacks of an acceptance, as far as its seal tells: the files that are not here, then those whose content is not
 * as it was accepted (what lacks lies in some of them; which document or page the seal does not say).
 */
export function nameLacking(
  batch: Pick<Batch, "seal" | "steps">,
  there: ContentCount,
  sealed: readonly Pick<SealedFile, "id" | "digest">[],
  labelOf: (fileId: string) => string,
): LackingContent {
  const accepted = batch.seal?.files ?? [];
  const digests = new Map(sealed.map(({ id, digest }) => [id, digest]));
  const absent = accepted.filter(({ id }) => !there.hasFile(id));
  const partial = accepted.filter(({ id, digest }) => digests.has(id) && digests.get(id) !== digest);
  const named = (files: readonly { id: string }[], why: string) =>
    files.map(({ id }) => ({ collection: "files" as const, label: labelOf(id) || id, why }));
  return {
    records: Math.max(acceptedRecords(batch) - there.records, absent.length),
    named: [...named(absent, "absent"), ...named(partial, "partial")].slice(0, mostLackingNamed),
  };
}
