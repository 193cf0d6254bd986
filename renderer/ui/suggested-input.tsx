import { Autocomplete } from "@mantine/core";
import type { ReactNode } from "react";
import { orderFound } from "./order-found.ts";
import type { Form } from "./use-draft.ts";

/** How many suggestions are shown at once. */
const shownAtOnce = 8;

/**
 * A free text with suggestions below it. Nothing typed is ever completed or changed: a suggestion is taken only when
 * it is gone to with the arrows and Enter is pressed, or it is clicked.
 */
export function SuggestedInput<Field extends string>(props: {
  form: Form<Field>;
  field: Field;
  label: ReactNode;
  suggestions: readonly string[];
  required?: boolean;
}) {
  const { form, field, label, suggestions, required } = props;
  const { id, value, error } = form.bind(field);
  return (
    <Autocomplete
      id={id}
      label={label}
      value={value}
      error={error}
      onChange={(typed) => form.set(field, typed)}
      data={[...new Set(suggestions)]}
      filter={({ options, search }) =>
        orderFound(
          options.filter((option) => "value" in option),
          search,
        ).slice(0, shownAtOnce)
      }
      selectFirstOptionOnChange={false}
      autoSelectOnBlur={false}
      comboboxProps={{ withinPortal: false }}
      autoComplete="off"
      openOnFocus={false}
      withAsterisk={required ?? false}
    />
  );
}
