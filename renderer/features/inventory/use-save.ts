import { notifications } from "@mantine/notifications";
import { useState } from "react";
import type { ScreenCollectionName } from "#shared/archive/collections.ts";
import type { Result } from "#shared/base/result.ts";
import type { DraftProblem } from "#shared/inventory/read-draft.ts";
import { useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { untilSafe } from "#renderer/db/saving.ts";
import type { Form } from "#renderer/ui/use-draft.ts";
import { problemWords } from "./problem-words.ts";

/** Milliseconds after which a person is told that what they entered is not safe yet. */
const patience = 3000;

type Saved = { busy: boolean; problems: { field: string; text: string }[] };

/**
 * Saves a form by a use-case: problems go to their fields, the first one gets the focus; that it is saved is said once
 * the journal has the record.
 */
export function useSave<Field extends string, Kind extends { id: string }>(
  collection: ScreenCollectionName,
  form: Form<Field>,
  labels: Readonly<Record<Field, string>>,
  save: () => Promise<Result<Kind, DraftProblem<Field>[]>>,
  nameOf: (saved: Kind) => string,
) {
  const words = useWords();
  const { saving } = useWork();
  const [state, setState] = useState<Saved>({ busy: false, problems: [] });
  const sayWhenSafe = async (id: string, label: string) => {
    const isSafe = await untilSafe(saving, collection, id, patience);
    const { saved, notYetSaved } = words.inventory;
    notifications.show(
      isSafe ? { message: saved(label) } : { message: notYetSaved(label), color: "red", autoClose: 10_000 },
    );
  };
  const run = async (then: (saved: Kind) => void) => {
    setState((before) => ({ ...before, busy: true }));
    try {
      const answer = await save();
      if (answer.ok) {
        setState({ busy: false, problems: [] });
        void sayWhenSafe(answer.value.id, nameOf(answer.value));
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
