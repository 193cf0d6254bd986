import { useEffect, useMemo } from "react";
import type { ListingOrder } from "#shared/contract/listing.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import type { RowStore } from "./row-store.ts";

/**
 * Gives a list its ids in the desk's order when what is asked changes. While it is shown its ids do not jump: `stale`
 * says that the desk's answer is another by now, and `review` takes it.
 */
export function useOrder(store: RowStore, order: ListingOrder) {
  const desk = useDesk();
  const key = JSON.stringify(order);
  const asked = useAskedAgain(key, () => desk.call("listing.order", order), ["records.changed"]);
  const latest = asked.value?.ids;
  useEffect(() => {
    if (latest && store.order().key !== key) store.setOrder(key, latest);
  }, [latest, key, store]);
  const shown = store.order();
  const stale = useMemo(
    () =>
      latest !== undefined && shown.key === key && shown.ids !== latest && differs(store, shown.ids, latest),
    [latest, key, store, shown.key, shown.ids],
  );
  const review = () => {
    if (latest) store.setOrder(key, latest);
  };
  return { known: shown.key === key, stale, review, error: asked.error, ask: asked.ask };
}

/** True where two orders differ by more than the records written at this screen. */
function differs(store: RowStore, shown: readonly string[], latest: readonly string[]): boolean {
  const others = (ids: readonly string[]) => ids.filter((id) => !store.touched(id));
  const [one, other] = [others(shown), others(latest)];
  return one.length !== other.length || one.some((id, at) => id !== other[at]);
}
