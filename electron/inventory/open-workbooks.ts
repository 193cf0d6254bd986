import { randomBytes, randomInt } from "node:crypto";
import { setImmediate as pause } from "node:timers/promises";
import type { Fonds } from "#shared/archive/fonds.ts";
import type { Profile } from "#shared/archive/profile.ts";
import { covers } from "#shared/archive/unit.ts";
import { isDigest } from "#shared/base/digest.ts";
import { newId } from "#shared/base/id.ts";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { gatherLines, planWorkbook, type ReadWorkbook } from "./dry-run.ts";
import { heldInJournal } from "./held-in-journal.ts";
import { readInThread } from "./read-in-thread.ts";
import { fileRecord, itemRecord } from "./records-of-plan.ts";
import { writeTemplate } from "./write-template.ts";

type WorkbookHandlers = Pick<DeskHandlers, "workbook.read" | "workbook.write" | "workbook.template">;

export type WorkbookOptions = {
  journal: Journal;
  objects: ObjectStore;
  /** Milliseconds since 1970. */
  now: () => number;
  profile: () => Profile | null;
};

type Reading = { read: ReadWorkbook; fondsId: string; fileId: string | undefined };

/** Readings kept to be written; the oldest is forgotten when one more comes. */
const mostReadings = 3;
const sliceSize = 100;

/**
 * Inventories in: a dry run reads a stored workbook and says what it would write; the write plans the same lines again
 * on the journal as it is then, so nothing is written twice, whatever happened in between.
 */
export function openWorkbooks({ journal, objects, now, profile }: WorkbookOptions): {
  handlers: WorkbookHandlers;
} {
  const readings = new Map<string, Reading>();
  const make = () => newId(now(), randomInt);

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
  const plan = async ({ read, fileId }: Reading, fonds: Fonds, token: string) => {
    const held = await heldInJournal(journal, fonds.id, read.lines);
    return await planWorkbook(read, { fonds, fileId, held, newId: make }, token);
  };
  const keep = (token: string, reading: Reading) => {
    readings.set(token, reading);
    for (const oldest of readings.keys()) {
      if (readings.size <= mostReadings) break;
      readings.delete(oldest);
    }
  };
  const writeSlices = async <Row>(rows: readonly Row[], write: (slice: readonly Row[]) => void) => {
    for (let at = 0; at < rows.length; at += sliceSize) {
      write(rows.slice(at, at + sliceSize));
      await pause();
    }
  };

  return {
    handlers: {
      async "workbook.read"({ digest, name, fondsId, fileId }) {
        const fonds = ownFonds(fondsId);
        if (fileId !== undefined && journal.read("files", fileId)?.fondsId !== fondsId) {
          throw new DeskFault("not-found", { detail: fileId });
        }
        if (!isDigest(digest) || (await objects.size(digest)) === undefined) {
          throw new DeskFault("object-missing", { detail: digest });
        }
        const reading = {
          read: await gatherLines(readInThread(objects.path(digest), name)),
          fondsId,
          fileId,
        };
        const token = randomBytes(16).toString("hex");
        const { report } = await plan(reading, fonds, token);
        keep(token, reading);
        return report;
      },

      async "workbook.write"({ token }) {
        const reading = readings.get(token);
        if (!reading) throw new DeskFault("workbook-forgotten");
        const fonds = ownFonds(reading.fondsId);
        const { name } = person();
        readings.delete(token);
        try {
          const { files, items } = await plan(reading, fonds, token);
          const stamp = journal.stamp(name);
          const place = { scope: fonds.scope, fondsId: fonds.id };
          // Files before their items: a write cut short leaves no item without its file, and can be done again.
          await writeSlices(files, (slice) => {
            const records = slice.map((file) => fileRecord(file, place, stamp));
            journal.write("files", records, "desk");
          });
          await writeSlices(items, (slice) => {
            const records = slice.map((item) => itemRecord(item, fonds.scope, stamp));
            journal.write("items", records, "desk");
          });
          return { files: files.length, items: items.length };
        } catch (error) {
          keep(token, reading);
          throw error;
        }
      },

      async "workbook.template"({ layout }) {
        return await objects.put(await writeTemplate(layout));
      },
    },
  };
}
