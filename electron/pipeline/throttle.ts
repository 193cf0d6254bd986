/**
 * Does `act` at once when asked, and then at most once in `milliseconds`: asking in between is answered by one act
 * at the end.
 */
export function throttle(act: () => void, milliseconds: number): { ask(): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  let asked = false;
  const perform = () => {
    asked = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (asked) perform();
    }, milliseconds);
    timer.unref();
    act();
  };
  return {
    ask() {
      if (timer) asked = true;
      else perform();
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
      asked = false;
    },
  };
}
