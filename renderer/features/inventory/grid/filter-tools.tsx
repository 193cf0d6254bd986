import { Button, Group, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconFilterOff, IconSearch } from "@tabler/icons-react";
import { useRef } from "react";
import { type ListingFilter, type ListingFacets, listingStates } from "#shared/contract/listing.ts";
import { codeOptions } from "#renderer/app/code-options.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { foldedFilter } from "./folded-filter.ts";
import type { GridCollection } from "./row-kind.ts";

/** The part of a filter that a person sets; the place in the tree is the other. */
export type ListFilter = Pick<
  ListingFilter,
  "words" | "type" | "year" | "retention" | "priority" | "state" | "inScope" | "withdrawnToo"
>;

/** What narrows a list: words, and one value of each facet with its count. */
export function FilterBar(props: {
  collection: GridCollection;
  /** A file's own items share its retention and scope: those are not asked. */
  within: "fonds" | "file";
  filter: ListFilter;
  facets: ListingFacets | undefined;
  onFilter: (filter: ListFilter) => void;
}) {
  const all = useWords();
  const words = all.grid.filter;
  const { count } = useFormat();
  const { filter, facets, collection } = props;
  const options = codeOptions(all);
  const input = useRef<HTMLInputElement>(null);
  const search = useDebouncedCallback((text: string) => {
    props.onFilter(withField(filter, "words", text.normalize("NFC").trim()));
  }, 250);
  const counted = (name: keyof ListingFacets["facets"], value: string, label: string) => {
    const found = facets?.facets[name].find((facet) => facet.value === value);
    return { value, label: found ? `${label} (${count(found.count)})` : label };
  };
  const select = (
    name: Exclude<keyof ListFilter, "words" | "withdrawnToo">,
    label: string,
    data: { value: string; label: string }[],
    read: (value: string) => unknown,
  ) => (
    <Select
      key={name}
      aria-label={label}
      placeholder={label}
      data={data.filter(({ value }) => value !== "" || filter[name] === "")}
      value={filter[name] === undefined ? null : String(filter[name])}
      onChange={(value) => props.onFilter(withField(filter, name, value === null ? undefined : read(value)))}
      clearable
      clearButtonProps={{
        "aria-label": `${words.clear}: ${label}`,
        "aria-hidden": false,
        tabIndex: 0,
      }}
      searchable
      filter={foldedFilter}
      nothingFoundMessage={all.grid.noOption}
      flex="1 1 8rem"
      miw="8rem"
    />
  );
  const years = (facets?.facets.year ?? []).map(({ value }) => value);
  const chosenYear = filter.year === undefined ? [] : [String(filter.year)];
  const yearOptions = [...new Set([...years, ...chosenYear])]
    .sort()
    .map((value) => counted("year", value, value === "0" ? words.yearUnknown : value));
  const text = (value: string) => value;
  const wide = props.within === "fonds";
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <Group role="search" aria-label={words.label} gap="xs" mb="sm">
      <TextInput
        ref={input}
        aria-label={words.words}
        placeholder={words.words}
        leftSection={<IconSearch size="1rem" aria-hidden />}
        defaultValue={filter.words ?? ""}
        onChange={(event) => search(event.currentTarget.value)}
        autoComplete="off"
        flex="2 1 12rem"
      />
      {collection === "items" &&
        select(
          "type",
          words.type,
          options.type.map(({ value, label }) => counted("type", value, label)),
          text,
        )}
      {select("year", words.year, yearOptions, Number)}
      {wide &&
        select(
          "retention",
          words.retention,
          options.retention.map(({ value, label }) => counted("retention", value, label)),
          text,
        )}
      {wide &&
        select(
          "priority",
          words.priority,
          options.priority.map(({ value, label }) => counted("priority", value, label)),
          text,
        )}
      {select(
        "state",
        words.state,
        listingStates.map((value) => counted("state", value, words.states[value])),
        text,
      )}
      {wide &&
        select(
          "inScope",
          words.inScope,
          (["true", "false"] as const).map((value) => counted("inScope", value, words.inScopeWords[value])),
          (value) => value === "true",
        )}
      {isFiltered && (
        <Button
          variant="subtle"
          leftSection={<IconFilterOff size="1rem" aria-hidden />}
          onClick={() => {
            if (input.current) input.current.value = "";
            props.onFilter({});
          }}
        >
          {words.clear}
        </Button>
      )}
    </Group>
  );
}

/** A filter with one of its fields set, or taken away. */
export function withField(filter: ListFilter, name: keyof ListFilter, value: unknown): ListFilter {
  const rest = Object.fromEntries(Object.entries(filter).filter(([key]) => key !== name));
  return value === undefined || value === "" ? rest : { ...rest, [name]: value };
}
