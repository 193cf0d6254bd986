import { randomBytes, randomInt } from "node:crypto";
import type { Fonds } from "#shared/archive/fonds.ts";
import type { Profile } from "#shared/archive/profile.ts";
import { covers } from "#shared/archive/unit.ts";
import { type Digest, isDigest } from "#shared/base/digest.ts";
import { newId } from "#shared/base/id.ts";
import type { CallInput, DeskHandlers, Emit } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { RowProblem } from "#shared/contract/workbook.ts";
import { groupNames } from "#shared/inventory/group-names.ts";
import { codeKey } from "#shared/inventory/propose-code.ts";
import type { ReadingChoices } from "#shared/inventory/read-lines.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { acceptedRows, firstOf } from "./accepted-rows.ts";
import { destroySecrets } from "./destroy-secrets.ts";
import { gatherLines, planWorkbook, type ReadWorkbook } from "./dry-run.ts";
import { heldInJournal } from "./held-in-journal.ts";
import { openImportLog } from "./import-log.ts";
import { markingOf } from "./marking-of.ts";
import { markInThread, readInThread } from "./read-in-thread.ts";
import { newExclusions } from "./new-exclusions.ts";
import { knownTermsOf, type NameSources, proposeTerms } from "./propose-terms.ts";
import { undoImport } from "./undo-import.ts";
import { writePlan } from "./write-plan.ts";
import { writeTemplate } from "./write-template.ts";

type WorkbookHandlers = Pick<DeskHandlers, Extract<keyof DeskHandlers, `workbook.${string}`>>;

export type WorkbookOptions = {
  /** Keeps what was imported, and how sheets were read. */
  folder: string;
  journal: Journal;
  objects: ObjectStore;
  /** Milliseconds since 1970. */
  now: () => number;
  profile: () => Profile | null;
  names: NameSources;
  emit: Emit;
};

type Reading = {
  read: ReadWorkbook;
  fondsId: string;
  fileId: string | undefined;
  digest: Digest;
  name: string;
  problems: RowProblem[];
  legacyCells: number;
};

/** Readings kept to be written; the oldest is forgotten when one more comes. */
const mostReadings = 3;

/**
 * Inventories in: a dry run reads a stored workbook and says what it would write; the write plans the same lines again
 * on the journal as it is then, so nothing is written twice, whatever happened in between.
 */
