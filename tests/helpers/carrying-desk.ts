import { join } from "node:path";
import type { Profile } from "#shared/archive/profile.ts";
import type { CallInput, Emit } from "#shared/contract/desk.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { openJournal } from "#electron/journal/open-journal.ts";
import { packageHandlers } from "#electron/packages/package-handlers.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { sampleModel } from "#tests/helpers/sample-package.ts";
import { sampleBatch } from "#tests/helpers/sample-records.ts";

export type Heard = { done: number; total: number; kept: number };

const scope = "52.550.21952";
const checker: Profile = { name: "Lê Thị Kiểm", role: "district-checker", scope: "52.550" };

/**
 * A desk with an accepted batch of some files, of three documents each, that carries it out; in a folder where one was
 * before it is that one, started again. `heard` is told of each step of the writing, and may interrupt it.
 */
export async function openCarryingDesk(options: {
  folder: string;
  files?: number;
  now?: number;
  heard?: (heard: Heard) => void;
}) {
  const { folder, files = 3, now = Date.UTC(2025, 5, 12), heard = () => undefined } = options;
  const objects = await openObjectStore(join(folder, "objects"));
  const journal = openJournal(folder, { deviceId: "desk", now: () => 1 });
  if (!journal.read("batches", "batch-1")) {
    const { fonds, file, documents } = await sampleModel(objects, 3);
    journal.write("fonds", [{ ...fonds, scope }], "screen");
    journal.write(
      "batches",
      [sampleBatch("batch-1", { number: "ĐỢT 01/2025", state: "accepted" })],
      "screen",
    );
    for (let at = 1; at <= files; at += 1) {
      const own = { id: `file-${at}`, code: `H08.31.9.2016.${at}`, notation: `${at}` };
      journal.write("files", [{ ...file, ...own, scope, inventory: "1", batchId: "batch-1" }], "screen");
      const items = documents.map(({ item, digest, size }) => ({
        ...{
          ...item,
          id: `${own.id}-${item.id}`,
          fileId: own.id,
          renditionDigest: digest,
          renditionSize: size,
        },
      }));
      journal.write("items", items, "screen");
    }
  }
  const emit: Emit = (name, value) => {
    if (name === "packages.writing") heard(value as Heard);
  };
  const handlers = packageHandlers({
    ...{ folder, journal, objects, resources, version: "0.1.0", now: () => now, emit },
    ...{ profile: () => checker, newId: () => "none" },
  });
  type Carried = CallInput<"packages.carry">;
  const carry = (given: Pick<Carried, "folder"> & Partial<Carried>) =>
    handlers["packages.carry"]({ of: "batch", id: "batch-1", profile: "sip-hoso-tt05", ...given }) as Promise<
      Awaited<ReturnType<(typeof handlers)["packages.carry"]>>
    >;
  return { handlers, carry, journal, close: () => journal.close() };
}
