import { randomUUID } from "node:crypto";
import { access, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Profile } from "#shared/archive/profile.ts";
import { momentTextInVietnam } from "#shared/base/vietnam-time.ts";
import type { CallInput, DeskHandlers, Emit } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { CarriedPackages, packageCalls } from "#shared/contract/packages.ts";
import { bagTexts } from "#shared/node/packages/write-bag-folder.ts";
import { checkFolder } from "#electron/parcel/parcel-fault.ts";
import { readMark, takeMark, writeMark } from "./carry-mark.ts";
import { type BegunPlace, type CarryNote, type CarryStart, openCarryNotes } from "./carry-notes.ts";
import type { AllMade } from "./package-handlers.ts";
import { asPlaceFault, checkRoomAt } from "./place-fault.ts";
import { writePlace } from "./write-place.ts";

type CarryOptions = {
  /** The desk's own, where it notes what is being written. */
  folder: string;
  resources: string;
  version: string;
  now: () => number;
  profile: () => Profile | null;
  emit: Emit;
  makeAll: (asked: CallInput<"packages.make">, from: MadeFrom) => Promise<AllMade>;
};

/** What packages are made from beside the records: the same packages, byte for byte, where these are the same. */
export type MadeFrom = Pick<CarryStart, "seed" | "at">;

type Asked = CallInput<"packages.carry">;

type Begun = { start: CarryStart; all: AllMade };

/**
 * Packages written to a disk or stick, each place read again to its last byte. One at a time. What was interrupted goes
 * on where it was, on the same disk or stick and with the same contents alone.
 */
export function carryHandlers(
  options: CarryOptions,
): Pick<
  DeskHandlers,
  keyof typeof packageCalls & ("packages.carry" | "packages.stop" | "packages.unfinished")
> {
  const { makeAll, now } = options;
  const notes = openCarryNotes(join(options.folder, "carrying"));
  let running = false;
  let stopped = false;

  const begin = async (asked: Asked, places: readonly string[], from?: CarryNote): Promise<Begun> => {
    const { seed, at } = from ?? { seed: randomUUID(), at: now() };
    const all = await makeAll(asked, { seed, at });
    const { files, label, mark } = all;
    const { manifest } = bagTexts(files, "");
    const moment = momentTextInVietnam(at).slice(0, 19).replaceAll(/[-:]/gu, "").replace("T", "-");
    // A tree has the same name whenever it is written, so that it lies at a place once.
    const name =
      mark === undefined ? (from?.name ?? (await free(places, `${label}-${moment}`))) : `${label}-${mark}`;
    return { start: { seed, at, name, manifest, files: files.length }, all };
  };

  /** What was begun, where its contents are the same still; or all of it anew. */
  const beginOrGoOn = async (asked: Asked, places: readonly string[]) => {
    const noted = await notes.read(asked);
    const met = noted ? await meet(noted, places) : new Map<string, BegunPlace>();
    if (noted && !asked.anew) {
      checkOthers(noted, met);
      const begun = await begin(asked, places, noted);
      if (begun.all.files.length === 0 || begun.start.manifest === noted.manifest)
        return { ...begun, met, changed: false };
      await begun.all.clear();
    }
    const begun = await begin(asked, places);
    if (begun.all.files.length > 0) {
      if (noted) await drop(noted, met);
      await notes.begin(asked, begun.start);
    }
    return { ...begun, met: new Map<string, BegunPlace>(), changed: Boolean(noted && !asked.anew) };
  };

  const carry = async (asked: Asked): Promise<CarriedPackages> => {
    const { folder, second = "" } = asked;
    const places = [folder, second].map((place) => place.trim()).filter((place) => place !== "");
    for (const place of places) await checkFolder(place);
    const { start, all, met, changed } = await beginOrGoOn(asked, places);
    const { said, lacking, files } = all;
    const { name, manifest } = start;
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    try {
      const nothing = { made: [], lacking, places: [], bytes: 0, digest: "", changed: false };
      if (files.length === 0) return nothing;
      for (const place of places) await checkRoomAt(place, bytes - (await bytesThere(place, name, all)));
      const progress = tellProgress(options.emit, 2 * bytes * places.length, () => stopped);
      const written: CarriedPackages["places"] = [];
      for (const place of places) {
        const known = met.get(place);
        const mark = known?.mark ?? randomUUID();
        // First the mark: what is noted as begun can be known again.
        await writeMark(place, name, mark);
        await notes.add(asked, { begun: mark, place });
        const wrote = (file: string) => notes.add(asked, { whole: mark, file });
        const { resources, version, profile } = options;
        const one = await writePlace({
          ...{ resources, version, name, place, by: profile()?.name ?? "", at: start.at, now: now(), all },
          goOn: progress.goOn,
          history: { whole: known?.whole ?? new Set(), wrote, kept: progress.kept },
        });
        await notes.add(asked, { done: mark });
        await takeMark(place, name);
        written.push({ ...one, resumed: known !== undefined });
      }
      await notes.forget(asked);
      return { made: said, lacking, places: written, bytes, digest: manifest, changed };
    } finally {
      await all.clear();
    }
  };

  return {
    async "packages.carry"(asked) {
      if (running) throw new DeskFault("bad-call", { detail: "packages are being written" });
      running = true;
      stopped = false;
      try {
        return await carry(asked);
      } catch (error) {
        throw asPlaceFault(error);
      } finally {
        running = false;
      }
    },
    "packages.stop"() {
      stopped = running;
      return {};
    },
    async "packages.unfinished"(asked) {
      const noted = await notes.read(asked);
      if (!noted) return { at: 0, places: [] };
      const { at, files, places } = noted;
      return {
        at,
        places: places.map(({ place, whole, done }) => ({ place, files, whole: whole.size, done })),
      };
    },
  };
}

