import { useEffect, useState } from "react";
import type { Observable } from "rxjs";

/**
 * The latest value of an observable, `undefined` before its first. `key` says what it shows: another key starts
 * another observable, and a value of the former is never shown under it.
 */
export function useLive<Value>(key: string, make: () => Observable<Value> | undefined): Value | undefined {
  const [latest, setLatest] = useState<{ key: string; value: Value }>();
  useEffect(() => {
    const subscription = make()?.subscribe((value) => setLatest({ key, value }));
    return () => subscription?.unsubscribe();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key stands for everything `make` depends on
  }, [key]);
  return latest?.key === key ? latest.value : undefined;
}
