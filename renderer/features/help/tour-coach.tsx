import { useCallback, useEffect } from "react";
import { useLocation } from "wouter";
import type { Role } from "#shared/archive/role.ts";
import { useFormat } from "#renderer/app/format.ts";
import { setTour, useTour } from "#renderer/app/tour-state.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Coach } from "#renderer/ui/coach.tsx";
import { type TourStepName, tourOf, tourSteps } from "./tour-steps.ts";

/** The tour of a role, while it is shown: it opens each step's screen and speaks of what is there. */
export function TourCoach({ role }: { role: Role }) {
  const { step, shown } = useTour(role);
  const name = tourOf[role][step];
  return shown && name ? <Step role={role} name={name} at={step} /> : null;
}

function Step({ role, name, at }: { role: Role; name: TourStepName; at: number }) {
  const words = useWords();
  const { count } = useFormat();
  const [, go] = useLocation();
  const { path, anchor } = tourSteps[name];
  const last = at + 1 === tourOf[role].length;
  useEffect(() => {
    if (path !== "") go(path);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a step opens its screen once; the person may then go elsewhere
  }, [path]);
  const find = useCallback(() => {
    const wanted = anchor(words);
    if (typeof wanted === "string") return document.querySelector(wanted);
    return (
      [...document.querySelectorAll("main button")].find(
        (button) => button.textContent.trim() === wanted.button,
      ) ?? null
    );
  }, [anchor, words]);
  const { title, text } = words.tour.steps[name];
  return (
    <Coach
      title={title}
      text={text}
      position={words.tour.position(count(at + 1), count(tourOf[role].length))}
      find={find}
      words={{ ...words.tour, next: last ? words.tour.end : words.tour.next }}
      onBack={at > 0 ? () => setTour(role, { step: at - 1, shown: true }) : undefined}
      onNext={() => setTour(role, last ? { step: 0, shown: false } : { step: at + 1, shown: true })}
      onHide={() => setTour(role, { step: at, shown: false })}
    />
  );
}
