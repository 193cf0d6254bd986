import { Box, Button, Grid, Group, Stack, Text, TextInput, Title, VisuallyHidden } from "@mantine/core";
import { IconSearch, IconSearchOff } from "@tabler/icons-react";
import { type SubmitEvent, useCallback, useEffect, useState } from "react";
import { useLocation, useSearch } from "wouter";
import {
  type CatalogueAnswer,
  catalogueAnswerSchema,
  type CatalogueFilter,
} from "#shared/contract/catalogue.ts";
import { without } from "#shared/base/without.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { ask, PortalFault } from "./ask.ts";
import { type Asked, questionOf, readAsked, writeAsked } from "./asked.ts";
import { ChosenFilters } from "./chosen-filters.tsx";
import { FacetList } from "./facet-list.tsx";
import type { FacetName } from "./facet-names.ts";
import { HitLine } from "./hit-line.tsx";
import { PortalFaultView } from "./portal-fault.tsx";
import { type DetailName, type Details, detailNames, detailsOf, readDetails } from "./read-details.ts";
import { SearchDetails } from "./search-details.tsx";
import { SearchWay } from "./search-way.tsx";
import { usePortal } from "./use-portal.tsx";

/** The search of the shared store: words, what was found, and by what it can be narrowed. The address holds what is asked. */
export function SearchScreen() {
  const { portal } = useWords();
  const words = portal.find;
  const { count } = useFormat();
  const search = useSearch();
  const [, go] = useLocation();
  const asked = readAsked(search);
  const { typed, type } = useTyped(search, asked);
  const { answer, error, more, again } = useSearchAnswer(search);
  const move = (next: Asked) => go(`/?${writeAsked(next)}`);
  const widen = (by: FacetName | DetailName) => {
    move({ ...asked, filter: without(asked.filter, by) });
  };
  const narrow = (by: FacetName, value: string) => {
    if (String(asked.filter[by] ?? "") === value) widen(by);
    else move({ ...asked, filter: { ...asked.filter, [by]: by === "year" ? Number(value) : value } });
  };
  const isNear = asked.by === "meaning" && asked.words !== "";
  const foundText = ({ total, more: isMore }: CatalogueAnswer) => {
    if (total === 0) return "";
    if (isNear) return words.nearest(count(total));
    return isMore ? words.more(count(total)) : words.found(count(total));
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { filter, wrong } = readDetails(typed.details);
    if (wrong.length > 0) type({ told: true });
    else {
      const rest = detailNames.reduce<CatalogueFilter>(without, asked.filter);
      move({ ...asked, words: typed.words.trim(), filter: { ...rest, ...filter } });
    }
  };
  return (
    <Stack gap="lg">
      <VisuallyHidden>
        <Title order={1}>{portal.title}</Title>
      </VisuallyHidden>
      <form onSubmit={submit} role="search">
        <Group align="flex-end" gap="sm" wrap="nowrap">
          <TextInput
            flex={1}
            size="md"
            label={words.words}
            description={asked.by === "meaning" ? words.meaningHint : words.hint}
            value={typed.words}
            onChange={({ currentTarget: { value } }) => type({ words: value })}
            maxLength={200}
            leftSection={<IconSearch size="1.1rem" aria-hidden />}
          />
          <Button type="submit" size="md">
            {words.submit}
          </Button>
        </Group>
        <Box mt="sm">
          <SearchDetails
            {...{ filter: asked.filter, details: typed.details, told: typed.told }}
            onChange={(details) => type({ details })}
          />
        </Box>
      </form>
      <SearchWay by={asked.by} onChoose={(by) => move({ ...asked, by, words: typed.words.trim() })} />
      {error !== undefined && (
        <PortalFaultView
          error={error}
          onRetry={again}
          {...(asked.by === "meaning" && {
            other: { label: words.insteadByWords, onPress: () => move({ ...asked, by: "words" }) },
          })}
        />
      )}
      {answer && (
        <Grid gap="xl">
          <Grid.Col span={{ base: 12, md: 3 }}>
            <FacetList facets={answer.facets} filter={asked.filter} onChoose={narrow} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 9 }}>
            <ChosenFilters answer={answer} asked={asked} onDrop={widen} />
            <Text role="status" c="dimmed" mb="xs">
              {foundText(answer)}
            </Text>
            {answer.hits.length === 0 && (
              <EmptyState Icon={IconSearchOff} title={words.none} hint={words.noneHint} />
            )}
            <Stack component="section" aria-label={words.list} gap={0}>
              {answer.hits.map((hit) => (
                <HitLine key={`${hit.kind}/${hit.id}`} hit={hit} sought={asked} />
              ))}
            </Stack>
            {answer.hits.length < answer.total && (
              <Button variant="default" mt="md" onClick={more}>
                {words.next}
              </Button>
            )}
          </Grid.Col>
        </Grid>
      )}
    </Stack>
  );
}

type Typed = { words: string; details: Details; told: boolean };

/** What is typed of the next question; where the address moves on, also backwards, it is what that asks. */
function useTyped(search: string, { words, filter }: Asked) {
  const [state, setState] = useState<{ search: string; typed: Typed }>();
  const typed = state?.search === search ? state.typed : { words, details: detailsOf(filter), told: false };
  return {
    typed,
    type: (change: Partial<Typed>) => setState({ search, typed: { ...typed, ...change } }),
  };
}

/** What the server answers to what the address asks; `more` asks for the next hits and keeps those before. */
function useSearchAnswer(search: string) {
  const { change } = usePortal();
  const [state, setState] = useState<{ search: string; answer?: CatalogueAnswer; error?: unknown }>({
    search: "?",
  });
  const load = useCallback(
    (before: CatalogueAnswer | undefined) =>
      ask(
        catalogueAnswerSchema,
        readAsked(search).by === "meaning" ? "meaning" : "search",
        questionOf(readAsked(search), before?.hits.length ?? 0),
      ).then(
        (answer) =>
          setState({
            search,
            answer: before ? { ...before, hits: [...before.hits, ...answer.hits] } : answer,
          }),
        (error: unknown) => {
          if (error instanceof PortalFault && error.code === "not-signed-in") change(undefined);
          else setState({ search, ...(before && { answer: before }), error });
        },
      ),
    [search, change],
  );
  useEffect(() => {
    void load(undefined);
  }, [load]);
  // The answer before stays while the next is on its way.
  const { answer, error } = state;
  return { answer, error, more: () => void load(answer), again: () => void load(undefined) };
}
