import { notifications } from "@mantine/notifications";
import { useRef } from "react";
import type { Page } from "#shared/archive/page.ts";
import type { Correction } from "#shared/archive/correction.ts";
import type { Result } from "#shared/base/result.ts";
import { straightenBy, turnBy, uncrop } from "#shared/capture/corrections.ts";
import { useSteps, useWork } from "#renderer/app/session.tsx";
import { useRuleData } from "#renderer/app/use-rule-profile.ts";
import { useWords } from "#renderer/app/words.tsx";
import { correctPage, splitPage } from "#renderer/work/correct-page.ts";
import { acceptPage, justifyPage, type JudgeRefusal, rejectPage } from "#renderer/work/judge-page.ts";

/** Whether nobody would see that the page is turned, in degrees as measured. */
export function isStraight({ skew }: Pick<Page, "skew">): boolean {
  return Math.abs(skew) < 0.1;
}

/** All that is done to the page looked at; each is one step that Ctrl+Z takes back. `judged` is called after a verdict. */
export function useVerdicts(page: Page | undefined, judged: () => void) {
  const work = useWork();
  const history = useSteps();
  const last = useRef(Promise.resolve());
  const { quality: words } = useWords();
  const { quality } = useRuleData();
  const doing = (step: keyof typeof words.steps) => ({ history, label: words.steps[step] });
  const tell = (answer: Result<Page, JudgeRefusal>) => {
    if (answer.ok) judged();
    else notifications.show({ color: "red", message: words.refusals[answer.fault] });
  };
  const correct = (step: keyof typeof words.steps, change: (correction: Correction) => Correction) => {
    if (!page) return;
    // Keys come faster than the screen is drawn: each works on what the one before has written.
    last.current = last.current.then(async () => {
      await correctPage(work, doing(step), page.id, change);
    });
  };
  return {
    accept: async () => page && tell(await acceptPage(work, doing("accept"), page.id, { quality })),
    reject: async (defect: Exclude<Page["defect"], "">) =>
      page && tell(await rejectPage(work, doing("reject"), page.id, defect)),
    justify: async (reason: string) =>
      page && tell(await justifyPage(work, doing("justify"), page.id, reason, quality)),
    turn: (degrees: 90 | 270) => correct("turn", (correction) => turnBy(correction, degrees)),
    straighten: () => page && !isStraight(page) && correct("straighten", (it) => straightenBy(it, page.skew)),
    despeckle: () => correct("despeckle", (it) => ({ ...it, despeckle: !it.despeckle })),
    crop: (change: (correction: Correction) => Correction) => correct("crop", change),
    uncrop: () => correct("crop", uncrop),
    split: () => page && void splitPage(work, doing("split"), page.id),
  };
}
