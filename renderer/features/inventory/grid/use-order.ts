import { useEffect, useMemo, useRef } from "react";
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
  const taken = useRef<{ store: RowStore; key: string; ids: readonly string[] }>(undefined);
  const latest = asked.value?.ids;
  useEffect(() => {
    if (!latest || (taken.current?.key === key && taken.current.store === store)) return;
    taken.current = { store, key, ids: latest };
    store.setOrder(latest);
  }, [latest, key, store]);
  const stale = useMemo(() => {
    const shown = taken.current;
    if (!latest || shown?.key !== key || shown.store !== store || shown.ids === latest) return false;
    return differs(store, shown.ids, latest);
  }, [latest, key, store]);
  const review = () => {
    if (!latest) return;
    taken.current = { store, key, ids: latest };
    store.setOrder(latest);
  };
  return { known: latest !== undefined, stale, review, error: asked.error, ask: asked.ask };
}

/** True where two orders differ by more than the records written at this screen. */
function differs(store: RowStore, shown: readonly string[], latest: readonly string[]): boolean {
  const others = (ids: readonly string[]) => ids.filter((id) => !store.touched(id));
  const [one, other] = [others(shown), others(latest)];
  return one.length !== other.length || one.some((id, at) => id !== other[at]);
}
