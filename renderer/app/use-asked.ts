import { useCallback, useEffect, useRef, useState } from "react";

/** An answer that is asked for again; the former answer is shown until the next one is there. */
export type Asked<Value> = { value: Value | undefined; error: unknown; ask: () => void };

type Answer<Value> = { key: string; value?: Value; error?: unknown };

/**
 * Asks when shown, when `key` changes and whenever `ask` is called; asking while a question is under way asks once
 * more after it. `key` stands for everything the question depends on.
 */
export function useAsked<Value>(key: string, question: () => Promise<Value>): Asked<Value> {
  const [state, setState] = useState<Answer<Value>>({ key });
  const asker = useRef<() => void>(() => undefined);
  useEffect(() => {
    let gone = false;
    let busy = false;
    let again = false;
    function settle(change: (before: Answer<Value>) => Answer<Value>) {
      busy = false;
      if (gone) return;
      setState(change);
      if (!again) return;
      again = false;
      ask();
    }
    function ask() {
      again = busy;
      if (busy) return;
      busy = true;
      question().then(
        (value) => settle(() => ({ key, value })),
        (error: unknown) => settle((before) => ({ ...(before.key === key ? before : { key }), error })),
      );
    }
    asker.current = ask;
    ask();
    return () => {
      gone = true;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key stands for everything the question depends on
  }, [key]);
  const ask = useCallback(() => asker.current(), []);
  const fresh = state.key === key;
  return { value: fresh ? state.value : undefined, error: fresh ? state.error : undefined, ask };
}
