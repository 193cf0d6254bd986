import { parentPort, workerData } from "node:worker_threads";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { CustodyPointRecord } from "#shared/archive/custody-point.ts";
import type { Box } from "#shared/archive/box.ts";
import type { Group } from "#shared/archive/group.ts";
import type { Item } from "#shared/archive/item.ts";
import type { FormOrder } from "#shared/contract/forms.ts";
import { openObjectStore, type Sealing } from "#shared/node/object-store.ts";
import { loadFormFonts } from "./form-fonts.ts";
import { type FondsName, makeForm } from "./make-form.ts";

/*
 * Runs in a thread of its own: takes the records a slice at a time, makes one form of them, stores it and says where.
 */

export type FormSetting = {
  order: FormOrder;
  fonds: FondsName;
  fondsById: ReadonlyMap<string, FondsName>;
  groups: Group[];
  boxes: Box[];
  points: CustodyPointRecord[];
  resources: string;
  objectsFolder: string;
  sealing?: Sealing | undefined;
  /** Milliseconds since 1970. */
  madeAt: number;
};

/** A slice of the records a form is made of; `end` once there are no more. */
export type FormSlice = { files: ArchiveFile[]; items: Item[]; end: boolean };

export type FormAnswer =
  | { progress: { done: number; total: number } }
  | { made: { digest: string; size: number; rows: number; pages: number; codes: string[] } }
  | { failed: string; errno: string };

const port = parentPort;
if (port) {
  // The desk that starts this thread is the only one that hands it data.
  const setting = workerData as FormSetting;
  const files: ArchiveFile[] = [];
  const items = new Map<string, Item[]>();
  const say = (answer: FormAnswer) => port.postMessage(answer);
  port.on("message", (slice: FormSlice) => {
    files.push(...slice.files);
    for (const item of slice.items) {
      const known = items.get(item.fileId);
      if (known) known.push(item);
      else items.set(item.fileId, [item]);
    }
    if (!slice.end) return;
    make(setting, files, items, say).catch((error: unknown) => {
      const errno = error instanceof Error && "code" in error ? String(error.code) : "";
      say({ failed: error instanceof Error ? error.message : String(error), errno });
    });
  });
}

async function make(
  setting: FormSetting,
  files: ArchiveFile[],
  items: Map<string, Item[]>,
  say: (answer: FormAnswer) => void,
): Promise<void> {
  const { order, fonds, fondsById, groups, boxes, points, resources, objectsFolder } = setting;
  const fonts = await loadFormFonts(resources);
  const matter = {
    order,
    fonds,
    fondsById,
    groups,
    boxes,
    points,
    files,
    items,
    madeAt: new Date(setting.madeAt),
  };
  const { bytes, rows, pages, codes } = await makeForm(matter, fonts, (done, total) =>
    say({ progress: { done, total } }),
  );
  const sealing = setting.sealing ?? { wanted: false, key: undefined };
  const objects = await openObjectStore(objectsFolder, { sweep: false, sealing: () => sealing });
  const { digest, size } = await objects.put(bytes);
  say({ made: { digest, size, rows, pages, codes } });
}