export function openWorkbooks({ folder, journal, objects, now, profile, names, emit }: WorkbookOptions): {
  handlers: WorkbookHandlers;
  close(): void;
} {
  const log = openImportLog(folder);
  const readings = new Map<string, Reading>();
  /** Workbooks that are read right now. */
  const beingRead = new Set<string>();
  const make = () => newId(now(), randomInt);
  const tell = progress(emit, now);
  /** Writes and undoings come one after another: each plans on what the one before has left. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };

  const person = (): Profile => {
    const found = profile();
    if (!found) throw new DeskFault("not-set-up");
    return found;
  };
  const ownFonds = (fondsId: string): Fonds => {
    const fonds = journal.read("fonds", fondsId);
    if (!fonds) throw new DeskFault("not-found", { detail: fondsId });
    if (!covers(person().scope, fonds.scope)) throw new DeskFault("not-your-scope", { detail: fonds.scope });
    return fonds;
  };
  const readingOf = (token: string): Reading => {
    const reading = readings.get(token);
    if (!reading) throw new DeskFault("workbook-forgotten");
    return reading;
  };
  const plan = async ({ read, fileId, name }: Omit<Reading, "problems">, fonds: Fonds, token: string) => {
    const held = await heldInJournal(journal, fonds.id, read.lines, (id) => log.said(id));
    const total = read.lines.length;
    const planned = await planWorkbook(read, { fonds, fileId, held, newId: make }, token, (done) =>
      tell("planning", done, total),
    );
    const met = { journal, fonds, name, at: new Date(now()).toISOString(), by: person().name };
    planned.report.exclusions = newExclusions(planned.marks, met).length;
    Object.assign(planned.report, firstOf(await acceptedRows(planned, { journal, scope: fonds.scope })));
    return planned;
  };
  const destroy = () =>
    destroySecrets(
      log,
      objects,
      (digest) => beingRead.has(digest) || [...readings.values()].some((one) => one.digest === digest),
    );
  /** Those of a run that was cut short; nobody reads them now. */
  const begun = destroy();
  const keep = (token: string, reading: Reading) => {
    readings.set(token, reading);
    for (const oldest of readings.keys()) {
      if (readings.size <= mostReadings) break;
      readings.delete(oldest);
    }
  };

  return {
    handlers: {
      async "workbook.read"(input) {
        const { digest, name, fondsId, fileId } = input;
        await begun;
        const fonds = ownFonds(fondsId);
        if (fileId !== undefined && journal.read("files", fileId)?.fondsId !== fondsId) {
          throw new DeskFault("not-found", { detail: fileId });
        }
        if (!isDigest(digest) || (await objects.size(digest)) === undefined) {
          throw new DeskFault("object-missing", { detail: digest });
        }
        if (input.codes) {
          log.keepCodes(input.codes.map(({ list, value, code }) => [codeKey(list, value), code]));
        }
        const groups = groupNames(journal.children("groups", fondsId));
        const choices = choicesOf(input, log.mappings(), log.codes(), groups);
        beingRead.add(digest);
        const read = await objects
          .opened(digest, (path) =>
            gatherLines(readInThread(path, name, choices), (rows) => tell("reading", rows, 0)),
          )
          .finally(() => beingRead.delete(digest));
        for (const { name: sheet, fingerprint } of read.sheets) {
          const columns = choices.chosen.get(sheet);
          if (columns !== undefined && fingerprint !== "") log.keepMapping(fingerprint, columns);
        }
        const reading = { read, fondsId, fileId, digest, name, legacyCells: 0 };
        const token = randomBytes(16).toString("hex");
        const { report, problems, marks } = await plan(reading, fonds, token);
        if (marks.length > 0) log.keepSecret(digest);
        keep(token, { ...reading, problems, legacyCells: report.legacy.cells });
        await destroy();
        return report;
      },

      "workbook.write": (input) =>
        inTurn(async () => {
          const { token } = input;
          const reading = readingOf(token);
          const fonds = ownFonds(reading.fondsId);
          const by = person().name;
          if (reading.legacyCells > 0 && input.legacyConfirmed !== true) {
            throw new DeskFault("workbook-not-confirmed", { lasting: false });
          }
          const { digest, name } = reading;
          readings.delete(token);
          try {
            const planned = await plan(reading, fonds, token);
            const at = new Date(now()).toISOString();
            const own = log.begin({ token, fonds: fonds.id, digest, name, at, by });
            const stamp = journal.stamp(by);
            const isKnown = await knownTermsOf(fonds.scope, journal, names);
            const counts = await writePlan(planned, {
              ...{ journal, log, fonds, name, at, token: own, stamp },
              propose: proposeTerms(journal, isKnown, stamp),
              agreed: agreement(input),
              told: (done, total) => tell("writing", done, total),
            });
            log.settle(own, "written");
            await destroy();
            return { ...counts, ...firstOf(counts.accepted) };
          } catch (error) {
            keep(token, reading);
            throw error;
          }
        }),

      "workbook.problemRows": ({ token, severity, from, count }) => {
        const { problems } = readingOf(token);
        const of =
          severity === undefined ? problems : problems.filter((problem) => problem.severity === severity);
        return { problems: of.slice(from, from + count) };
      },

      async "workbook.problems"({ token, language }) {
        const { read, digest, name, problems } = readingOf(token);
        if ((await objects.size(digest)) === undefined) {
          throw new DeskFault("object-missing", { detail: digest });
        }
        const marking = markingOf(read, problems, language);
        const marked = await objects.opened(digest, (path) => markInThread(path, name, marking));
        return await objects.put(Buffer.from(marked));
      },

      async "workbook.dismiss"({ token }) {
        readings.delete(token);
        await destroy();
        return {};
      },

      "workbook.imports": ({ fondsId }) => ({ imports: log.ofFonds(ownFonds(fondsId).id) }),

      "workbook.undo": ({ token, reason }) =>
        inTurn(async () => {
          const found = log.find(token);
          if (!found) throw new DeskFault("not-found", { detail: token });
          ownFonds(found.fonds);
          if (found.state === "undone")
            return { withdrawn: 0, restored: 0, kept: 0, accepted: [], acceptedInAll: 0 };
          const undone = await undoImport(token, reason, {
            journal,
            log,
            stamp: journal.stamp(person().name),
          });
          // What accepted batches hold can be taken back once they are opened.
          if (undone.accepted.length === 0) log.settle(token, "undone");
          return { ...undone, ...firstOf(undone.accepted) };
        }),

      async "workbook.template"({ layout }) {
        return await objects.put(await writeTemplate(layout));
      },
    },
    close: () => log.close(),
  };
}

function choicesOf(
  { mapping = [], keepLegacy = false }: CallInput<"workbook.read">,
  remembered: ReadingChoices["remembered"],
  codes: ReadingChoices["codes"],
  groups: ReadingChoices["groups"],
): ReadingChoices {
  const chosen = new Map(mapping.map(({ sheet, columns }) => [sheet, columns ?? null]));
  return { chosen, remembered, codes, groups, keepLegacy };
}

/** Whether a change is written: as the person said of all like it, or the other way for those named. */
function agreement({ updates = false, conflicts = false, except = [] }: CallInput<"workbook.write">) {
  const others = new Set(except);
  return (key: string, conflict: boolean) => (conflict ? conflicts : updates) !== others.has(key);
}

/** Tells the screen how far the work is, some five times a second. */
function progress(emit: Emit, now: () => number) {
  let told = { step: "", at: 0 };
  return (step: "reading" | "planning" | "writing", done: number, total: number) => {
    const at = now();
    if (told.step === step && at - told.at < 200 && done !== total) return;
    told = { step, at };
    emit("workbook.progress", { step, done, total });
  };
}
