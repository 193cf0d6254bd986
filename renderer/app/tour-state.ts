import { useSyncExternalStore } from "react";
import type { Role } from "#shared/archive/role.ts";

/** Where a person of a role stands in the tour: at which step, and whether the coach is shown now. */
export type TourState = { step: number; shown: boolean };

const storageKey = (role: Role) => `mucluc.tour.${role}`;
const listeners = new Set<() => void>();
const states = new Map<Role, TourState>();

/** The state of a role's tour. A tour that was left goes on at its step, also after the app was closed; it waits to be asked. */
function readTour(role: Role): TourState {
  const known = states.get(role);
  if (known) return known;
  const step = Number(window.localStorage.getItem(storageKey(role)));
  const state = { step: Number.isInteger(step) && step > 0 ? step : 0, shown: false };
  states.set(role, state);
  return state;
}

/** Shows the coach of a role at a step, or hides it; step 0 begins anew. */
export function setTour(role: Role, state: TourState): void {
  states.set(role, state);
  window.localStorage.setItem(storageKey(role), String(state.step));
  for (const listener of listeners) listener();
}

export function useTour(role: Role): TourState {
  return useSyncExternalStore(subscribe, () => readTour(role));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
