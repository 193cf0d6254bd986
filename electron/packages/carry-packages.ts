import { stat, statfs, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Profile } from "#shared/archive/profile.ts";
import { momentTextInVietnam } from "#shared/base/vietnam-time.ts";
import type { CallInput, DeskHandlers, Emit } from "#shared/contract/desk.ts";
import { DeskFault, type FaultCode } from "#shared/contract/fault.ts";
import type { CarriedPackages } from "#shared/contract/packages.ts";
import { DiskLies, writeBagFolder } from "#shared/node/packages/write-bag-folder.ts";
import { writePackageBagInfo } from "#shared/package/bag-lists.ts";
import { vi } from "#shared/text/vi.ts";
import { checkFolder } from "#electron/parcel/parcel-fault.ts";
import type { AllMade } from "./package-handlers.ts";
import { writeCarriedLabel } from "./write-carried-label.ts";

type CarryOptions = {
  resources: string;
  version: string;
  now: () => number;
  profile: () => Profile | null;
  emit: Emit;
  makeAll: (asked: CallInput<"packages.make">) => Promise<AllMade>;
};

/** Packages written to a disk or stick, each place read again to its last byte. One at a time. */
export function carryHandlers(options: CarryOptions): Pick<DeskHandlers, "packages.carry" | "packages.stop"> {
  const { emit, makeAll } = options;
  let running = false;
  let stopped = false;
  const carry = async (asked: CallInput<"packages.carry">): Promise<CarriedPackages> => {
    const { folder, second = "" } = asked;
    const places = [folder, second].map((place) => place.trim()).filter((place) => place !== "");
    for (const place of places) await checkFolder(place);
    const all = await makeAll(asked);
    const { said, lacking, files } = all;
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    try {
      if (files.length === 0) return { made: [], lacking, places: [], bytes: 0, digest: "" };
      for (const place of places) await checkRoom(place, bytes - (await bytesThere(place, all)));
      let done = 0;
      const total = 2 * bytes * places.length;
      const goOn = (more: number) => {
        if (stopped) throw new DeskFault("packages-stopped");
        emit("packages.writing", { done: Math.min(total, (done += more)), total });
      };
      const written: Written[] = [];
      for (const place of places) written.push(await writePlace(options, { place, all, bytes, goOn }));
      const digest = written[0]?.digest ?? "";
      return { made: said, lacking, places: written, bytes, digest };
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
  };
}

type Written = CarriedPackages["places"][number] & { digest: string };

async function writePlace(
  { resources, version, now, profile }: CarryOptions,
  work: { place: string; all: AllMade; bytes: number; goOn: (bytes: number) => void },
): Promise<Written> {
  const { place, all, bytes, goOn } = work;
  const { said, label, files, mark } = all;
  const words = vi.packageCarrying.paper;
  const ofKind = mark === undefined ? words.ofPackages : words.ofTree;
  const at = momentTextInVietnam(now());
  const by = profile()?.name ?? "";
  const info = writePackageBagInfo({
    ...{ organization: by, description: label, day: at.slice(0, 10), software: `Mục Lục ${version}` },
    ...{ bytes, files: files.length },
  });
  const moment = at.slice(0, 19).replaceAll(/[-:]/gu, "").replace("T", "-");
  // A tree has the same name whenever it is written, so that it goes on where it was stopped.
  const name = `${label}-${mark ?? moment}`;
  const resume = mark !== undefined;
  const { path, manifest } = await writeBagFolder({ place, name, files, info, goOn, resume });
  const count = said.length;
  const lines = said.map(({ code, documents }, index) => {
    const { name: file = "", size = 0, digest = "" } = files[index] ?? {};
    return resume
      ? words.treeLine(code, String(documents))
      : words.line(file, code, String(documents), String(size), digest);
  });
  const receipt = join(place, `${name}.bien-nhan.txt`);
  const counted = ofKind.counted(String(count));
  const head = words.receipt({ heading: ofKind.receipt, name, at, by, digest: manifest, counted });
  await writeFile(receipt, `\uFEFF${[...head, ...lines].join("\r\n")}\r\n`);
  const labelPath = join(place, `${name}.nhan.pdf`);
  const documents = said.reduce((sum, one) => sum + one.documents, 0);
  await writeCarriedLabel(resources, labelPath, ofKind, {
    ...{ name, by, at: now(), count, documents, bytes, digest: manifest },
  });
  return { path, receipt, label: labelPath, digest: manifest };
}

/** How many bytes of a tree lie at a place already, from a try that was stopped or as it is. */
async function bytesThere(place: string, { mark, label, files }: AllMade): Promise<number> {
  if (mark === undefined) return 0;
  const folders = [`${label}-${mark}`, `${label}-${mark}.partial`].map((name) => join(place, name, "data"));
  let held = 0;
  for (const { name, size } of files) {
    const sizes = folders.map((folder) =>
      stat(join(folder, ...name.split("/"))).then(
        (found) => found.size,
        () => -1,
      ),
    );
    if ((await Promise.all(sizes)).includes(size)) held += size;
  }
  return held;
}

/** Asked before: a disk that is found full after an hour has cost an hour. */
async function checkRoom(place: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(place);
  const free = bavail * bsize;
  if (free < bytes * 1.02 + 1_000_000)
    throw new DeskFault("place-full", { lasting: false, detail: `${place}: ${free} < ${bytes}` });
}

const places: Record<string, FaultCode> = {
  ...{ ENOSPC: "place-full", EFBIG: "place-full", EDQUOT: "place-full" },
  ...{ EACCES: "place-locked", EPERM: "place-locked", EROFS: "place-locked" },
  ...{ EIO: "place-gone", ENXIO: "place-gone", ENODEV: "place-gone", ENOENT: "place-gone" },
  ...{ EBADF: "place-gone", ENOTCONN: "place-gone", UNKNOWN: "place-gone" },
};

/** What befell the disk or stick, in the words of a fault; other errors as they are. */
export function asPlaceFault(error: unknown): unknown {
  if (error instanceof DiskLies)
    return new DeskFault("place-lies", { lasting: false, detail: error.message, cause: error });
  const code = error instanceof Error && "code" in error ? places[String(error.code)] : undefined;
  if (error instanceof DeskFault || code === undefined) return error;
  return new DeskFault(code, { lasting: false, detail: String(error), cause: error });
}
