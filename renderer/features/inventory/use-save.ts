import { notifications } from "@mantine/notifications";
import { useState } from "react";
import type { Result } from "#shared/base/result.ts";
import type { DraftProblem } from "#shared/inventory/read-draft.ts";
import { useWords } from "#renderer/app/words.tsx";
import type { Form } from "#renderer/ui/use-draft.ts";
import { problemWords } from "./problem-words.ts";

type Saved = { busy: boolean; problems: { field: string; text: string }[] };

/** Saves a form by a use-case: problems go to their fields, the first one gets the focus, success is said. */
export function useSave<Field extends string, Kind>(
  form: Form<Field>,
  labels: Readonly<Record<Field, string>>,
  save: () => Promise<Result<Kind, DraftProblem<Field>[]>>,
  nameOf: (saved: Kind) => string,
) {
  const words = useWords();
  const [state, setState] = useState<Saved>({ busy: false, problems: [] });
  const run = async (then: (saved: Kind) => void) => {
    setState((before) => ({ ...before, busy: true }));
    try {
      const answer = await save();
      if (answer.ok) {
        setState({ busy: false, problems: [] });
        notifications.show({
          message: words.inventory.saved(nameOf(answer.value)),
        });
        then(answer.value);
        return;
      }
      const { list, byField } = problemWords(words, labels, answer.fault);
      form.setProblems(byField);
      setState({
        busy: false,
        problems: list.length > 0 ? list : [{ field: "", text: words.inventory.notSaved }],
      });
    } catch {
      setState({ busy: false, problems: [{ field: "", text: words.inventory.notSaved }] });
    }
  };
  const shown = state.problems.filter(
    ({ field }) =>
      field === "" || Object.entries(form.problems).some(([known, text]) => known === field && text),
  );
  return { busy: state.busy, problems: shown, run };
}
