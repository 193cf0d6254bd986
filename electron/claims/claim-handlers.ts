import { hostname } from "node:os";
import type { Batch } from "#shared/archive/batch.ts";
import { type Claim, isClaim, refuseClaim, standOfClaim, takerOf } from "#shared/archive/claim.ts";
import type { Note } from "#shared/archive/note.ts";
import type { Profile } from "#shared/archive/profile.ts";
import { editRecord, makeRecord } from "#shared/archive/record.ts";
import { writeMoment } from "#shared/base/moment.ts";
import type { claimCalls, HeldClaim } from "#shared/contract/claims.ts";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { claimHoursOf } from "#shared/rules/batch-steps.ts";
import type { RuleData } from "#shared/rules/pack.ts";
import type { Journal } from "#electron/journal/journal.ts";

/** Claims are notes on the batch or file: each a record of its own, so that two made unknown to each other both stay. */
export function claimHandlers(options: {
  journal: Journal;
  profile: () => Profile | null;
  now: () => number;
  newId: () => string;
  /** What this machine is called; its own name in the network where nobody says. */
  machine?: () => string;
  /** The rules in force. */
  rules: () => { data: Pick<RuleData, "batchSteps"> };
}): Pick<DeskHandlers, keyof typeof claimCalls> {
  const { journal, now, machine = hostname } = options;
  const own = (): Profile => {
    const set = options.profile();
    if (!set) throw new DeskFault("not-set-up");
    return set;
  };
  const standing = (claim: Claim, others: readonly Claim[], batch: Batch) =>
    standOfClaim(claim, others, batch, writeMoment(now()));
  return {
    "claims.list"({ batchId }) {
      const { name } = own();
      const claims = readClaims(journal, batchId).flatMap(({ claim, others }): HeldClaim[] => {
        const place = placeOf(journal, claim);
        if (!place) return [];
        const stand = standing(claim, others, place.batch);
        const mine = claim.by === name;
        const told = mine && ["taken", "lost", "expired"].includes(stand);
        if (stand !== "standing" && !told) return [];
        const instead = takerOf(claim, others) ?? others.find(({ id }) => id === claim.lostTo);
        const other = instead && { by: instead.by, machine: instead.claim.machine, at: instead.at };
        const { id, number, name: called, state } = place.batch;
        const { station, machine, until } = claim.claim;
        return [
          {
            ...{ note: claim, station, machine, until, stand, own: mine, other: other ?? null },
            ...{ batch: { id, number, name: called, state }, fileCode: place.fileCode },
          },
        ];
      });
      return { claims: claims.sort((one, other) => (one.note.at < other.note.at ? 1 : -1)) };
    },
    "claims.take"({ subject, subjectId, station, reason }) {
      const about = journal.read(subject, subjectId);
      const place = placeOf(journal, { subject, subjectId });
      if (!about || !place) throw new DeskFault("not-found", { detail: `${subject} ${subjectId}` });
      const { name, role } = own();
      const others = journal.children("notes", subjectId).filter(isClaim);
      const atStation = others.filter(({ claim }) => claim.station === station);
      const held = atStation.filter((claim) => standing(claim, others, place.batch) === "standing");
      const why = reason.normalize("NFC").trim();
      const refusal = refuseClaim(place.batch, station, { by: name, role, reason: why }, held);
      if (refusal) return { refusal };
      const at = now();
      const claim = makeRecord<Note>(
        {
          ...{ id: options.newId(), scope: about.scope, subject, subjectId, field: "", kind: "claim" },
          ...{ text: why === "" ? "-" : why, answers: "", mentions: [], by: name },
          ...{ at: writeMoment(at), solvedAt: "", solvedBy: "" },
          claim: {
            ...{ station, machine: machine().slice(0, 200) },
            until: writeMoment(at + claimHoursOf(options.rules().data.batchSteps) * 3_600_000),
            knew: atStation
              .filter((one) => one.solvedAt === "" && (one.lostTo ?? "") === "")
              .map(({ id }) => id)
              .slice(-100),
          },
        },
        journal.stamp(name),
      );
      journal.write("notes", [claim], "desk");
      return { refusal: "" };
    },
    "claims.release"({ id }) {
      const claim = journal.read("notes", id);
      if (!claim || !isClaim(claim)) throw new DeskFault("not-found", { detail: `claim ${id}` });
      const { name } = own();
      if (claim.by !== name) throw new DeskFault("not-your-role", { detail: "another's claim" });
      const solved = { solvedAt: writeMoment(now()), solvedBy: name };
      journal.write("notes", [editRecord<Note>(claim, solved, journal.stamp(name))], "desk");
      return {};
    },
  };
}

/** The claims on a batch (or on all) that may stand, each with the others on the same work. */
function readClaims(journal: Journal, batchId: string): { claim: Claim; others: readonly Claim[] }[] {
  const onSame = new Map<string, readonly Claim[]>();
  return journal
    .openClaims(batchId)
    .filter(isClaim)
    .map((claim) => {
      const { subjectId } = claim;
      const others = onSame.get(subjectId) ?? journal.children("notes", subjectId).filter(isClaim);
      onSame.set(subjectId, others);
      return { claim, others };
    });
}

/** The batch that what is claimed lies in. */
function placeOf(
  journal: Journal,
  { subject, subjectId }: Pick<Note, "subject" | "subjectId">,
): { batch: Batch; fileCode: string } | undefined {
  const file = subject === "files" ? journal.read("files", subjectId) : undefined;
  const batch = journal.read("batches", file ? file.batchId : subjectId);
  if (!batch || batch.withdrawn !== "") return undefined;
  return { batch, fileCode: file?.code ?? "" };
}
