import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { nameOneOf, orderFound } from "./order-found.ts";
import type { Form } from "./use-draft.ts";

type Option = { value: string; label: string };

/** While nothing is typed, and no option was gone to. */
const resting = { opened: false, typed: undefined, at: -1 };

/**
 * A field of a form that holds one of a list, found by typing a part of its name, accents optional. Enter takes the
 * option gone to with the arrows, else the first of those found, and nothing else: it does not save the form in the
 * same stroke. What is typed is taken when the field is left, where it names one option alone; Escape gives back what
 * was there. The option whose value is empty is shown as the placeholder; an emptied field chooses it.
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
  const list = useId();
  const [state, setState] = useState<{ opened: boolean; typed: string | undefined; at: number }>(resting);
  const { opened, typed, at } = state;
  const named = options.filter((option) => option.value !== "");
  const held = named.find((option) => option.value === value)?.label ?? value;
  const found = orderFound(named, typed ?? "");
  // What Enter would take is marked, so that nobody is surprised by it.
  const marked = at >= 0 ? at : (typed ?? "").trim() === "" ? -1 : 0;
  const close = () => setState(resting);
  const open = () => setState((before) => ({ ...before, opened: true }));
  const combobox = useCombobox({ opened, onDropdownClose: close });
  const choose = (chosen: string) => {
    form.set(field, chosen);
    close();
  };

  const step = (by: 1 | -1) => {
    const first = opened ? marked : found.findIndex((option) => option.value === value) - by;
    const next = Math.max(0, Math.min(found.length - 1, first + by));
    setState({ opened: true, typed, at: next });
    requestAnimationFrame(() =>
      document.getElementById(`${list}-${next}`)?.scrollIntoView({ block: "nearest" }),
    );
  };
  const enter = () => {
    const option = found[marked];
    if (option) choose(option.value);
    else if (typed?.trim() === "") choose("");
    else if (typed === undefined) close();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.key === "Process") return;
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      step(key === "ArrowDown" ? 1 : -1);
    } else if (key === "Tab" && opened && at >= 0) {
      const option = found[at];
      if (option) choose(option.value);
    } else if (opened && (key === "Enter" || key === "Escape")) {
      event.preventDefault();
      event.stopPropagation();
      if (key === "Enter") enter();
      else close();
    }
  };
  const leave = () => {
    const only = typed === undefined ? undefined : nameOneOf(named, typed);
    if (typed?.trim() === "") form.set(field, "");
    else if (only) form.set(field, only.value);
    close();
  };

  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal={false}>
      <Combobox.Target withKeyboardNavigation={false} withAriaAttributes={false}>
        <TextInput
          id={id}
          label={label}
          description={description}
          error={error}
          withAsterisk={required ?? false}
          value={typed ?? held}
          placeholder={options.find((option) => option.value === "")?.label ?? ""}
          autoComplete="off"
          role="combobox"
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-expanded={opened}
          {...(opened && { "aria-controls": list, "data-mantine-stop-propagation": true })}
          {...(opened && found[marked] && { "aria-activedescendant": `${list}-${marked}` })}
          {...(autoFocus ? { "data-autofocus": true } : {})}
          onChange={(event) => setState({ opened: true, typed: event.currentTarget.value, at: -1 })}
          onClick={open}
          onKeyDown={onKeyDown}
          onBlur={leave}
          rightSectionPointerEvents={value === "" ? "none" : "all"}
          rightSection={
            value === "" ? (
              <Combobox.Chevron />
            ) : (
              <Combobox.ClearButton
                aria-hidden={false}
                aria-label={clear}
                tabIndex={-1}
                onClear={() => choose("")}
              />
            )
          }
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        {found.length === 0 && <Combobox.Empty role="status">{nothingFound}</Combobox.Empty>}
        <Combobox.Options id={list} labelledBy={`${id}-label`} mah="18rem" style={{ overflowY: "auto" }}>
          {found.map((option, place) => (
            <Combobox.Option
              key={option.value}
              id={`${list}-${place}`}
              value={option.value}
              active={option.value === value}
              selected={place === marked}
              aria-selected={option.value === value}
              {...(place === marked && { "data-combobox-selected": true })}
            >
              {option.label}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
