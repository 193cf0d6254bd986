import { Badge, Box, Button, Stack, Text } from "@mantine/core";
import { useId } from "react";
import {
  type CatalogueAnswer,
  type CatalogueFacet,
  type CatalogueFilter,
} from "#shared/contract/catalogue.ts";
import { type FacetName, facetNames } from "./facet-names.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { useNarrow } from "#renderer/app/use-narrow.ts";
import { Disclosure } from "#renderer/ui/disclosure.tsx";

const few = 8;

type Choose = (by: FacetName, value: string) => void;

/** What the found is like, with counts; pressed it narrows the search, pressed again it widens it. Folded on a phone. */
export function FacetList(props: {
  facets: CatalogueAnswer["facets"];
  filter: CatalogueFilter;
  onChoose: Choose;
}) {
  const words = useWords().portal.find;
  const narrow = useNarrow();
  const { facets, filter, onChoose } = props;
  if (!facets) return null;
  const shown = facetNames.filter((by) => facets[by].length > 1 || filter[by] !== undefined);
  if (shown.length === 0) return null;
  const groups = (
    <Stack gap="md">
      {shown.map((by) => (
        <FacetGroup key={by} by={by} values={facets[by]} chosen={filter[by]} onChoose={onChoose} />
      ))}
    </Stack>
  );
  if (narrow) return <Disclosure label={words.narrow}>{groups}</Disclosure>;
  return <section aria-label={words.narrow}>{groups}</section>;
}

function FacetGroup(props: {
  by: FacetName;
  values: CatalogueFacet;
  chosen: string | number | undefined;
  onChoose: Choose;
}) {
  const words = useWords().portal.find;
  const { count } = useFormat();
  const id = useId();
  const { by, chosen, onChoose } = props;
  return (
    <Box role="group" aria-labelledby={id}>
      <Text id={id} size="sm" fw={600} mb="0.25rem">
        {words.facets[by]}
      </Text>
      <Stack gap="0.125rem">
        {props.values.slice(0, few).map((value) => {
          const isChosen = String(chosen ?? "") === value.value;
          return (
            <Button
              key={value.value}
              variant={isChosen ? "light" : "subtle"}
              size="compact-sm"
              justify="space-between"
              fullWidth
              fw={isChosen ? 600 : 400}
              aria-pressed={isChosen}
              {...(!isChosen && { color: "gray", c: "var(--mantine-color-text)" })}
              rightSection={
                <Badge variant="default" size="sm" className="figures">
                  {count(value.count)}
                </Badge>
              }
              onClick={() => onChoose(by, value.value)}
            >
              {value.label === "" || value.value === "0" ? words.unknown : value.label}
            </Button>
          );
        })}
      </Stack>
    </Box>
  );
}
