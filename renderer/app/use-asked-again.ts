import { useEffect } from "react";
import type { EventName } from "#shared/contract/desk.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { type Asked, useAsked } from "#renderer/app/use-asked.ts";

/** The least time between two questions caused by events, in milliseconds: events may come by the hundred. */
const calm = 400;

/** As `useAsked`, and asks again when the desk says one of these events. `events` must not change while shown. */
export function useAskedAgain<Value>(
  key: string,
  question: () => Promise<Value>,
  events: readonly EventName[],
): Asked<Value> {
  const desk = useDesk();
  const asked = useAsked(key, question);
  const { ask } = asked;
  const names = events.join(" ");
  useEffect(() => {
    let timer: number | undefined;
    const heard = () => {
      timer ??= window.setTimeout(() => {
        timer = undefined;
        ask();
      }, calm);
    };
    const stops = names.split(" ").map((name) => desk.on(name as EventName, heard));
    return () => {
      window.clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [desk, ask, names]);
  return asked;
}
