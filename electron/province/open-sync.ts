import { collectionNames } from "#shared/archive/collections.ts";
import { isDigest } from "#shared/base/digest.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { SyncStatus } from "#shared/contract/session.ts";
import { mostVolumeBytes } from "#shared/parcel/parcel-volumes.ts";
import { parcelHandlers } from "#electron/parcel/parcel-handlers.ts";
import { openCarried } from "#electron/parcel/carried.ts";
import { openMachines } from "#electron/parcel/machines.ts";
import { openParcelLog } from "#electron/parcel/parcel-log.ts";
import { openTakenLog } from "#electron/parcel/taken-log.ts";
import { type Asking, provinceHandlers } from "./ask-province.ts";
import { openConfirmedObjects } from "./confirmed-objects.ts";
import { openFacts } from "./facts.ts";
import { freeingHandlers } from "./freeing.ts";
import { openJournalStore } from "./journal-store.ts";
import { adoptProvince } from "./known-province.ts";
import { clockAheadFact, defaultTimings, lastRoundFact, type Link, openLink } from "./link.ts";
import { askForwarded } from "./ask-forwarded.ts";
import { sayOfHub, toDeskFault } from "./province-fault.ts";
import { clockAhead, codeOfHold, isSame } from "./status-notes.ts";
import { outcomeOf } from "./outcome-of.ts";
import { listRefused } from "./list-refused.ts";
import { readRounds } from "./round-log.ts";
import { askRules } from "./rule-pack.ts";
import { openProvinceWire, wireLimits } from "./province-wire.ts";
import { openSyncDatabase } from "./sync-database.ts";
import { outboxHandlers } from "./outbox.ts";
import { queueItems, queueObjects } from "./queue-objects.ts";
import { openUploadPacing } from "./pace-uploads.ts";
import type { Sync, SyncParts } from "./sync.ts";
import { openUploadQueue } from "./upload-queue.ts";

/** Calls to the screen to ask again are at least this far apart, in milliseconds. */
const tellEvery = 200;

