import { Badge, Button, CloseButton, Group, Popover, Select, Stack, Switch, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconFilter, IconFilterOff, IconSearch, IconX } from "@tabler/icons-react";
import { useRef, useState } from "react";
import type { ListingFacets } from "#shared/contract/listing.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { activeFilters, type FilterField, type ListFilter, withField } from "./filter-fields.ts";
import { foldedFilter } from "./folded-filter.ts";

type Filtering = {
  fields: readonly FilterField[];
  filter: ListFilter;
  onFilter: (filter: ListFilter) => void;
};

/** What narrows a list: words at once, and one value of each facet behind a button that counts them. */
export function FilterTools(props: Filtering & { facets: ListingFacets | undefined }) {
  const all = useWords();
  const words = all.grid.filter;
  const { filter, fields, facets, onFilter } = props;
  const input = useRef<HTMLInputElement>(null);
  const [opened, setOpened] = useState(false);
  const search = useDebouncedCallback((text: string) => {
    onFilter(withField(filter, "words", text.normalize("NFC").trim()));
  }, 250);
  const active = activeFilters(all, fields, filter).length;
  const empty = () => {
    if (input.current) input.current.value = "";
  };
  return (
    <Group role="search" aria-label={words.label} gap="xs" wrap="nowrap" flex="1 1 12rem">
      <TextInput
        ref={input}
        aria-label={words.words}
        placeholder={words.words}
        leftSection={<IconSearch size="1rem" aria-hidden />}
        rightSection={
          filter.words !== undefined && (
            <CloseButton
              size="sm"
              aria-label={`${words.clear}: ${words.words}`}
              onClick={() => {
                empty();
                onFilter(withField(filter, "words", undefined));
                input.current?.focus();
              }}
            />
          )
        }
        defaultValue={filter.words ?? ""}
        onChange={(event) => search(event.currentTarget.value)}
        autoComplete="off"
        flex="1 1 7rem"
        miw="7rem"
        maw="20rem"
      />
      <Popover
        width="20rem"
        position="bottom-start"
        withArrow
        shadow="md"
        trapFocus
        withinPortal={false}
        opened={opened}
        onChange={setOpened}
      >
        <Popover.Target>
          <Button
            variant={active > 0 ? "light" : "default"}
            leftSection={<IconFilter size="1.1rem" aria-hidden />}
            rightSection={
              active > 0 && (
                <Badge size="sm" circle aria-label={words.active(active)}>
                  {active}
                </Badge>
              )
            }
            onClick={() => setOpened(!opened)}
          >
            {words.open}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={words.label}>
          <Stack gap="sm">
            {fields.map((field) => (
              <FieldSelect
                key={field.name}
                field={field}
                facets={facets}
                filter={filter}
                onFilter={onFilter}
              />
            ))}
            <Switch
              label={all.inventory.showWithdrawn}
              checked={filter.withdrawnToo ?? false}
              onChange={(event) =>
                onFilter(withField(filter, "withdrawnToo", event.currentTarget.checked || undefined))
              }
            />
            {Object.keys(filter).length > 0 && (
              <Button
                variant="subtle"
                leftSection={<IconFilterOff size="1rem" aria-hidden />}
                onClick={() => {
                  empty();
                  onFilter({});
                }}
              >
                {words.clearAll}
              </Button>
            )}
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </Group>
  );
}

function FieldSelect(props: {
  field: FilterField;
  facets: ListingFacets | undefined;
  filter: ListFilter;
  onFilter: (filter: ListFilter) => void;
}) {
  const all = useWords();
  const { count } = useFormat();
  const { filter, facets, field } = props;
  const { name, label } = field;
  const value = filter[name] === undefined ? null : String(filter[name]);
  const counted = field.options
    .filter((option) => option.value !== "" || value === "")
    .map((option) => {
      const found = facets?.facets[name].find((facet) => facet.value === option.value);
      return { value: option.value, label: found ? `${option.label} (${count(found.count)})` : option.label };
    });
  return (
    <Select
      label={label}
      placeholder={all.grid.filter.any}
      data={counted}
      value={value}
      onChange={(chosen) =>
        props.onFilter(withField(filter, name, chosen === null ? undefined : field.read(chosen)))
      }
      clearable
      clearButtonProps={{
        "aria-label": `${all.grid.filter.clear}: ${label}`,
        // Mantine hides it from readers of the screen; here it takes the focus, so it is theirs too.
        "aria-hidden": value === null,
        tabIndex: value === null ? -1 : 0,
      }}
      searchable
      filter={foldedFilter}
      nothingFoundMessage={all.grid.noOption}
      comboboxProps={{ withinPortal: false }}
    />
  );
}

/** What narrows the list, in words, each with its way out; nothing where nothing does. */
export function FilterChips({ fields, filter, onFilter }: Filtering) {
  const all = useWords();
  const active = activeFilters(all, fields, filter);
  if (active.length === 0) return null;
  return (
    <Group component="ul" aria-label={all.grid.filter.active(active.length)} gap="xs" m={0} mb="xs" p={0}>
      {active.map(({ name, label }) => (
        <li key={name} style={{ listStyle: "none" }}>
          <Button
            variant="light"
            size="compact-md"
            radius="xl"
            fw={400}
            rightSection={<IconX size="0.9rem" aria-hidden />}
            aria-label={`${all.grid.filter.clear}: ${label}`}
            onClick={() => onFilter(withField(filter, name, undefined))}
          >
            {label}
          </Button>
        </li>
      ))}
    </Group>
  );
}
