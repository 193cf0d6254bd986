import { Select } from "@mantine/core";
import { useWords } from "#renderer/app/words.tsx";
import { orderFound } from "#renderer/ui/order-found.ts";

/** The unit whose body made a new fonds; asked only where there is more than one to choose from. */
export function FondsUnitField(props: {
  choices: readonly { value: string; label: string }[];
  scope: string;
  onChoose: (scope: string) => void;
}) {
  const { choices, scope, onChoose } = props;
  const words = useWords().entry;
  if (choices.length < 2) return null;
  return (
    <Select
      label={words.unit}
      description={words.unitHint}
      data={[...choices]}
      value={scope}
      onChange={(chosen) => {
        if (chosen) onChoose(chosen);
      }}
      filter={({ options, search }) =>
        orderFound(
          options.filter((option) => "value" in option),
          search,
        )
      }
      nothingFoundMessage={words.nothingFound}
      maxDropdownHeight="18rem"
      openOnFocus={false}
      allowDeselect={false}
      selectFirstOptionOnChange
      comboboxProps={{ withinPortal: false }}
      searchable
    />
  );
}
