import { randomInt } from "node:crypto";
import { join } from "node:path";
import type { CollectionName } from "#shared/archive/collections.ts";
import type { Role } from "#shared/archive/role.ts";
import { covers } from "#shared/archive/unit.ts";
import { isDigest } from "#shared/base/digest.ts";
import { newId } from "#shared/base/id.ts";
import type { DeskHandlers } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { parcelCalls, ParcelRow } from "#shared/contract/parcel.ts";
import type { PublicKeys } from "#shared/keys/key-text.ts";
import type { Machine } from "#shared/keys/machine-card.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { withBag } from "#shared/node/read-bag.ts";
import { writeBag } from "#shared/node/write-bag.ts";
import type { BagInfo } from "#shared/parcel/bag-info.ts";
import { parcelVolumes } from "#shared/parcel/parcel-volumes.ts";
import type { Journal } from "#electron/journal/journal.ts";
import type { JournalStore } from "#electron/province/journal-store.ts";
import type { RuleKeeper } from "#electron/province/rule-pack.ts";
import type { UploadQueue } from "#electron/province/upload-queue.ts";
import type { DeviceKeys } from "#electron/secrets/device-keys.ts";
import type { Carried } from "./carried.ts";
import type { KnownMachines } from "./machines.ts";
import { gatherContents, type ParcelContents, partsOf } from "./parcel-contents.ts";
import { asParcelFault, asWritingFault, checkFolder, checkRoom } from "./parcel-fault.ts";
import type { ParcelLog } from "./parcel-log.ts";
import { receivingHandlers } from "./receiving.ts";
import { takeArrival } from "./take-arrival.ts";
import { takeReceipt } from "./take-receipt.ts";
import type { TakenLog } from "./taken-log.ts";

/** Who sends a parcel, to whom, with which keys. */
export type ParcelSender = {
  keys: DeviceKeys;
  pin: PublicKeys;
  from: string;
  to: string;
  scope: string;
  role: Role;
  deviceId: string;
};

export type ParcelParts = {
  folder: string;
  journal: Journal;
  objects: ObjectStore;
  store: JournalStore;
  queue: UploadQueue;
  log: ParcelLog;
  taken: TakenLog;
  carried: Carried;
  machines: KnownMachines;
  rules?: Pick<RuleKeeper, "given"> | undefined;
  /** Queues what was not yet seen of this machine's objects. */
  queueAll: () => Promise<void>;
  /** Nothing where no enrolment file was used on this machine. */
  sender: () => Promise<ParcelSender | undefined>;
  writeLabel: (path: string, info: BagInfo, fileName: string, digest: string) => Promise<void>;
  /** Most bytes of objects in one parcel. */
  mostBytes: number;
  now: () => number;
  changed: () => void;
};

/**
 * Sending by USB stick: what would be sent by the line, in one sealed file; its receipt, read like an answer; and at a
 * district's centre the parcels of its communes, taken in on their way.
 */
