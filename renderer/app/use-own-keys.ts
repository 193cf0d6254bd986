import { useEffect, useRef, useState } from "react";
import { heedOwnKeys, keepOwnKeys, type OwnKeys, readOwnKeys } from "./own-keys.ts";

/** The keys a person gave to what the app does: they act wherever this is mounted, but not while they are `held`. */
export type OwnKeysState = {
  keys: OwnKeys;
  keep: (keys: OwnKeys) => void;
  /** Lets every press through as it is, until it is called with false: a new key is being chosen. */
  hold: (held: boolean) => void;
};

export function useOwnKeys(): OwnKeysState {
  const [keys, setKeys] = useState(readOwnKeys);
  const heeded = useRef(keys);
  const isHeld = useRef(false);
  useEffect(() => heedOwnKeys(() => (isHeld.current ? {} : heeded.current)), []);
  return {
    keys,
    keep(next) {
      heeded.current = next;
      keepOwnKeys(next);
      setKeys(next);
    },
    hold(held) {
      isHeld.current = held;
    },
  };
}
