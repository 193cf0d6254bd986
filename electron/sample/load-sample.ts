import { blankBatch, blankFile, blankFonds, blankItem } from "#shared/archive/blank.ts";
import type { Batch } from "#shared/archive/batch.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Fonds } from "#shared/archive/fonds.ts";
import type { Item } from "#shared/archive/item.ts";
import type { Profile } from "#shared/archive/profile.ts";
import { makeRecord, type Stamp } from "#shared/archive/record.ts";
import { covers, districtOf, type Unit } from "#shared/archive/unit.ts";
import { digestOfText } from "#shared/base/digest.ts";
import { newId } from "#shared/base/id.ts";
import type { DeskHandlers, Emit } from "#shared/contract/desk.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { makeChance } from "./chance.ts";
import type { SamplePlaces } from "./draft-documents.ts";
import { makeSample, type Sample } from "./make-sample.ts";
import { sampleBatchName, sampleCodes } from "./of-sample.ts";

export type SampleDesk = {
  journal: Journal;
  objects: ObjectStore;
  units: readonly Unit[];
  resources: string;
  profile: () => Profile | null;
  now: () => number;
  emit: Emit;
};

const seed = 2025;
/** 1 June 2025: the ids of the sample are the same on every machine of a unit. */
const madeAt = Date.UTC(2025, 5, 1);

/** The call that loads the sample; a second call writes nothing and answers the same. */
export function sampleHandlers(desk: SampleDesk): Pick<DeskHandlers, "sample.load"> {
  let loading: ReturnType<DeskHandlers["sample.load"]> | undefined;
  return {
    "sample.load": () => (loading ??= Promise.resolve(loadSample(desk)).finally(() => (loading = undefined))),
  };
}

async function loadSample({ journal, objects, units, resources, profile, emit }: SampleDesk) {
  const who = profile();
  if (!who) throw new DeskFault("not-set-up");
  const commune = communeFor(who.scope, units);
  const code = `${sampleCodes}${commune.code}`;
  const { files, scans } = await makeSample({
    seed,
    resources,
    code,
    places: placesFor(commune, units),
    drawn: (done, total) => emit("sample.progress", { done, total }),
  });
  const stored = [];
  for (const { name, bytes } of scans) stored.push({ name, digest: (await objects.put(bytes)).digest });

  const chance = makeChance(Number.parseInt(digestOfText(`sample ${commune.scope}`).slice(0, 8), 16));
  const next = () => newId(madeAt, (below) => chance.whole(0, below - 1));
  const [fondsId, batchId] = [next(), next()];
  if (!journal.read("fonds", fondsId)) {
    const records = recordsOf(files, { fondsId, batchId, commune, code, next }, journal.stamp(who.name));
    journal.write("items", records.items, "desk");
    journal.write("files", records.files, "desk");
    journal.write("batches", [records.batch], "desk");
    // Last: where it stands, all of the sample does.
    journal.write("fonds", [records.fonds], "desk");
  }
  return { fondsId, batchId, scans: stored };
}

type Frame = { fondsId: string; batchId: string; commune: Unit; code: string; next: () => string };

function recordsOf(
  sampleFiles: Sample["files"],
  { fondsId, batchId, commune, code, next }: Frame,
  stamp: Stamp,
) {
  const { scope } = commune;
  const fonds = makeRecord<Fonds>(
    {
      ...blankFonds,
      id: fondsId,
      scope,
      code,
      name: `Phông mẫu: Ủy ban nhân dân ${lowerKind(commune.name)}`,
      dateSpan: "1996-2019",
      note: "Dữ liệu mẫu, không có thật.",
    },
    stamp,
  );
  const batch = makeRecord<Batch>(
    { ...blankBatch, id: batchId, scope, number: "2025-001", name: sampleBatchName },
    stamp,
  );
  const files: ArchiveFile[] = [];
  const items: Item[] = [];
  for (const [index, { code: fileCode, title, items: listedItems }] of sampleFiles.entries()) {
    const fileId = next();
    const dates = listedItems.map(({ issuedDate }) => issuedDate).sort();
    const pages = listedItems.flatMap(({ pageTexts }) => pageTexts).length;
    files.push(
      makeRecord<ArchiveFile>(
        {
          ...blankFile,
          id: fileId,
          scope,
          fondsId,
          batchId,
          code: fileCode,
          notation: String(index + 1).padStart(2, "0"),
          inventory: "01",
          box: "01",
          title,
          retention: "01",
          access: "01",
          language: "01",
          startDate: dates[0] ?? "",
          endDate: dates.at(-1) ?? "",
          leafCount: pages,
          pageCount: pages,
          condition: "01",
          priority: "decision",
          arrangement: "arranged",
        },
        stamp,
      ),
    );
    let leaf = 1;
    for (const item of listedItems) {
      const last = leaf + item.pageTexts.length - 1;
      items.push(
        makeRecord<Item>(
          {
            ...blankItem,
            id: next(),
            scope,
            fileId,
            ordinal: item.ordinal,
            type: item.type,
            number: item.number,
            symbol: item.symbol,
            issuedDate: item.issuedDate,
            issuer: item.issuer,
            subject: item.listedSubject,
            signer: item.signer,
            language: "01",
            access: "01",
            condition: "01",
            leaves: last > leaf ? `${leaf}-${last}` : String(leaf),
            pageCount: item.pageTexts.length,
          },
          stamp,
        ),
      );
      leaf = last + 1;
    }
  }
  return { fonds, batch, files, items };
}

/** The commune the sample plays in: one's own, else the first below one's own unit, in Tuy Phước where that is below. */
function communeFor(scope: string, units: readonly Unit[]): Unit {
  const below = units.filter((unit) => unit.level === "commune" && covers(scope, unit.scope));
  const inTuyPhuoc = below.find((unit) => nameOf(units, districtOf(unit.scope)).endsWith("Tuy Phước"));
  const commune = inTuyPhuoc ?? below[0];
  if (!commune) throw new DeskFault("not-your-scope", { detail: scope });
  return commune;
}

function placesFor(commune: Unit, units: readonly Unit[]): SamplePlaces {
  const district = districtOf(commune.scope);
  return {
    commune: lowerKind(commune.name),
    district: lowerKind(nameOf(units, district)),
    province: lowerKind(nameOf(units, district.split(".")[0] ?? "")),
  };
}

function nameOf(units: readonly Unit[], scope: string): string {
  return units.find((unit) => unit.scope === scope)?.name ?? "";
}

/** "Xã Phước Hưng" → "xã Phước Hưng", as within a sentence. */
function lowerKind(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
