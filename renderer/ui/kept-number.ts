import { useState } from "react";

/** A number that a person chose, kept on this machine under `key` (nowhere where it is empty); out of bounds counts not. */
export function useKeptNumber(
  key: string,
  first: number,
  [least, most]: readonly [number, number],
): [number, (value: number) => void] {
  const [value, setValue] = useState(() => {
    const kept = key === "" ? first : Number.parseFloat(window.localStorage.getItem(key) ?? "");
    return kept >= least && kept <= most ? kept : first;
  });
  const keep = (next: number) => {
    setValue(next);
    if (key !== "") window.localStorage.setItem(key, String(next));
  };
  return [value, keep];
}
