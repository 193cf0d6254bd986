import {
  type ComparedFonds,
  type FondsDecision,
  fondsGroups,
  fondsVerdicts,
  pairOf,
  proposeSameFonds,
} from "#shared/archive/same-fonds.ts";
import type { Successor } from "#shared/archive/successor.ts";
import type { Unit } from "#shared/archive/unit.ts";
import type { AskedFondsDecision, FondsPair, FondsQueue } from "#shared/contract/province-same-fonds.ts";
import type { Device } from "#province/access/device.ts";
import { type Database, numberIn, type Querying, type Row, textIn } from "./database.ts";
import { nameOf } from "./overview.ts";
import { readable } from "./scope.ts";

const mostWaiting = 500;
const mostDecided = 200;

type Decided = FondsDecision & { number: number; why: string; by: string; at: string };
type Listed = FondsPair["one"] & ComparedFonds;

/** The pairs of fonds within the device's scope that may be one and wait, and those that were decided on. */
export async function readFondsQueue(
  database: Database,
  device: Device,
  { units, successors }: { units: readonly Unit[]; successors: readonly Successor[] },
): Promise<FondsQueue> {
  const rows = await database.query(
    `select r.id, r.scope, r.state->>'code' as code, r.state->>'archiveCode' as archive_code,
       r.state->>'name' as name, coalesce(r.state->>'dateSpan', '') as span,
       (select count(*) from records f where f.district = r.district and f.collection = 'files'
         and f.parent = r.id and f.state->>'withdrawn' = '') as files
     from records r
     where r.collection = 'fonds' and r.state->>'withdrawn' = '' and ${readable("r")} order by r.id`,
    [device.scope],
  );
  const listed = new Map(rows.map((row) => [textIn(row, "id"), listedOf(row, units)]));
  const last = new Map<string, Decided>();
  for (const decision of await readDecisions(database))
    last.set(pairOf(decision.subject, decision.into), decision);
  const proposals = proposeSameFonds([...listed.values()], successors);
  const waiting = proposals.filter(({ one, other }) => !last.has(pairOf(one, other)));
  const reasons = new Map(
    proposals.map((proposal) => [pairOf(proposal.one, proposal.other), proposal.reasons]),
  );
  const decided = [...last.entries()].sort(([, one], [, other]) => other.number - one.number);
  return {
    pairs: waiting.slice(0, mostWaiting).flatMap((proposal) => {
      const [one, other] = [listed.get(proposal.one), listed.get(proposal.other)];
      return one && other ? [{ one, other, reasons: proposal.reasons, seen: 0 }] : [];
    }),
    waiting: waiting.length,
    decided: decided
      .flatMap(([pair, { number, ...decision }]) => {
        const [one, other] = [listed.get(decision.subject), listed.get(decision.into)];
        if (!one || !other) return [];
        return [{ one, other, reasons: reasons.get(pair) ?? [], seen: number, decided: decision }];
      })
      .slice(0, mostDecided),
  };
}

/**
 * Writes a decision on two fonds that the device may both read; nothing where there are no such fonds. It is not
 * done where the last decision on the pair is not the one that was seen. Decisions are only ever added.
 */
export async function decideOnFonds(
  database: Database,
  asked: { device: Device; decision: AskedFondsDecision; now: number },
): Promise<{ done: boolean } | undefined> {
  const { device, decision, now } = asked;
  const { subject, into, verdict, why, seen } = decision;
  if (subject === into) return undefined;
  return database.transaction(async (inside) => {
    // One decision after the other: they are few, and each looks at the one before.
    await inside.query("lock table fonds_decisions in exclusive mode");
    const [known] = await inside.query(
      `select count(distinct r.id) as count from records r
       where r.collection = 'fonds' and r.id in ($2, $3) and r.state->>'withdrawn' = '' and ${readable("r")}`,
      [device.scope, subject, into],
    );
    if (!known || numberIn(known, "count") < 2) return undefined;
    const pair = pairOf(subject, into);
    const [before] = await inside.query(
      "select coalesce(max(number), 0) as number from fonds_decisions where pair = $1",
      [pair],
    );
    if (before && numberIn(before, "number") !== seen) return { done: false };
    await inside.query(
      `insert into fonds_decisions (pair, subject, into_fonds, verdict, why, device_id, decided_by, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        pair,
        subject,
        into,
        verdict,
        why.normalize("NFC").trim(),
        device.deviceId,
        device.name === "" ? device.deviceId : device.name,
        new Date(now).toISOString(),
      ],
    );
    return { done: true };
  });
}

/** Which fonds are one by what was decided. */
export type FondsGroups = ReturnType<typeof fondsGroups>;

/** Under which fonds each is listed. */
export async function readFondsGroups(database: Querying): Promise<FondsGroups> {
  return fondsGroups(await readDecisions(database));
}

async function readDecisions(database: Querying): Promise<Decided[]> {
  const rows = await database.query(
    `select number, subject, into_fonds, verdict, why, decided_by, at from fonds_decisions order by number`,
  );
  return rows.flatMap((row) => {
    const verdict = fondsVerdicts.find((known) => known === row["verdict"]);
    if (!verdict) return [];
    return {
      number: numberIn(row, "number"),
      subject: textIn(row, "subject"),
      into: textIn(row, "into_fonds"),
      verdict,
      why: textIn(row, "why"),
      by: textIn(row, "decided_by"),
      at: textIn(row, "at"),
    };
  });
}

function listedOf(row: Row, units: readonly Unit[]): Listed {
  const scope = textIn(row, "scope");
  return {
    id: textIn(row, "id"),
    code: textIn(row, "code"),
    archiveCode: textIn(row, "archive_code"),
    name: textIn(row, "name"),
    dateSpan: textIn(row, "span"),
    scope,
    unitName: nameOf(units, scope),
    files: numberIn(row, "files"),
  };
}
