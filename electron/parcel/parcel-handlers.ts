import { randomInt } from "node:crypto";
import { stat } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { isDigest } from "#shared/base/digest.ts";
import { newId } from "#shared/base/id.ts";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { parcelCalls, ParcelRow } from "#shared/contract/parcel.ts";
import type { PublicKeys } from "#shared/keys/key-text.ts";
import { BagFault } from "#shared/node/bag-fault.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { withBag } from "#shared/node/read-bag.ts";
import { writeBag } from "#shared/node/write-bag.ts";
import type { BagInfo } from "#shared/parcel/bag-info.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { JournalStore } from "#electron/province/journal-store.ts";
import type { UploadQueue } from "#electron/province/upload-queue.ts";
import type { DeviceKeys } from "#electron/secrets/device-keys.ts";
import { gatherContents, partsOf } from "./parcel-contents.ts";
import type { ParcelLog } from "./parcel-log.ts";
import { takeReceipt } from "./take-receipt.ts";

/** Who sends a parcel, to whom, with which keys. */
export type ParcelSender = {
  keys: DeviceKeys;
  pin: PublicKeys;
  from: string;
  to: string;
  scope: string;
  deviceId: string;
};

export type ParcelParts = {
  folder: string;
  journal: Journal;
  objects: ObjectStore;
  store: JournalStore;
  queue: UploadQueue;
  log: ParcelLog;
  /** Queues what was not yet seen of this machine's objects. */
  queueAll: () => Promise<void>;
  /** Nothing where no enrolment file was used on this machine. */
  sender: () => Promise<ParcelSender | undefined>;
  writeLabel: (path: string, info: BagInfo, fileName: string, digest: string) => Promise<void>;
  now: () => number;
  changed: () => void;
};

/** Sending by USB stick: what would be sent by the line, in one sealed file; and its receipt, read like an answer. */
export function parcelHandlers(parts: ParcelParts): Pick<DeskHandlers, keyof typeof parcelCalls> {
  const { log, objects, now, changed } = parts;
  let writing = false;
  let writtenBytes = 0;
  const sending = async () => {
    const sender = await parts.sender();
    if (!sender) throw new DeskFault("parcel-not-enrolled");
    return sender;
  };
  const write = async (folder: string): Promise<ParcelRow> => {
    const sender = await sending();
    await checkFolder(folder);
    await parts.queueAll();
    const contents = await gatherContents(parts);
    const sequence = log.nextSequence();
    const at = new Date(now()).toISOString();
    const { keys, pin, from, to, scope, deviceId } = sender;
    const info: BagInfo = {
      ...{ kind: "parcel", id: newId(now(), randomInt), sequence, at, from, to, scope, deviceId },
      ...{ signer: keys.signing.publicKey, receiver: pin.sealing },
      ...{ records: contents.records, objects: contents.waiting.length, bytes: contents.bytes },
    };
    const fileName = `mucluc-goi-${String(sequence).padStart(4, "0")}-${info.id.slice(-6)}.mlgoi`;
    const path = join(folder, fileName);
    const bagParts = partsOf(parts, contents, (bytes) => {
      writtenBytes += bytes;
      changed();
    });
    const { digest } = await writeBag({
      ...{ path, info, parts: bagParts, signing: keys.signing, sealing: keys.sealing },
    }).catch((error: unknown) => {
      throw asDeskFault(error);
    });
    await parts.writeLabel(`${path}.nhan.pdf`, info, fileName, digest);
    const none = { answeredAt: "", accepted: 0, merged: 0, refused: 0, confirmed: 0 };
    const { id, records, bytes } = info;
    const row = { id, sequence, at, path, records, objects: info.objects, bytes, ...none };
    log.wrote(row);
    return row;
  };
  return {
    async "parcel.list"() {
      const enrolled = (await parts.sender()) !== undefined;
      if (enrolled && !writing) await parts.queueAll();
      const { records, waiting, bytes } = await gatherContents(parts);
      return {
        enrolled,
        records,
        objects: waiting.length,
        bytes,
        parcels: log.list(),
        writing,
        writtenBytes,
      };
    },
    async "parcel.write"({ folder }) {
      if (writing) throw new DeskFault("bad-call", { detail: "a parcel is being written" });
      writing = true;
      writtenBytes = 0;
      try {
        return await write(folder);
      } finally {
        writing = false;
        changed();
      }
    },
    async "parcel.readReceipt"({ digest }) {
      const { keys, pin } = await sending();
      if (!isDigest(digest) || (await objects.size(digest)) === undefined)
        throw new DeskFault("object-missing");
      try {
        const answered = await withBag(
          {
            path: objects.path(digest),
            folder: join(parts.folder, "parcels"),
            sealing: keys.sealing,
            kind: "receipt",
            isSigner: ({ signer, id }) => signer === pin.signing && log.find(id) !== undefined,
          },
          async (bag) => {
            const counts = await takeReceipt({ ...parts, pin }, bag);
            log.answered(bag.info.id, { answeredAt: bag.info.at, ...counts });
            return log.find(bag.info.id);
          },
        );
        if (!answered) throw new DeskFault("not-found");
        return answered;
      } catch (error) {
        throw asDeskFault(error);
      } finally {
        await objects.destroy(digest);
        changed();
      }
    },
  };
}

async function checkFolder(folder: string): Promise<void> {
  const found = isAbsolute(folder) ? await stat(folder).catch(() => undefined) : undefined;
  if (found?.isDirectory() !== true) throw new DeskFault("folder-missing", { detail: folder });
}

function asDeskFault(error: unknown): unknown {
  if (error instanceof BagFault) {
    const { kind } = error;
    const code =
      kind === "not-for-us" || kind === "stranger"
        ? "parcel-not-ours"
        : kind === "not-an-envelope" || kind === "not-a-bag"
          ? "parcel-not-known"
          : "parcel-damaged";
    return new DeskFault(code, { detail: `${kind}: ${error.message}`, cause: error });
  }
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code === "ENOSPC" || code === "EFBIG")
    return new DeskFault("disk-full", { lasting: false, cause: error });
  return error;
}
