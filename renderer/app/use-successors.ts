import type { Successor } from "#shared/archive/successor.ts";
import { useDesk, useSession } from "#renderer/app/session.tsx";
import { useAsked } from "#renderer/app/use-asked.ts";
import type { Desk } from "#renderer/desk.ts";

type Answer = { amended: number; successors: Promise<readonly Successor[]> };

const answers = new WeakMap<Desk, Answer>();

/** What became of each commune; nothing while that is not known. Asked once under each amendment of the province. */
export function useSuccessors(): readonly Successor[] | undefined {
  const desk = useDesk();
  const { units: amended = 0 } = useSession().rules;
  return useAsked(`successors ${amended}`, () => askOnce(desk, amended)).value;
}

function askOnce(desk: Desk, amended: number): Promise<readonly Successor[]> {
  const known = answers.get(desk);
  if (known?.amended === amended) return known.successors;
  const asked = { amended, successors: desk.call("units.successors", {}) };
  answers.set(desk, asked);
  asked.successors.catch(() => {
    if (answers.get(desk) === asked) answers.delete(desk);
  });
  return asked.successors;
}
