import { Badge, Box, Button, Group, Stack, Text, VisuallyHidden } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useId, useState } from "react";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import type { Facet, SearchFilter } from "./facets.ts";

/** So many values of a facet are shown at first. */
const few = 6;

type Choose = (by: keyof SearchFilter, value: string) => void;

/** What the found is like, with counts; a value that is pressed narrows the search, pressed again widens it. */
export function FacetPanel({ facets, onChoose }: { facets: readonly Facet[]; onChoose: Choose }) {
  const { search } = useWords();
  const shown = facets.filter(({ values }) => values.length > 1 || values.some(({ chosen }) => chosen));
  if (shown.length === 0) return null;
  return (
    <Stack component="section" aria-label={search.narrow} gap="md">
      {shown.map((facet) => (
        <FacetGroup key={facet.by} facet={facet} onChoose={onChoose} />
      ))}
    </Stack>
  );
}

function FacetGroup({ facet, onChoose }: { facet: Facet; onChoose: Choose }) {
  const { search } = useWords();
  const { count } = useFormat();
  const [all, setAll] = useState(false);
  const titleId = useId();
  const values = all ? facet.values : facet.values.filter(({ chosen }, at) => at < few || chosen);
  return (
    <Box role="group" aria-labelledby={titleId}>
      <Text id={titleId} size="sm" fw={600} mb="0.25rem">
        {facet.title}
      </Text>
      <Stack gap="0.125rem">
        {values.map((value) => (
          <Button
            key={value.value}
            variant={value.chosen ? "light" : "subtle"}
            size="compact-sm"
            justify="space-between"
            fullWidth
            fw={value.chosen ? 600 : 400}
            aria-pressed={value.chosen}
            {...(!value.chosen && { color: "gray", c: "var(--mantine-color-text)" })}
            rightSection={
              <Badge variant="default" size="sm" className="figures">
                {count(value.count)}
              </Badge>
            }
            onClick={() => onChoose(facet.by, value.value)}
          >
            {value.label}
          </Button>
        ))}
        {facet.values.length > few && (
          <Button
            variant="transparent"
            size="compact-sm"
            justify="flex-start"
            aria-expanded={all}
            onClick={() => setAll(!all)}
          >
            {all ? search.fewer : search.more(count(facet.values.length - few))}
            <VisuallyHidden>: {facet.title}</VisuallyHidden>
          </Button>
        )}
      </Stack>
    </Box>
  );
}

/** What the search is narrowed by; each goes when it is pressed. */
export function ChosenFacets(props: {
  chosen: readonly { by: keyof SearchFilter; value: string; title: string; label: string }[];
  onChoose: Choose;
  onClear: () => void;
}) {
  const { search } = useWords();
  const { chosen, onChoose, onClear } = props;
  if (chosen.length === 0) return null;
  return (
    <Group gap="xs" mb="sm" role="group" aria-label={search.narrowed}>
      {chosen.map(({ by, value, title, label }) => (
        <Button
          key={by}
          variant="light"
          size="compact-sm"
          radius="xl"
          rightSection={<IconX size="0.9rem" aria-hidden />}
          aria-label={search.widen(`${title}: ${label}`)}
          onClick={() => onChoose(by, value)}
        >
          {title}: {label}
        </Button>
      ))}
      {chosen.length > 1 && (
        <Button variant="subtle" size="compact-sm" onClick={onClear}>
          {search.widenAll}
        </Button>
      )}
    </Group>
  );
}
