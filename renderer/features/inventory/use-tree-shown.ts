import { useState } from "react";
import { useRoomy } from "./use-roomy.ts";

const key = "mucluc.tree";

/** Whether the tree of boxes is shown: as a person last chose on this machine, at first where there is room. */
export function useTreeShown(): [boolean, (shown: boolean) => void] {
  const roomy = useRoomy();
  const [chosen, setChosen] = useState(() => window.localStorage.getItem(key));
  const shown = chosen === null ? roomy : chosen === "shown";
  const show = (next: boolean) => {
    const value = next ? "shown" : "hidden";
    window.localStorage.setItem(key, value);
    setChosen(value);
  };
  return [shown, show];
}
