import { randomBytes, randomInt } from "node:crypto";
import { join } from "node:path";
import type { Profile } from "#shared/archive/profile.ts";
import { newId } from "#shared/base/id.ts";
import type { DeskHandlers, Emit } from "#shared/contract/desk.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { openStation } from "#electron/capture/open-station.ts";
import { openConnection } from "#electron/connection.ts";
import { paperHandlers } from "#electron/custody/paper-handlers.ts";
import { diagnosisHandlers } from "#electron/diagnosis/diagnosis-handlers.ts";
import { openErrorLog } from "#electron/diagnosis/error-log.ts";
import { enrolmentHandlers } from "#electron/enrolment/enrolment-handlers.ts";
import { openForms } from "#electron/forms/open-forms.ts";
import { openHub } from "#electron/hub/open-hub.ts";
import { openIndex } from "#electron/index/open-index.ts";
import { openWorkbooks } from "#electron/inventory/open-workbooks.ts";
import { schemeHandlers } from "#electron/inventory/scheme-handlers.ts";
import { openJournal } from "#electron/journal/open-journal.ts";
import { recordHandlers } from "#electron/journal/record-handlers.ts";
import { trailHandlers } from "#electron/journal/trail.ts";
import { closedWhenBroken } from "#electron/keeping/closed-when-broken.ts";
import { openKeeping } from "#electron/keeping/open-keeping.ts";
import { openMachineMark } from "#electron/keeping/machine-mark.ts";
import { notedStore } from "#electron/keeping/noted-store.ts";
import { openRoom } from "#electron/keeping/room.ts";
import { poolWithRoom, storeWithRoom, withReserve } from "#electron/keeping/with-reserve.ts";
import { listingHandlers } from "#electron/listing/open-listing.ts";
import { parcelSender } from "#electron/parcel/parcel-sender.ts";
import { updateHandlers } from "#electron/update/update-handlers.ts";
import { labelWriter } from "#electron/parcel/write-label.ts";
import { asMachine } from "#electron/people/as-machine.ts";
import { openPeople } from "#electron/people/open-people.ts";
import { screenGuards } from "#electron/people/screen-guards.ts";
import { withinUnit } from "#electron/people/within-unit.ts";
import { openPipeline } from "#electron/pipeline/open-pipeline.ts";
import { openWorkerPool } from "#electron/pipeline/worker/pool.ts";
import { workersHere } from "#electron/pipeline/worker/pool-size.ts";
import type { Desk, DeskOptions } from "#electron/opened-desk.ts";
import { openSync } from "#electron/province/open-sync.ts";
import { openRuleKeeper } from "#electron/province/rule-pack.ts";
import { openReport } from "#electron/report/open-report.ts";
import { qualityHandlers } from "#electron/quality/quality-handlers.ts";
import { readUnits } from "#electron/read-units.ts";
import { readWords } from "#electron/read-words.ts";
import { sampleHandlers } from "#electron/sample/load-sample.ts";
import { packageHandlers } from "#electron/packages/package-handlers.ts";
import { renditionHandlers } from "#electron/renditions/pack-renditions.ts";
import { openAtRest } from "#electron/sealing/at-rest.ts";
import { searchHandlers } from "#electron/search/open-search.ts";
import { openSigning } from "#electron/signing/signing-handlers.ts";
import { sessionHandlers } from "#electron/session.ts";
import { hideToken, openSettings } from "#electron/settings.ts";
import { version } from "#electron/version.ts";

