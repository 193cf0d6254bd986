/**
 * Lets keys act within one place alone: what is pressed elsewhere is swallowed, and what is pressed within goes no
 * further than the place. Answers how to stop.
 */
export function blockKeys(place: HTMLElement): () => void {
  const names = ["keydown", "keyup", "keypress", "paste", "drop"] as const;
  const outside = (event: Event) => {
    if (event.target instanceof Node && place.contains(event.target)) return;
    event.stopImmediatePropagation();
    // Tab must still lead into the place.
    if (!(event instanceof KeyboardEvent && event.key === "Tab")) event.preventDefault();
  };
  const within = (event: Event) => event.stopPropagation();
  for (const name of names) {
    window.addEventListener(name, outside, { capture: true });
    place.addEventListener(name, within);
  }
  return () => {
    for (const name of names) {
      window.removeEventListener(name, outside, { capture: true });
      place.removeEventListener(name, within);
    }
  };
}
