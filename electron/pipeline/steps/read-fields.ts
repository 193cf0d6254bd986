import { Check } from "typebox/value";
import { pageWordsSchema, type PageWords } from "#shared/archive/page.ts";
import type { Found, ItemReading, PageBox } from "#shared/archive/reading.ts";
import { isDigest } from "#shared/base/digest.ts";
import type { ObjectStore } from "#shared/node/object-store.ts";
import { boxAround } from "#shared/reading/lines.ts";
import { type Fields, type PageToRead, readLetter } from "#shared/reading/read-letter.ts";
import { weighDate, weighNotation } from "#shared/reading/weigh-digits.ts";
import { weighContext } from "#shared/reading/weigh-context.ts";
import { readObject } from "#electron/pipeline/media/read-object.ts";
import { readWorkImage } from "#electron/pipeline/media/work-image.ts";
import {
  TaskFailure,
  type ExtractPage,
  type ExtractTask,
  type Extraction,
} from "#electron/pipeline/worker/tasks.ts";
import { readColour } from "./colour-page.ts";
import { readingWidth } from "./prepare-reading.ts";
import { readStamps, readUnderStamps } from "./read-ink.ts";
import { readZone } from "./read-zone.ts";
import type { TextReader } from "./text-reader.ts";

type Words = PageWords["words"];

/** Reads the fields of an item from its first and last page, digits a second time, and stores what was found. */
export async function readFields(
  objects: ObjectStore,
  reader: TextReader,
  task: ExtractTask,
): Promise<Extraction> {
  const { first, last } = task;
  const image = await readWorkImage(objects, first);
  const lastImage = last.pageId === first.pageId ? image : await readWorkImage(objects, last);
  const head = await openHead(objects, reader, first, image);
  const foot = await openFoot(objects, reader, last, lastImage);
  const read = readLetter(head, { ...foot, words: foot.words }, task.knownIssuers);
  const fields = weighContext(await weighDigits(reader, image, first, read), task.context);
  const reading: ItemReading = { version: 1, fields };
  const { digest } = await objects.put(Buffer.from(JSON.stringify(reading)));
  return { readingDigest: digest, reading };
}

/** The words of a first page; where red stamps lie over its upper half, that is read again without and by them. */
async function openHead(
  objects: ObjectStore,
  reader: TextReader,
  page: ExtractPage,
  image: Buffer,
): Promise<PageToRead> {
  const words = await wordsOf(objects, page.wordsDigest);
  const upper: PageBox = [0, 0, page.width, Math.round(page.height * 0.5)];
  const width = readingWidth(page.width, page.dpi);
  const stamps = await readStamps(await readColour(image, upper, width), reader, page);
  if (!stamps.hasRed) return asPage(page, words);
  const below = await readUnderStamps(image, reader, page, upper, width, "page");
  if (below.length < 5) return asPage(page, [...words, ...after(words, stamps.words)]);
  const lower = words.filter(({ box }) => (box[1] + box[3]) / 2 > upper[3]);
  const read = [...below, ...after(below, lower)];
  return asPage(page, [...read, ...after(read, stamps.words)]);
}

/** The words of a last page, its signature read without the seal over it. */
async function openFoot(
  objects: ObjectStore,
  reader: TextReader,
  page: ExtractPage,
  image: Buffer,
): Promise<PageToRead> {
  const words = await wordsOf(objects, page.wordsDigest);
  const lowest = Math.max(0, ...words.map(({ box }) => box[3]));
  const top = Math.max(page.height * 0.12, lowest - page.height * 0.14);
  const zone: PageBox = [
    page.width * 0.5,
    top,
    page.width,
    Math.min(page.height, lowest + page.height * 0.14),
  ];
  if (zone[3] - zone[1] < page.height * 0.04) return asPage(page, words);
  const signed = await readUnderStamps(
    image,
    reader,
    page,
    zone,
    readingWidth(page.width, page.dpi) / 2,
    "block",
  );
  const inZone = ({ box }: Words[number]) => box[0] > zone[0] && box[1] > zone[1];
  const others = words.filter((word) => !inZone(word));
  return asPage(page, signed.length > 0 ? [...others, ...after(others, signed)] : words);
}

async function weighDigits(
  reader: TextReader,
  image: Buffer,
  page: ExtractPage,
  fields: Fields,
): Promise<Fields> {
  const weighed = { ...fields };
  const zone = async (found: Found, withDigits: boolean) => {
    const box = boxAround(found.boxes);
    const margin = (box[3] - box[1]) * 2.2;
    const around: PageBox = [
      box[0] - margin * 1.6,
      box[1] - margin * 0.5,
      box[2] + margin * 0.5,
      box[3] + margin * 0.5,
    ];
    return readZone(reader, await readColour(image, around, page.width), box, withDigits);
  };
  const noted = fields.number ?? fields.symbol;
  if (noted && noted.boxes.length > 0) {
    Object.assign(weighed, weighNotation(fields, await zone(noted, true)));
  }
  if (fields.issuedDate && fields.issuedDate.boxes.length > 0) {
    weighed.issuedDate = weighDate(fields.issuedDate, await zone(fields.issuedDate, false));
  }
  return weighed;
}

/** Words as lines after those of others. */
function after(before: readonly Words[number][], words: readonly Words[number][]): Words {
  const lines = 1 + Math.max(-1, ...before.map(({ line }) => line));
  return words.map((word) => ({ ...word, line: word.line + lines }));
}

function asPage({ pageId, width, height }: ExtractPage, words: Words): PageToRead {
  return { pageId, width, height, words };
}

async function wordsOf(objects: ObjectStore, digest: string): Promise<Words> {
  if (!isDigest(digest)) return [];
  const words: unknown = JSON.parse((await readObject(objects, digest)).toString("utf8"));
  if (!Check(pageWordsSchema, words)) throw new TaskFailure("step-failed", "words cannot be read");
  return words.words;
}
