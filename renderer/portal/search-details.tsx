import { SimpleGrid, TextInput } from "@mantine/core";
import type { ChangeEvent } from "react";
import type { CatalogueFilter } from "#shared/contract/catalogue.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Disclosure } from "#renderer/ui/disclosure.tsx";
import { type DetailName, detailNames, type Details, detailsOf, readDetails } from "./read-details.ts";

/** What is sought field by field, beside words: number and symbol, issuing body, days. Open where any is asked for. */
export function SearchDetails(props: {
  filter: CatalogueFilter;
  details: Details;
  /** True once what is typed was to be searched for: from then on a date that cannot be read is told. */
  told: boolean;
  onChange: (details: Details) => void;
}) {
  const words = useWords().portal.find;
  const { filter, details, told, onChange } = props;
  const { wrong } = readDetails(details);
  const bind = (name: DetailName) => ({
    label: words.details[name],
    placeholder: words.examples[name],
    value: details[name],
    onChange: ({ currentTarget: { value } }: ChangeEvent<HTMLInputElement>) =>
      onChange({ ...details, [name]: value }),
    ...(told && wrong.includes(name) && { error: words.notADate }),
  });
  const usual = (name: "from" | "to") => () => {
    const read = readDetails(details);
    if (!read.wrong.includes(name)) onChange({ ...details, [name]: detailsOf(read.filter)[name] });
  };
  return (
    <Disclosure label={words.byField} opened={detailNames.some((name) => filter[name] !== undefined)}>
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
        <TextInput {...bind("number")} maxLength={60} />
        <TextInput {...bind("issuer")} maxLength={200} />
        <TextInput {...bind("from")} maxLength={20} onBlur={usual("from")} />
        <TextInput {...bind("to")} maxLength={20} onBlur={usual("to")} />
      </SimpleGrid>
    </Disclosure>
  );
}
