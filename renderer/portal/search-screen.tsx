import { Button, Grid, Group, Stack, Text, TextInput, Title, VisuallyHidden } from "@mantine/core";
import { IconSearch, IconSearchOff, IconX } from "@tabler/icons-react";
import { type SubmitEvent, useCallback, useEffect, useState } from "react";
import { useLocation, useSearch } from "wouter";
import { type CatalogueAnswer, catalogueAnswerSchema } from "#shared/contract/catalogue.ts";
import { type FacetName, facetNames } from "./facet-names.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { ask, PortalFault } from "./ask.ts";
import { type Asked, questionOf, readAsked, writeAsked } from "./asked.ts";
import { FacetList } from "./facet-list.tsx";
import { HitLine } from "./hit-line.tsx";
import { PortalFaultView } from "./portal-fault.tsx";
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
  const [typed, setTyped] = useState(asked.words);
  const { answer, error, more, again } = useSearchAnswer(search);
  const move = (next: Asked) => go(`/?${writeAsked(next)}`);
  const narrow = (by: FacetName, value: string) => {
    const { [by]: dropped, ...rest } = asked.filter;
    const narrowed =
      String(dropped ?? "") === value ? rest : { ...rest, [by]: by === "year" ? Number(value) : value };
    move({ ...asked, filter: narrowed });
  };
  const isNear = asked.by === "meaning" && asked.words !== "";
  const foundText = ({ total, more: isMore }: CatalogueAnswer) => {
    if (total === 0) return "";
    if (isNear) return words.nearest(count(total));
    return isMore ? words.more(count(total)) : words.found(count(total));
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    move({ ...asked, words: typed.trim() });
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
            value={typed}
            onChange={({ currentTarget: { value } }) => setTyped(value)}
            maxLength={200}
            leftSection={<IconSearch size="1.1rem" aria-hidden />}
          />
          <Button type="submit" size="md">
            {words.submit}
          </Button>
        </Group>
      </form>
      <SearchWay by={asked.by} onChoose={(by) => move({ ...asked, by, words: typed.trim() })} />
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
            <ChosenFilters answer={answer} asked={asked} onDrop={narrow} />
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

function ChosenFilters(props: {
  answer: CatalogueAnswer;
  asked: Asked;
  onDrop: (by: FacetName, value: string) => void;
}) {
  const words = useWords().portal.find;
  const { answer, asked, onDrop } = props;
  const chosen = facetNames.flatMap((by) => {
    const value = asked.filter[by];
    if (value === undefined) return [];
    const label = answer.facets?.[by].find((one) => one.value === String(value))?.label ?? String(value);
    return [{ by, value: String(value), label }];
  });
  if (chosen.length === 0) return null;
  return (
    <Group gap="xs" mb="sm" role="group" aria-label={words.chosen}>
      {chosen.map(({ by, value, label }) => (
        <Button
          key={by}
          variant="light"
          size="compact-sm"
          radius="xl"
          rightSection={<IconX size="0.9rem" aria-hidden />}
          aria-label={words.drop(`${words.facets[by]}: ${label}`)}
          onClick={() => onDrop(by, value)}
        >
          {words.facets[by]}: {label}
        </Button>
      ))}
    </Group>
  );
}