function tellProgress(emit: Emit, total: number, isStopped: () => boolean) {
  let [done, kept] = [0, 0];
  return {
    goOn: (more: number) => {
      if (isStopped()) throw new DeskFault("packages-stopped");
      done += more;
      emit("packages.writing", { done: Math.max(0, Math.min(total, done)), total, kept });
    },
    kept: (size: number) => {
      kept += size;
    },
  };
}

/** Which of the places a bag was begun on: by its mark, whatever it is called now; one that is done, by its name. */
async function meet(note: CarryNote, places: readonly string[]): Promise<Map<string, BegunPlace>> {
  const met = new Map<string, BegunPlace>();
  for (const place of places) {
    const mark = await readMark(place, note.name);
    const isThere = await has(join(place, note.name));
    const known = note.places.find(
      (one) => one.mark === mark || (one.done && isThere && one.place === place),
    );
    if (known) met.set(place, known);
  }
  return met;
}

/** Rejects where a disk or stick that is half written is none of those that are there. */
function checkOthers({ places }: CarryNote, met: ReadonlyMap<string, BegunPlace>): void {
  const there = new Set(met.values());
  const lacking = places.filter((one) => !one.done && !there.has(one)).map(({ place }) => place);
  if (lacking.length > 0) throw new DeskFault("place-other", { lasting: false, detail: lacking.join(", ") });
}

/** Takes away what was half written of other contents, so that nothing of it is mixed with these. */
async function drop({ name }: CarryNote, met: ReadonlyMap<string, BegunPlace>): Promise<void> {
  for (const place of met.keys()) {
    await rm(join(place, `${name}.partial`), { recursive: true, force: true, maxRetries: 3 });
    await takeMark(place, name);
  }
}

/** A name that nothing has at any of the places: what lies there finished stays as it is. */
async function free(places: readonly string[], wanted: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    const paths = places.flatMap((place) => [join(place, name), join(place, `${name}.partial`)]);
    const found = await Promise.all(paths.map(has));
    if (!found.includes(true)) return name;
  }
}

function has(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** How many bytes lie at a place already, from a try that was stopped or as it is. */
async function bytesThere(place: string, name: string, { files }: AllMade): Promise<number> {
  const folders = [name, `${name}.partial`].map((one) => join(place, one, "data"));
  let held = 0;
  for (const { name: file, size } of files) {
    const sizes = folders.map((folder) =>
      stat(join(folder, ...file.split("/"))).then(
        (found) => found.size,
        () => -1,
      ),
    );
    if ((await Promise.all(sizes)).includes(size)) held += size;
  }
  return held;
}
