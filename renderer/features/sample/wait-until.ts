import type { EventName } from "#shared/contract/desk.ts";
import type { Desk } from "#renderer/desk.ts";

/** Between two looks when no event comes, in milliseconds. */
const pause = 1000;

/**
 * Looks until there is something to see: again after each of these events of the desk, and every second. Answers
 * nothing when `limit` milliseconds pass first; what `look` throws is thrown on.
 */
export async function waitUntil<Value>(
  desk: Desk,
  events: readonly EventName[],
  limit: number,
  look: () => Promise<Value | undefined>,
): Promise<Value | undefined> {
  const end = Date.now() + limit;
  for (;;) {
    const seen = await look();
    if (seen !== undefined || Date.now() >= end) return seen;
    await nextChance(desk, events);
  }
}

function nextChance(desk: Desk, events: readonly EventName[]): Promise<void> {
  return new Promise((resolve) => {
    const stops: (() => void)[] = [];
    const finish = () => {
      window.clearTimeout(timer);
      for (const stop of stops) stop();
      resolve();
    };
    const timer = window.setTimeout(finish, pause);
    // A moment's rest after an event, for events come in crowds.
    for (const name of events) stops.push(desk.on(name, () => window.setTimeout(finish, 150)));
  });
}
