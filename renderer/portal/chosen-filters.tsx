import { Button, Group } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { CatalogueAnswer } from "#shared/contract/catalogue.ts";
import { useWords } from "#renderer/app/words.tsx";
import type { Asked } from "./asked.ts";
import { type FacetName, facetNames } from "./facet-names.ts";
import { type DetailName, detailNames, detailsOf } from "./read-details.ts";

/** By what the search is narrowed, each with a press that drops it. */
export function ChosenFilters(props: {
  answer: CatalogueAnswer;
  asked: Asked;
  onDrop: (by: FacetName | DetailName) => void;
}) {
  const words = useWords().portal.find;
  const { answer, asked, onDrop } = props;
  const details = detailsOf(asked.filter);
  const chosen = [
    ...detailNames.flatMap((by) =>
      details[by] === "" ? [] : [{ by, text: `${words.details[by]}: ${details[by]}` }],
    ),
    ...facetNames.flatMap((by) => {
      const value = asked.filter[by];
      if (value === undefined) return [];
      const label = answer.facets?.[by].find((one) => one.value === String(value))?.label ?? String(value);
      return [{ by, text: `${words.facets[by]}: ${label}` }];
    }),
  ];
  if (chosen.length === 0) return null;
  return (
    <Group gap="xs" mb="sm" role="group" aria-label={words.chosen}>
      {chosen.map(({ by, text }) => (
        <Button
          key={by}
          variant="light"
          size="compact-sm"
          radius="xl"
          rightSection={<IconX size="0.9rem" aria-hidden />}
          aria-label={words.drop(text)}
          onClick={() => onDrop(by)}
        >
          {text}
        </Button>
      ))}
    </Group>
  );
}
