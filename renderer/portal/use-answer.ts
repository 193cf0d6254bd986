import { useCallback, useEffect, useState } from "react";
import type { Static, TSchema } from "typebox";
import { ask, PortalFault } from "./ask.ts";
import { usePortal } from "./use-portal.tsx";

/** What the server answers at an address, asked anew when it changes or by `again`. The last answer stays meanwhile. */
export function useAnswer<Shape extends TSchema>(
  shape: Shape,
  address: string,
): { value: Static<Shape> | undefined; error: unknown; again: () => void } {
  const { change } = usePortal();
  const [state, setState] = useState<{ address: string; value?: Static<Shape>; error?: unknown }>({
    address,
  });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let stopped = false;
    ask(shape, address).then(
      (value) => {
        if (!stopped) setState({ address, value });
      },
      (error: unknown) => {
        if (stopped) return;
        if (error instanceof PortalFault && error.code === "not-signed-in") change(undefined);
        else setState({ address, error });
      },
    );
    return () => {
      stopped = true;
    };
  }, [shape, address, turn, change]);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  const isHere = state.address === address;
  return { value: isHere ? state.value : undefined, error: isHere ? state.error : undefined, again };
}
