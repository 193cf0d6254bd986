import { type ReactNode, useState } from "react";
import type { Exclusion } from "#shared/archive/exclusion.ts";
import type { Result } from "#shared/base/result.ts";
import type { DraftProblem } from "#shared/inventory/read-draft.ts";
import type { SecretMet } from "#shared/rules/exclusion.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { recordExclusion, takeBackExclusion } from "#renderer/work/exclude-secret.ts";
import { SecretStop } from "./secret-stop.tsx";

/** Where the paper that a form describes is, as far as known. */
export type PaperPlace = Omit<SecretMet, "mark">;

type Stop = { labels: string; mark: string; exclusion?: Exclusion; failed?: boolean };

/**
 * Stops a form in which a mark of secrecy was typed: the decision to keep the document out is recorded at once, and
 * the person is told what to do with the paper. `check` is given what came of each saving.
 */
export function useSecretStop<Field extends string>(props: {
  draft: Readonly<Record<Field, string>>;
  labels: Readonly<Record<Field, string>>;
  scope: string;
  place: PaperPlace;
  onDiscard: () => void;
}): { check: <Kind>(answer: Result<Kind, DraftProblem<Field>[]>) => void; dialog: ReactNode } {
  const { draft, labels, scope, place, onDiscard } = props;
  const work = useWork();
  const words = useWords().entry.secret;
  const [stop, setStop] = useState<Stop>();
  const [recorded, setRecorded] = useState<Exclusion>();
  const record = async (next: Stop) => {
    setStop(next);
    try {
      const exclusion = recorded ?? (await recordExclusion(work, scope, { ...place, mark: next.mark }));
      setRecorded(exclusion);
      setStop({ labels: next.labels, mark: next.mark, exclusion });
    } catch {
      setStop({ ...next, failed: true });
    }
  };
  const takeBack = async (exclusion: Exclusion) => {
    await takeBackExclusion(work, exclusion.id, words.slipReason);
    setRecorded(undefined);
    setStop(undefined);
  };
  return {
    check(answer) {
      if (answer.ok) return;
      const fields = answer.fault.filter(({ code }) => code === "secret").map(({ field }) => field);
      if (fields.length === 0) return;
      const mark = fields.map((field) => draft[field]).join("; ");
      void record({ labels: fields.map((field) => labels[field]).join(", "), mark });
    },
    dialog: stop && (
      <SecretStop
        labels={stop.labels}
        exclusion={stop.exclusion}
        failed={stop.failed ?? false}
        onAgain={() => void record({ labels: stop.labels, mark: stop.mark })}
        onSlip={(exclusion) => void takeBack(exclusion).catch(() => setStop({ ...stop, failed: true }))}
        onDiscard={onDiscard}
        onClose={() => setStop(undefined)}
      />
    ),
  };
}
