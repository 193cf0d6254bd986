import { useCallback, useState } from "react";

type Problems = Readonly<Record<string, string | undefined>>;

/** A form's fields as typed, and what is wrong with each, in words. */
export type Form<Field extends string> = {
  draft: Readonly<Record<Field, string>>;
  problems: Problems;
  set: (field: Field, value: string) => void;
  /** Replaces the whole form, and forgets its problems. */
  reset: (draft: Readonly<Record<Field, string>>) => void;
  setProblems: (problems: Problems) => void;
  /** What an input needs: its id, value, handler and problem. */
  bind: (field: Field) => {
    id: string;
    value: string;
    error: string | undefined;
    onChange: (event: { currentTarget: { value: string } }) => void;
  };
};

/** Keeps a form; a field that is changed loses its problem. */
export function useDraft<Field extends string>(initial: Readonly<Record<Field, string>>): Form<Field> {
  const [draft, setDraft] = useState(initial);
  const [problems, setProblems] = useState<Problems>({});
  const set = useCallback((field: Field, value: string) => {
    setDraft((before) => ({ ...before, [field]: value }));
    setProblems((before) => ({ ...before, [field]: undefined }));
  }, []);
  const reset = useCallback((next: Readonly<Record<Field, string>>) => {
    setDraft(next);
    setProblems({});
  }, []);
  return {
    draft,
    problems,
    set,
    reset,
    setProblems,
    bind: (field) => ({
      id: fieldId(field),
      value: draft[field],
      error: problems[field],
      onChange: (event) => set(field, event.currentTarget.value),
    }),
  };
}

/** The id of a form's input, so that a list of problems can lead to it. */
export function fieldId(field: string): string {
  return `field-${field}`;
}
