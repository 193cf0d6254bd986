import { useState } from "react";

export type Doing<Value> = {
  busy: boolean;
  value: Value | undefined;
  error: unknown;
  start: (work: () => Promise<Value>) => void;
};

/** One thing done at a person's asking: whether it is under way, and what came of it. */
export function useDoing<Value>(): Doing<Value> {
  const [state, setState] = useState<{ busy: boolean; value?: Value; error?: unknown }>({ busy: false });
  return {
    busy: state.busy,
    value: state.value,
    error: state.error,
    start(work) {
      setState({ busy: true });
      work().then(
        (value) => setState({ busy: false, value }),
        (error: unknown) => setState({ busy: false, error }),
      );
    },
  };
}
