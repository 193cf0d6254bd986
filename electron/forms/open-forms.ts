import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { setImmediate as pause } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Profile } from "#shared/archive/profile.ts";
import type { Item } from "#shared/archive/item.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { DeskHandlers, Emit } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { Sealing } from "#shared/node/object-store.ts";
import {
  type FormOrder,
  formatsOfForm,
  isBatchForm,
  isBoxForm,
  isListForm,
  type MadeForm,
} from "#shared/contract/forms.ts";
import type { ListingFilter, ListingOrder } from "#shared/contract/listing.ts";
import { formName } from "#shared/forms/form-name.ts";
import { byNumber } from "#shared/forms/place-order.ts";
import { centerPoints } from "#electron/custody/center-points.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { FondsName } from "./make-form.ts";
import type { FormAnswer, FormSetting, FormSlice } from "./form-worker.ts";

export type FormsOptions = {
  journal: Journal;
  /** Ids of records in order, as of what the journal holds now. */
  order: (input: ListingOrder) => Promise<{ ids: string[] }>;
  /** Who works here: slips name the points of their center. */
  profile?: () => Profile | null;
  objectsFolder: string;
  resources: string;
  /** Milliseconds since 1970. */
  now: () => number;
  emit: Emit;
  /** How objects lie on the disk; plain where it is absent. */
  sealing?: () => Sealing;
};

const sliceSize = 250;

/** Official forms: records are handed to a thread a slice at a time, so that the desk answers while one is made. */
export function openForms(options: FormsOptions): {
  handlers: Pick<DeskHandlers, "forms.make">;
  close: () => Promise<void>;
} {
  const { journal, order: ask, objectsFolder, resources, now, emit } = options;
  const workers = new Set<Worker>();

  const fileIds = async (order: FormOrder): Promise<string[]> => {
    if (order.fileId !== undefined) return [order.fileId];
    if (order.batchId !== undefined) return journal.filesOfBatch(order.batchId).map(({ id }) => id);
    const { fondsId, retention, inventory } = order;
    const filter: ListingFilter = {
      fondsId,
      ...(retention === undefined ? {} : { retention }),
      ...(inventory === undefined ? {} : { inventory }),
    };
    return (await ask({ collection: "files", filter, sort: "place" })).ids;
  };

  async function* slices(order: FormOrder): AsyncGenerator<Omit<FormSlice, "end">> {
    const ids = await fileIds(order);
    for (let at = 0; at < ids.length; at += sliceSize) {
      const files = ids.slice(at, at + sliceSize).flatMap((id): ArchiveFile[] => {
        const file = journal.read("files", id);
        return file && isChosen(file, order) ? [file] : [];
      });
      const items: Item[] = [];
      if (takesItems(order)) {
        for (const file of files) {
          items.push(...journal.children("items", file.id).filter((item) => isMeant(item, order)));
          await pause();
        }
      }
      if (files.length > 0) yield { files, items };
      await pause();
    }
  }

  const groupsOf = (fondsId: string) =>
    journal.children("groups", fondsId).filter(({ withdrawn }) => withdrawn === "");

  const fondsOfBatch = (batchId: string) => {
    const found = new Map<string, FondsName>();
    for (const { fondsId } of journal.filesOfBatch(batchId)) {
      const fonds = found.has(fondsId) ? undefined : journal.read("fonds", fondsId);
      if (fonds) found.set(fondsId, { name: fonds.name, code: fonds.code });
    }
    return found;
  };

  return {
    handlers: {
      async "forms.make"(order): Promise<MadeForm> {
        const batch = order.batchId === undefined ? undefined : journal.read("batches", order.batchId);
        const fonds = batch ? { name: batch.name, code: batch.number } : journal.read("fonds", order.fondsId);
        if (!fonds) throw new DeskFault("not-found", { detail: order.fondsId });
        const isList = isListForm(order.kind);
        if (!formatsOfForm[order.kind].includes(order.format) || (batch && !isBatchForm(order.kind)))
          throw new DeskFault("bad-call", { detail: order.kind });
        const { name, code } = fonds;
        const workerData: FormSetting = {
          order,
          fonds: { name, code },
          fondsById: batch ? fondsOfBatch(batch.id) : new Map<string, FondsName>(),
          groups: order.kind === "file-list" ? groupsOf(order.fondsId) : [],
          boxes: isBoxForm(order.kind) ? journal.children("boxes", order.fondsId) : [],
          points:
            order.kind === "routing-slips" ? centerPoints(journal, options.profile?.()?.scope ?? "") : [],
          resources,
          objectsFolder,
          sealing: options.sealing?.(),
          madeAt: now(),
        };
        const worker = new Worker(workerFile(), { workerData });
        workers.add(worker);
        try {
          const made = answerOf(worker, (progress) => emit("forms.progress", progress));
          // A thread that dies while it is still being fed is heard of here, once.
          made.catch(() => undefined);
          let counted = 0;
          for await (const { files, items } of slices(order)) {
            counted += countsItems(order) ? items.length : files.length;
            worker.postMessage({ files, items, end: false } satisfies FormSlice);
          }
          if (counted === 0) throw new DeskFault("form-empty");
          worker.postMessage({ files: [], items: [], end: true } satisfies FormSlice);
          const { rows, ...rest } = await made;
          if (rows === 0) throw new DeskFault("form-empty");
          if (isList && rows !== counted) throw new Error(`${rows} rows were written of ${counted}`);
          const file = order.fileId === undefined ? undefined : journal.read("files", order.fileId);
          return { ...rest, rows, name: formName(order, { fondsCode: code, fileCode: file?.code ?? "" }) };
        } finally {
          workers.delete(worker);
          await worker.terminate();
        }
      },
    },
    async close() {
      await Promise.all([...workers].map((worker) => worker.terminate()));
    },
  };
}

/** Whether a form has a row or a sheet for each item. */
function countsItems({ kind, perFile }: FormOrder): boolean {
  return kind === "item-inventory" || (kind === "separators" && perFile !== true);
}

/** Whether a form is made of the items in the files too. */
function takesItems(order: FormOrder): boolean {
  return countsItems(order) || order.kind === "file-closing";
}

function isMeant(item: Item, { itemIds }: FormOrder): boolean {
  return item.withdrawn === "" && (itemIds === undefined || itemIds.includes(item.id));
}

function isChosen(file: ArchiveFile, { kind, fondsId, batchId, boxes }: FormOrder): boolean {
  if (file.withdrawn !== "" || (batchId ? file.batchId !== batchId : file.fondsId !== fondsId)) return false;
  if (file.box === "" && (boxes || isBoxForm(kind))) return false;
  if (!boxes) return true;
  return byNumber(file.box, boxes.first) >= 0 && byNumber(file.box, boxes.last) <= 0;
}

type Made = Extract<FormAnswer, { made: unknown }>["made"];

function answerOf(worker: Worker, progress: (value: { done: number; total: number }) => void): Promise<Made> {
  return new Promise((resolve, reject) => {
    worker.on("message", (answer: FormAnswer) => {
      if ("progress" in answer) progress(answer.progress);
      else if ("made" in answer) resolve(answer.made);
      else if (answer.errno === "ENOSPC") reject(new DeskFault("disk-full", { detail: answer.failed }));
      else reject(new Error(answer.failed));
    });
    worker.on("error", reject);
    worker.on("exit", (code) => reject(new Error(`the thread of the form ended with ${code}`)));
  });
}

/** The worker beside this file: its source, or its bundle. */
function workerFile(): URL {
  const here = import.meta.url;
  return new URL(`./form-worker${extname(fileURLToPath(here))}`, here);
}
