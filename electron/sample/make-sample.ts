import { documentTypeName } from "#shared/archive/codes.ts";
import { asPdf, asTiff } from "./bind-scans.ts";
import { makeChance } from "./chance.ts";
import type { SampleDocument } from "./document.ts";
import { draftDocument, type Matter, type SamplePlaces } from "./draft-documents.ts";
import { layOut } from "./lay-out.ts";
import { asJpeg, samplePlaces, scanSheet, type ScannedPage } from "./make-page.ts";
import { loadSampleFonts } from "./sample-fonts.ts";

export type SampleOptions = {
  seed: number;
  /** Folder of the bundled resources (fonts). */
  resources: string;
  places?: SamplePlaces;
  /** What the codes of the files begin with: "MAU.21952". */
  code?: string;
  /** Told after each page drawn. */
  drawn?: (done: number, total: number) => void;
};

/** A sample item and the truth about it. */
type SampleItem = SampleDocument & {
  ordinal: number;
  /** The subject as an inventory has it: with the type before it. */
  listedSubject: string;
  /** What stands on each page. */
  pageTexts: string[];
};

type SampleFile = { code: string; title: string; items: SampleItem[] };

/** A scan as it comes from a scanner's folder: the name leads to its item. */
type SampleScan = { name: string; bytes: Buffer };

export type Sample = { files: SampleFile[]; scans: SampleScan[] };

type Plan = { matter: Matter; long: boolean; form: "jpeg" | "pdf" | "tiff" };

const plan: readonly { title: string; items: readonly Plan[] }[] = [
  {
    title: "Hồ sơ về giao đất ở và trả lời đơn đề nghị của công dân",
    items: [
      { matter: "land", long: false, form: "jpeg" },
      { matter: "letter", long: false, form: "jpeg" },
    ],
  },
  {
    title: "Hồ sơ về chương trình công tác và báo cáo kinh tế - xã hội",
    items: [
      { matter: "report", long: true, form: "pdf" },
      { matter: "notice", long: true, form: "jpeg" },
    ],
  },
  {
    title: "Hồ sơ về chỉnh lý tài liệu và sửa chữa nhà văn hóa",
    items: [
      { matter: "plan", long: true, form: "tiff" },
      { matter: "request", long: true, form: "jpeg" },
    ],
  },
];

/** The day that the sample's scans say they were made, so that the same seed gives the same bytes. */
const scannedAt = new Date("2025-06-02T01:00:00Z");

/**
 * Three files with six items on ten pages, drawn and scanned; they come as JPEGs, a PDF and a TIFF of several pages,
 * so that every way in is walked. The same seed gives the same bytes.
 */
export async function makeSample(options: SampleOptions): Promise<Sample> {
  const measure = loadSampleFonts(options.resources);
  const chance = makeChance(options.seed);
  const local = options.places ?? samplePlaces;
  const code = options.code ?? "MAU.00000";
  const drafts = plan.map(({ title, items }, index) => ({
    title,
    code: `${code}.01.${String(index + 1).padStart(3, "0")}`,
    items: items.map((item, at) => {
      const places = item.matter === "land" ? placesOfLand(local) : local;
      const document = draftDocument(item.matter, places, chance, item.long);
      return { ...item, ordinal: at + 1, document, sheets: layOut(document, measure) };
    }),
  }));
  const total = drafts.flatMap(({ items }) => items.flatMap(({ sheets }) => sheets)).length;
  const sample: Sample = { files: [], scans: [] };
  let done = 0;
  for (const { title, code: fileCode, items } of drafts) {
    const file: SampleFile = { code: fileCode, title, items: [] };
    for (const { document, ordinal, sheets, form } of items) {
      const pages: ScannedPage[] = [];
      for (const sheet of sheets) {
        pages.push(await scanSheet(sheet, { seed: options.seed * 1000 + done }));
        done += 1;
        options.drawn?.(done, total);
      }
      const stem = `${fileCode}/${fileCode}.${String(ordinal).padStart(7, "0")}`;
      sample.scans.push(...(await bind(stem, pages, form)));
      const pageTexts = pages.map((page) => page.text);
      file.items.push({ ...document, ordinal, listedSubject: listed(document), pageTexts });
    }
    sample.files.push(file);
  }
  return sample;
}

/** The decision on land is always one of Tuy Phước: the sample's search looks for it. */
function placesOfLand(places: SamplePlaces): SamplePlaces {
  return places.district === samplePlaces.district ? places : samplePlaces;
}

async function bind(stem: string, pages: ScannedPage[], form: Plan["form"]): Promise<SampleScan[]> {
  if (form === "pdf") return [{ name: `${stem}.pdf`, bytes: await asPdf(pages, scannedAt) }];
  if (form === "tiff") return [{ name: `${stem}.tif`, bytes: await asTiff(pages) }];
  return Promise.all(
    pages.map(async (page, index) => ({
      name: `${stem}_${String(index + 1).padStart(3, "0")}.jpg`,
      bytes: await asJpeg(page),
    })),
  );
}

function listed({ type, subject }: SampleDocument): string {
  const text = subject.replace(/^V\/v /, "Về việc ");
  return `${documentTypeName(type)} ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