export async function openDesk(options: DeskOptions): Promise<Desk> {
  const { folder, resources, report } = options;
  const now = () => Date.now();
  const makeId = () => newId(now(), randomInt);
  const log = options.log ?? openErrorLog(folder, now);
  const listeners = new Set<(name: string, value: unknown) => void>();
  const emit: Emit = (name, value) => {
    for (const listener of listeners) listener(name, value);
  };

  const settings = await openSettings(folder, () => ({
    deviceId: makeId(),
    profile: null,
    province: null,
    practiceToken: randomBytes(24).toString("base64url"),
    ruleProfile: null,
  }));
  const { secrets, sealing, databases } = options.atRest ?? (await openAtRest(folder, options.vault));
  await hideToken(settings, secrets);
  const { deviceId } = settings.current();
  const mark = options.machineFolder ? await openMachineMark(folder, options.machineFolder) : undefined;
  const { units, successors, amend } = await readUnits(resources);
  const key = () => settings.current().province?.pin?.signing;
  const rules = await openRuleKeeper({ folder, now, key, amend });
  const people = await openPeople({ folder, settings, units, now, emit, newId: makeId });
  const workers = workersHere();
  // First of what holds a file: where it is damaged nothing is left open.
  const opened = openJournal(folder, { deviceId, now });
  const kept = () => emit("keeping.changed", {});
  const room = await openRoom({ folder, pagesAtOnce: workers, changed: kept });
  const objectsFolder = join(folder, "objects");
  const stored = storeWithRoom(await openObjectStore(objectsFolder, { sealing: sealing.current }), room);
  const { journal, standing } = closedWhenBroken(withReserve(opened, room));
  const wordsOf = (digest: string) => readWords(stored, digest);
  const index = openIndex({ folder, journal, readWords: wordsOf });
  // The words of a page may come after its record.
  const objects = notedStore(stored, {
    arrived(digest) {
      index.objectArrived(digest);
      keeping.arrived(digest);
    },
    gone: (digest) => keeping.forget(digest),
  });
  const setting = { size: workers, objectsFolder, resources, sealing: sealing.current };
  const pool = poolWithRoom(openWorkerPool(setting), room);
  const pipeline = openPipeline({ folder, journal, objects, pool, units, emit, now, tasksAtOnce: workers });
  const profile = () => settings.current().profile;
  const own = withinUnit(journal, () => profile()?.scope);
  // A scan goes on while another person takes the machine over.
  const ofMachine = withinUnit(journal, () => (people.machine() ?? profile())?.scope);
  const { capture, scanning } = await openStation({
    ...{ folder, journal: ofMachine, objects, pool, profile, now, emit, report, chance: randomInt },
    newId: makeId,
  });
  const names = { units, terms: () => rules.terms() };
  const workbooks = openWorkbooks({ folder, journal: own, objects, now, profile, names, emit });
  const connection = openConnection({
    folder,
    resources,
    settings,
    secrets,
    machine: people.machine,
    startPractice: options.startPractice,
    hub: () => hub.credentials(),
    changed: () => {
      emit("session.changed", {});
      sync.wake();
      hub.follow();
    },
    report,
  });
  const sync = openSync({
    folder,
    journal,
    objects,
    credentials: () => connection.credentials(),
    scope: () => replicatedScope(people.machine() ?? profile()),
    rules,
    parcels: {
      sender: parcelSender({ settings, secrets, units, machine: people.machine }),
      writeLabel: labelWriter(resources),
    },
    emit,
    now,
  });
  const hub = openHub({
    ...{ folder, secrets, journal, objects, rules, sync, now, report, network: options.hubNetwork },
    settings: asMachine(settings, people.machine),
    hasProvince: () => connection.credentials() !== undefined,
    moved: () => connection.renew(),
    changed: () => emit("hub.changed", {}),
  });
  listeners.add((name) => name === "sync.changed" && hub.sent());

  const keeping = openKeeping({
    ...{ folder, version, objects, secrets, sealing, databases, room, journal, now, report, changed: kept },
    deviceId: () => settings.current().deviceId,
    recoveryKey: () => settings.current().province?.pin?.sealing ?? "",
    atProvince: (digest) => sync.provinceObject(digest),
    busy: () => pipeline.isWorking(),
    standing,
    ...{ reopen: options.reopen, exchanged: options.exchanged, machine: { mark, settings, secrets } },
  });
  const listing = listingHandlers({ index, journal });
  const forms = openForms({
    ...{ journal, objectsFolder, resources, now, emit, profile, sealing: sealing.current },
    order: async (input) => await listing["listing.order"](input),
  });

  const signing = openSigning({
    ...{ folder, resources, journal: own, objects, profile, now, emit, report },
    isBeingMade: (itemId) => pipeline.isMaking(itemId),
  });
  const inForce = () => rules.rules();
  const quality = () => inForce().data.quality;
  const { permit, guard } = screenGuards({ people, journal, profile, rules });
  const ofSession = sessionHandlers({
    ...{ version, host: options.host, folder, settings, units, successors, journal },
    ...{ connection, secrets, rules, emit },
  });
  const paper = { folder, units, objects, resources };
  const handlers: DeskHandlers = {
    ...ofSession,
    ...people.handlers,
    ...enrolmentHandlers({
      ...{ settings, secrets, units, connection, emit, now },
      session: async () => await ofSession["session.read"]({}),
    }),
    ...recordHandlers({ journal, emit, quality, permit }),
    ...qualityHandlers({ journal, index, readWords: wordsOf, quality }),
    ...trailHandlers(journal),
    ...updateHandlers({ settings, version }),
    ...keeping.handlers,
    ...diagnosisHandlers({
      ...{ folder, version, host: options.host, log, now, settings, journal, sync },
      keeping: async () => await keeping.handlers["keeping.status"]({}),
      held: async () => await pipeline.handlers["jobs.held"]({}),
    }),
    ...searchHandlers({ index, journal, readWords: wordsOf }),
    ...listing,
    ...forms.handlers,
    ...workbooks.handlers,
    ...schemeHandlers({ objects }),
    ...capture.handlers,
    ...scanning.handlers,
    ...pipeline.handlers,
    ...signing.handlers,
    ...packageHandlers({
      ...{ folder, journal: own, objects, resources, version, now, emit, profile, newId: makeId },
    }),
    ...renditionHandlers({
      ...{ journal, objects, now, emit },
      template: () => settings.current().renditionTemplate ?? "",
    }),
    ...sync.handlers,
    ...openReport({
      ...{ journal: own, index, objects, secrets, resources, units, profile, settings, now },
      rules: () => inForce().data,
      status: async () => await sync.handlers["sync.status"]({}),
      rollUp: async (day) => await sync.handlers["reports.rollUp"]({ day }),
      newId: makeId,
    }),
    ...paperHandlers({ ...paper, journal: own, index, profile, now, newId: makeId, rules: inForce }),
    ...hub.handlers,
    ...sampleHandlers({ journal, objects, units, resources, profile, now, emit }),
  };
  connection.renew();
  sealing.whenOpen(() => pipeline.start());
  sync.start();
  keeping.start();
  sealing.whenOpen(() => void scanning.resume().catch(report));

  return {
    handlers: guard(handlers),
    objects,
    locked: people.locked,
    provinceObject: (digest) => sync.provinceObject(digest),
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    report,
    async close() {
      people.close();
      await signing.close();
      await keeping.stop();
      await hub.close();
      await sync.stop();
      await connection.close();
      await scanning.close();
      await pipeline.stop();
      await pool.close();
      await forms.close();
      capture.close();
      workbooks.close();
      await index.close();
      journal.close();
      await room.stop();
    },
  };
}

/** A province officer reads at the province itself; everyone else replicates the records of their unit. */
function replicatedScope(profile: Pick<Profile, "role" | "scope"> | null): string | undefined {
  return profile && profile.role !== "province-officer" ? profile.scope : undefined;
}