export function openSync(parts: SyncParts): Sync {
  const { journal, objects } = parts;
  const timings = { ...defaultTimings(), ...parts.timings };
  const limits = parts.limits ?? wireLimits;
  const database = openSyncDatabase(parts.folder);
  const facts = openFacts(database);
  const store = openJournalStore(database, facts, journal, parts.now);
  const queue = openUploadQueue(database);
  const confirmed = openConfirmedObjects(database);
  const machines = openMachines(database);
  const pacing = openUploadPacing({
    facts,
    now: parts.now,
    recordsFirst: async () => await link?.records.settled(),
  });
  const closed = new AbortController();
  let link: Link | undefined;
  let linkedScope: string | undefined;
  let linking: Promise<void> = Promise.resolve();
  let started = false;
  let writes = 0;
  let telling: NodeJS.Timeout | undefined;
  let forwarded: Awaited<ReturnType<typeof askForwarded>> = {};

  const changed = () => {
    if (closed.signal.aborted) return;
    telling ??= setTimeout(() => {
      telling = undefined;
      parts.emit("sync.changed", {});
    }, tellEvery);
  };
  const stopListening = journal.onWrite((collection) => {
    changed();
    if (store.merging()) return;
    writes += 1;
    link?.records.wake();
    if (collection === "items" || collection === "pages") link?.objects.wake();
  });

  const heardRules = async (wire: ReturnType<typeof openProvinceWire>) => {
    if (await askRules(parts.rules, wire)) parts.emit("session.changed", {});
    forwarded = link?.credentials.hub ? await askForwarded(wire) : {};
    const { pin, hub } = link?.credentials ?? {};
    // A hub does not speak for the province here: its own keys are others.
    if (pin && !hub) await machines.ask(wire, pin);
  };
  const follow = async () => {
    const credentials = closed.signal.aborted ? undefined : parts.credentials();
    const scope = parts.scope();
    if (link && isSame(link.credentials, credentials) && scope === linkedScope) return;
    await link?.stop();
    link = undefined;
    forwarded = {};
    linkedScope = scope;
    if (started && credentials && scope !== undefined) {
      store.keepWithin(scope);
      const adopted = adoptProvince(facts, credentials);
      if (adopted !== "same") forgetProvince(adopted === "other" ? "all" : "unsigned");
      const more = {
        credentials,
        store,
        queue,
        confirmed,
        pacing,
        facts,
        timings,
        limits,
        writes: () => writes,
        changed,
      };
      link = openLink({ journal, objects, now: parts.now, heardRules, ...more });
    } else if (started && credentials) {
      // An officer's machine has no rounds after which it would ask.
      void heardRules(openProvinceWire(credentials, closed.signal, limits));
    }
    changed();
  };
  const relink = () => {
    linking = linking
      .then(follow)
      .catch((error: unknown) => process.emitWarning(error instanceof Error ? error : String(error)));
    return linking;
  };
  const forgetProvince = (receipts: "all" | "unsigned") => {
    for (const collection of collectionNames) {
      journal.markUnsent(collection);
      store.setPulled(collection, null);
    }
    store.forgetRefused();
    queue.forgetReceipts(receipts);
    facts.write(lastRoundFact, "");
  };

  const status = (): SyncStatus => {
    const asides = store.asideCounts();
    const savedRecords = collectionNames.reduce((sum, name) => sum + journal.count(name), 0);
    const unsent = collectionNames.reduce((sum, name) => sum + journal.unsentCount(name), 0);
    const { waiting, held, ...counts } = queue.counts();
    const states = link ? [link.records.state(), link.objects.state()] : [];
    return {
      savedRecords,
      savedAt: journal.last().at,
      sentRecords: savedRecords - unsent,
      totalRecords: savedRecords,
      ...counts,
      ...receivingOf(link),
      refusedRecords: asides.refused,
      heldRecords: asides.held,
      asideRecords: collectionNames.reduce((sum, name) => sum + store.putAside(name).size, 0),
      equal: link !== undefined && link.equal() && waiting === 0,
      state: !link
        ? parts.credentials() && parts.scope() === undefined
          ? "idle"
          : "off"
        : states.includes("working")
          ? "working"
          : states.includes("waiting")
            ? "waiting"
            : "idle",
      problem: sayOfHub(link?.credentials, (link?.problem() ?? "") || codeOfHold(held)),
      ...(link?.credentials.hub ? { hub: { name: link.credentials.hub.name, ...forwarded } } : {}),
      lastRoundAt: facts.read(lastRoundFact),
      ...clockAhead(facts.read(clockAheadFact)),
    };
  };

  /** Asks the province for the screen, with the credentials of the moment. */
  const asking: Asking = async (ask) => {
    const credentials = parts.credentials();
    if (!credentials) throw new DeskFault("province-unreachable", { lasting: false, detail: "no province" });
    try {
      return await ask(openProvinceWire(credentials, closed.signal, limits));
    } catch (error) {
      throw toDeskFault(error, credentials);
    }
  };

  return {
    handlers: {
      ...parcelHandlers({
        ...{ folder: parts.folder, journal, objects, store, queue, changed, now: parts.now },
        ...{ log: openParcelLog(database), taken: openTakenLog(database) },
        ...{ carried: openCarried(database), machines, rules: parts.rules },
        queueAll: () => queueObjects({ journal, objects, queue, facts, now: parts.now }, closed.signal),
        mostBytes: parts.parcels?.mostBytes ?? mostVolumeBytes,
        sender: async () => parts.parcels?.sender(),
        writeLabel: async (...label) => parts.parcels?.writeLabel(...label),
      }),
      ...freeingHandlers({
        ...{ journal, objects, queue, confirmed, asking, changed, now: parts.now },
        pin: () => parts.credentials()?.pin,
      }),
      ...outboxHandlers({ journal, objects, store, queue, now: parts.now }),
      "sync.status": status,
      "sync.outcome": ({ collection, id }) => outcomeOf(store, journal, collection, id),
      "sync.refused": () => listRefused(store, journal),
      async "sync.now"() {
        store.forgetRefused();
        queue.release();
        await relink();
        void link?.objects.now();
        await link?.records.now();
        return status();
      },
      "uploads.read": () => pacing.read(),
      "uploads.setPace"(pace) {
        pacing.set(pace);
        changed();
        void link?.objects.now();
        return pacing.read();
      },
      ...provinceHandlers(asking),
    },
    start() {
      started = true;
      void relink();
    },
    wake() {
      void relink().then(() => {
        void link?.objects.now();
        void link?.records.now();
      });
    },
    provinceObject: (digest) =>
      parts.credentials() && isDigest(digest)
        ? asking((wire) => wire.object(digest))
        : Promise.resolve(undefined),
    async queueItems(itemIds) {
      await queueItems({ journal, objects, queue, now: parts.now }, itemIds, closed.signal);
      link?.objects.wake();
    },
    rounds: () => readRounds(facts),
    countSent: (digests) => queue.countAtProvince(digests),
    async stop() {
      closed.abort();
      stopListening();
      clearTimeout(telling);
      await relink();
      database.close();
    },
  };
}

function receivingOf(link: Link | undefined): Pick<SyncStatus, "receiving"> {
  const receiving = link?.receiving();
  return receiving ? { receiving } : {};
}
