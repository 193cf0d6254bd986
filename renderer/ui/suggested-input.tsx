import { Autocomplete, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { fold } from "#shared/base/fold.ts";
import type { GridOption } from "./grid/grid-types.ts";
import { orderFound } from "./order-found.ts";
import type { Form } from "./use-draft.ts";

/** How many suggestions are shown at once. */
const shownAtOnce = 8;

/**
 * A free text with suggestions below it, found without accents and by what they are also called. Nothing typed is ever
 * completed or changed: a suggestion is taken only when it is gone to with the arrows and Enter is pressed, or it is
 * clicked.
 */
export function SuggestedInput<Field extends string>(props: {
  form: Form<Field>;
  field: Field;
  label: ReactNode;
  suggestions: readonly GridOption[];
  required?: boolean;
}) {
  const { form, field, label, suggestions, required } = props;
  const { id, value, error } = form.bind(field);
  const known = new Map(suggestions.map((option) => [option.value, option]));
  const isAlso = (name: string, typed: string) =>
    typed !== "" && known.get(name)?.also?.some((other) => fold(other).startsWith(typed)) === true;
  return (
    <Autocomplete
      id={id}
      label={label}
      value={value}
      error={error}
      onChange={(typed) => form.set(field, typed)}
      data={[...known.keys()]}
      filter={({ options, search }) => {
        const all = options.filter((option) => "value" in option);
        const typed = fold(search).trim();
        const also = all.filter((option) => isAlso(option.value, typed));
        const found = orderFound(all, search).filter((option) => !also.includes(option));
        return [...also, ...found].slice(0, shownAtOnce);
      }}
      renderOption={({ option }) => (
        <>
          {option.value}
          {known.get(option.value)?.note !== undefined && (
            <Text span size="sm" c="dimmed" ml="sm">
              {known.get(option.value)?.note}
            </Text>
          )}
        </>
      )}
      selectFirstOptionOnChange={false}
      autoSelectOnBlur={false}
      comboboxProps={{ withinPortal: false }}
      autoComplete="off"
      openOnFocus={false}
      withAsterisk={required ?? false}
    />
  );
}