export function parcelHandlers(parts: ParcelParts): Pick<DeskHandlers, keyof typeof parcelCalls> {
  const { log, objects, machines, now, changed } = parts;
  let writing = false;
  let writtenBytes = 0;
  const sending = async () => {
    const sender = await parts.sender();
    if (!sender) throw new DeskFault("parcel-not-enrolled");
    return sender;
  };
  const receiving = receivingHandlers({ ...parts, sending });
  const write = async (folder: string, all: boolean): Promise<ParcelRow[]> => {
    const sender = await sending();
    await checkFolder(folder);
    await parts.queueAll();
    const contents = await gatherContents(parts, all);
    const rows: ParcelRow[] = [];
    for (const waiting of parcelVolumes(contents.waiting, parts.mostBytes)) {
      const bytes = waiting.reduce((sum, { size }) => sum + size, 0);
      const first = rows.length === 0;
      const own = first ? contents : { ...contents, ids: new Map<CollectionName, string[]>(), records: 0 };
      // Each stands for itself: where a later one fails, what was written before is read and answered all the same.
      rows.push(await writeOne(folder, sender, { ...own, waiting, bytes }));
    }
    return rows;
  };
  const writeOne = async (
    folder: string,
    sender: ParcelSender,
    contents: ParcelContents,
  ): Promise<ParcelRow> => {
    const sequence = log.nextSequence();
    const at = new Date(now()).toISOString();
    const { keys, pin, from, to, scope, deviceId } = sender;
    const own = keys.signing.publicKey;
    const centres = machines.centres(scope, own, pin);
    const info: BagInfo = {
      ...{ kind: "parcel", id: newId(now(), randomInt), sequence, at, from, to, scope, deviceId },
      ...{ signer: own, receiver: pin.sealing },
      alsoFor: centres.map((machine) => machine.keys.sealing).join(" "),
      ...{ records: contents.records, objects: contents.waiting.length, bytes: contents.bytes },
    };
    const fileName = `mucluc-goi-${String(sequence).padStart(4, "0")}-${info.id.slice(-6)}.mlgoi`;
    const path = join(folder, fileName);
    const bagParts = partsOf(parts, contents, machines.card(own), (bytes) => {
      writtenBytes += bytes;
      changed();
    });
    await checkRoom(folder, contents.bytes);
    const { digest } = await writeBag({
      ...{ path, info, parts: bagParts, signing: keys.signing, sealing: keys.sealing },
    }).catch((error: unknown) => {
      throw asWritingFault(error);
    });
    await parts.writeLabel(`${path}.nhan.pdf`, info, fileName, digest);
    const none = { answeredAt: "", accepted: 0, merged: 0, refused: 0, held: 0, confirmed: 0 };
    const notThere = { arrivedAt: "", arrivedWith: "", arrivedRefused: 0 };
    const { id, records, bytes } = info;
    const row = { id, sequence, at, path, records, objects: info.objects, bytes, ...none, ...notThere };
    log.wrote(row);
    return row;
  };
  return {
    ...receiving.handlers,
    async "parcel.list"() {
      const sender = await parts.sender();
      if (sender && !writing) await parts.queueAll();
      const { records, waiting, bytes, atCentre } = await gatherContents(parts, false);
      const centres = sender ? machines.centres(sender.scope, sender.keys.signing.publicKey, sender.pin) : [];
      return {
        enrolled: sender !== undefined,
        atCentre,
        centres: centres.map(({ name, deviceId }) => name || deviceId),
        mayTake: sender?.role === "district-checker",
        taken: parts.taken.list(),
        taking: receiving.taking(),
        records,
        objects: waiting.length,
        bytes,
        parcels: log.list(),
        writing,
        writtenBytes,
      };
    },
    async "parcel.write"({ folder, all }) {
      if (writing) throw new DeskFault("bad-call", { detail: "a parcel is being written" });
      writing = true;
      writtenBytes = 0;
      try {
        return await write(folder, all === true);
      } finally {
        writing = false;
        changed();
      }
    },
    async "parcel.readReceipt"({ digest }) {
      const { keys, pin, scope } = await sending();
      if (!isDigest(digest) || (await objects.size(digest)) === undefined)
        throw new DeskFault("object-missing");
      try {
        const answered = await objects.opened(digest, (path) =>
          withBag(
            {
              path,
              folder: join(parts.folder, "parcels"),
              sealing: keys.sealing,
              kinds: ["receipt", "arrival"],
              isSigner: ({ kind, signer, id }) =>
                log.find(id) !== undefined &&
                (kind === "receipt" ? signer === pin.signing : isCentre(machines.find(signer, pin), scope)),
            },
            async (bag) => {
              if (bag.info.kind === "arrival") {
                const { refused } = await takeArrival(parts, bag, scope);
                log.arrived(bag.info.id, bag.info.at, bag.info.from, refused);
                return log.find(bag.info.id);
              }
              const counts = await takeReceipt({ ...parts, pin }, bag);
              log.answered(bag.info.id, { answeredAt: bag.info.at, ...counts });
              return log.find(bag.info.id);
            },
          ),
        );
        if (!answered) throw new DeskFault("not-found");
        return answered;
      } catch (error) {
        throw asParcelFault(error, "answer");
      } finally {
        await objects.destroy(digest);
        changed();
      }
    },
  };
}

/** Only a machine that checks for the district over this unit says that a parcel has arrived there. */
function isCentre(machine: Machine | undefined, scope: string): boolean {
  return machine?.role === "district-checker" && machine.revokedAt === "" && covers(machine.scope, scope);
}
