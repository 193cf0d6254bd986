import { notifications } from "@mantine/notifications";
import { useState } from "react";
import type { Page } from "#shared/archive/page.ts";
import type { Result } from "#shared/base/result.ts";
import { inPlaces } from "#shared/capture/page-places.ts";
import type { Unmatched } from "#shared/contract/capture.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useDesk, useSteps, useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { insertPages, type Master, replacePage } from "#renderer/work/add-pages.ts";
import { reorderPages, withdrawPages } from "#renderer/work/arrange-pages.ts";
import { mastersOf } from "#renderer/work/lay-arrivals.ts";
import { type ArrangeRefusal, readStanding } from "#renderer/work/page-edits.ts";
import { storeMasters } from "#renderer/work/store-masters.ts";

/** Where pages go that are brought to the page looked at: in its place, before it or behind it. */
export type Bringing = "replace" | "before" | "behind";

/**
 * Brings pages to the page looked at, takes it out or moves it among its siblings (in their order); each is one step
 * that can be undone.
 */
export function useBringing(page: Page | undefined, siblings: readonly Page[]) {
  const words = useWords();
  const { bring } = words.quality;
  const work = useWork();
  const desk = useDesk();
  const history = useSteps();
  const [busy, setBusy] = useState(false);
  const place = siblings.findIndex(({ id }) => id === page?.id);
  const refuse = (fault: ArrangeRefusal) =>
    notifications.show({ color: "red", message: words.matching.tray.refusals[fault] });

  const lay = async (how: Bringing, masters: readonly Master[]): Promise<string[] | undefined> => {
    if (!page || masters.length === 0) return undefined;
    const doing = { history, label: bring.steps[how] };
    const next = siblings[place + 1]?.id;
    const before = how === "before" ? page.id : next;
    const spot = { itemId: page.itemId, ...(before === undefined ? {} : { before }) };
    const why = page.defect === "" ? bring.reason : words.quality.defects[page.defect];
    const laid: Result<string[], ArrangeRefusal> =
      how === "replace"
        ? await replacePage(work, doing, page.id, masters, why)
        : await insertPages(work, doing, spot, masters);
    if (!laid.ok) {
      refuse(laid.fault);
      return undefined;
    }
    notifications.show({ message: bring.brought[how](String(laid.value.length)) });
    return laid.value;
  };
  const during = async <Value>(act: () => Promise<Value>): Promise<Value | undefined> => {
    setBusy(true);
    try {
      return await act();
    } catch (error) {
      notifyFault(words, error);
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    /** Pages from files on this machine; answers the ids of what was laid. */
    files: (how: Bringing, files: readonly File[]) =>
      during(async () => {
        const { masters, refused } = await storeMasters(desk, files);
        for (const { name, code } of refused)
          notifications.show({ color: "red", title: name, message: words.faults[code].what });
        return lay(how, masters);
      }),
    /** A page that waits in the tray, as one that was scanned again at the station. */
    waiting: (how: Bringing, arrival: Unmatched) =>
      during(async () => {
        const pageIds = await lay(how, mastersOf(arrival));
        const { digest, name, page: first, pageId } = arrival;
        if (pageIds)
          await desk.call("capture.laid", { digest, name, page: first, pageIds, ...(pageId && { pageId }) });
        return pageIds;
      }),
    withdraw: (reason: string) =>
      during(async () => {
        if (page) await withdrawPages(work, { history, label: bring.steps.withdraw }, [page.id], reason);
      }),
    /** One place nearer to the beginning (-1) or the end (1) of the item. */
    move: (by: 1 | -1) =>
      during(async () => {
        if (!page) return;
        // As they stand now: the screen may not have drawn yet what was brought a moment ago.
        const standing = inPlaces(await readStanding(work, page.itemId)).map(({ id }) => id);
        const to = standing.indexOf(page.id) + by;
        if (to < 0 || to >= standing.length) return;
        const ids = standing.filter((id) => id !== page.id);
        await reorderPages(
          work,
          { history, label: bring.steps.move },
          page.itemId,
          ids.toSpliced(to, 0, page.id),
        );
      }),
  };
}
