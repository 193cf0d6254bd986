import { type ComboboxItem, Select } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { orderFound } from "./order-found.ts";
import type { Form } from "./use-draft.ts";

type Option = { value: string; label: string };

/**
 * A field of a form that holds one of a list, found by typing a part of its name, accents optional. The option whose
 * value is empty is shown as the placeholder; an emptied field chooses it. What is typed is taken when the field is
 * left, where it names one option alone.
 */
export function SearchedSelect<Field extends string>(props: {
  form: Form<Field>;
  field: Field;
  label: ReactNode;
  options: readonly Option[];
  nothingFound: string;
  clear: string;
  description?: string;
  required?: boolean;
  autoFocus?: boolean;
}) {
  const { form, field, label, options, nothingFound, clear, description, required, autoFocus } = props;
  const { id, value, error } = form.bind(field);
  const [opened, setOpened] = useState(false);
  const named = options.filter((option) => option.value !== "");
  const take = (typed: string) => {
    if (typed.trim() === "") form.set(field, "");
    else if (!named.some((option) => option.label === typed)) {
      const [first, ...others] = orderFound(named, typed);
      if (first && others.length === 0) form.set(field, first.value);
    }
  };
  return (
    <Select
      id={id}
      label={label}
      description={description}
      error={error}
      data={named}
      placeholder={options.find((option) => option.value === "")?.label ?? ""}
      value={value === "" ? null : value}
      onChange={(chosen) => form.set(field, chosen ?? "")}
      onBlur={(event) => take(event.currentTarget.value)}
      onDropdownOpen={() => setOpened(true)}
      onDropdownClose={() => setOpened(false)}
      // The key that takes an option does not save the form in the same stroke, before the form has the option; nor
      // does one that comes before the list has marked an option to take.
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !opened) return;
        event.stopPropagation();
        event.preventDefault();
      }}
      filter={({ options: all, search }) =>
        orderFound(
          all.filter((option): option is ComboboxItem => "value" in option),
          search,
        )
      }
      nothingFoundMessage={nothingFound}
      clearButtonProps={{ "aria-label": clear, tabIndex: -1 }}
      maxDropdownHeight="18rem"
      openOnFocus={false}
      selectFirstOptionOnChange
      withAsterisk={required ?? false}
      {...(autoFocus ? { "data-autofocus": true } : {})}
      comboboxProps={{ withinPortal: false }}
      searchable
      clearable
    />
  );
}
