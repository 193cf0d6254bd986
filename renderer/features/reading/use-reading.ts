import { Check } from "typebox/value";
import { type Page, pageWordsSchema } from "#shared/archive/page.ts";
import { type ItemReading, itemReadingSchema } from "#shared/archive/reading.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAsked } from "#renderer/app/use-asked.ts";
import type { Placed } from "#renderer/ui/place-words.ts";

/** The reading object of an item; nothing before it is read or while it is fetched. */
export function useReading(digest: string): { reading: ItemReading | undefined; broken: boolean } {
  const desk = useDesk();
  const { value, error } = useAsked(`reading ${digest}`, async () => {
    if (digest === "") return undefined;
    const read: unknown = await (await fetch(desk.objectUrl(digest))).json();
    if (!Check(itemReadingSchema, read)) throw new Error("not a reading");
    return read;
  });
  return { reading: value, broken: error !== undefined };
}

/** The words of a page with their places as shares of it; nothing while they are not here. */
export function usePageWords(page: Page | undefined): Placed[] | undefined {
  const desk = useDesk();
  const digest = page?.wordsDigest ?? "";
  const { width = 0, height = 0 } = page ?? {};
  return useAsked(`words ${digest} ${width}`, async () => {
    if (digest === "" || width === 0 || height === 0) return undefined;
    const read: unknown = await (await fetch(desk.objectUrl(digest))).json();
    if (!Check(pageWordsSchema, read)) return undefined;
    return read.words.map(({ text, box: [left, top, right, bottom], line }): Placed => ({
      text,
      line,
      zone: [left / width, top / height, right / width, bottom / height],
    }));
  }).value;
}
