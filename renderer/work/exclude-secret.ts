import type { Exclusion } from "#shared/archive/exclusion.ts";
import { makeRecord } from "#shared/archive/record.ts";
import { excludeSecret, type SecretMet } from "#shared/rules/exclusion.ts";
import { addRecords, changeRecord, type Work } from "#renderer/db/work.ts";

/**
 * Records that a document was kept out because it bears a mark of secrecy: its class and where the paper is, never
 * what it says. `scope` is that of its fonds. This is no step of the history: a decision is not undone with the typing.
 */
export async function recordExclusion(work: Work, scope: string, met: SecretMet): Promise<Exclusion> {
  const fields = excludeSecret(met, { now: work.now(), by: work.profile.name });
  const exclusion = makeRecord<Exclusion>({ ...fields, id: work.id(), scope }, work.stamp());
  await addRecords(work, "exclusions", [exclusion]);
  return exclusion;
}

/** Takes back an exclusion that a slip of typing caused: it stays kept, with the reason, and no longer counts. */
export async function takeBackExclusion(work: Work, id: string, reason: string): Promise<void> {
  await changeRecord(work, "exclusions", id, { withdrawn: reason.slice(0, 500) });
}
