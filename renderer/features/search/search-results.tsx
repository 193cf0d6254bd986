import { Box, Flex, Group, Loader, Text } from "@mantine/core";
import { IconSearchOff } from "@tabler/icons-react";
import { useState } from "react";
import type { SearchAnswer, SearchHit } from "#shared/contract/records.ts";
import { DocumentWindow, type ShownDocument } from "#renderer/app/document-window.tsx";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useNarrow } from "#renderer/app/use-narrow.ts";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { VirtualList } from "#renderer/ui/virtual-list.tsx";
import { ChosenFacets, FacetPanel } from "./facet-panel.tsx";
import { chooseFacet, type SearchFilter } from "./facets.ts";
import { HitRow } from "./hit-row.tsx";
import { useChosen, useFacets } from "./use-facets.ts";

/** The most hits asked for. */
const limit = 100;
/** Beyond this the desk does not count. */
const countLimit = 1000;

/** What this machine holds of the words, with what it can be narrowed by. */
export function DeskResults(props: {
  asked: string;
  filter: SearchFilter;
  onNarrow: (filter: SearchFilter) => void;
}) {
  const desk = useDesk();
  const narrow = useNarrow();
  const { asked, filter, onNarrow } = props;
  const facets = useFacets(asked, filter);
  const chosen = useChosen(filter);
  const choose = (by: keyof SearchFilter, value: string) => onNarrow(chooseFacet(filter, by, value));
  return (
    <Flex direction={narrow ? "column" : "row"} gap="xl" align={narrow ? "stretch" : "flex-start"}>
      {facets.length > 0 && (
        <Box
          w={narrow ? "100%" : "16rem"}
          flex="none"
          mah={narrow ? "16rem" : "calc(100vh - 18rem)"}
          style={{ overflowY: "auto" }}
        >
          <FacetPanel facets={facets} onChoose={choose} />
        </Box>
      )}
      <Box flex={1} miw={0}>
        <ChosenFacets chosen={chosen} onChoose={choose} onClear={() => onNarrow({})} />
        <Found
          asked={asked}
          far={false}
          question={JSON.stringify(filter)}
          find={() => desk.call("search.find", { words: asked, limit, filter })}
        />
      </Box>
    </Flex>
  );
}

/** What the province holds of the words. */
export function ProvinceResults({ asked }: { asked: string }) {
  const desk = useDesk();
  return (
    <Found
      asked={asked}
      far
      question="province"
      find={() => desk.call("province.find", { words: asked, limit })}
    />
  );
}

function Found(props: { asked: string; far: boolean; question: string; find: () => Promise<SearchAnswer> }) {
  const { search } = useWords();
  const desk = useDesk();
  const { asked, far, question, find } = props;
  const [shown, setShown] = useState<ShownDocument>();
  const { value, error, ask } = useAskedAgain<SearchAnswer>(`${question}/${asked}`, find, [
    "records.changed",
  ]);
  if (error !== undefined) return <FaultView error={error} onRetry={ask} />;
  if (!value)
    return (
      <Group gap="sm" role="status">
        <Loader size="sm" />
        <Text>{search.searching}</Text>
      </Group>
    );
  const open = (hit: SearchHit) =>
    setShown({
      title: [hit.line, hit.title].filter(Boolean).join(" · "),
      url: far ? desk.provinceObjectUrl(hit.renditionDigest) : desk.objectUrl(hit.renditionDigest),
      query: asked,
    });
  return (
    <>
      <Total answer={value} />
      {value.hits.length === 0 ? (
        <EmptyState Icon={IconSearchOff} title={search.none(asked)} hint={search.noneHint} />
      ) : (
        <VirtualList
          label={search.results}
          count={value.hits.length}
          rowHeight={7}
          height="calc(100vh - 22rem)"
          keyOf={(at) => `${value.hits[at]?.collection ?? ""}/${value.hits[at]?.id ?? ""}`}
          renderRow={(at) => {
            const hit = value.hits[at];
            return hit && <HitRow hit={hit} canOpenFile={!far} onOpen={() => open(hit)} />;
          }}
        />
      )}
      <DocumentWindow shown={shown} onClose={() => setShown(undefined)} />
    </>
  );
}

function Total({ answer }: { answer: SearchAnswer }) {
  const { search } = useWords();
  const { count } = useFormat();
  const { total, hits } = answer;
  if (total === 0) return null;
  const found = total >= countLimit ? search.foundMany(count(countLimit)) : search.found(count(total));
  return (
    <Text c="dimmed" mb="sm" role="status">
      {hits.length < total ? `${found}, ${search.shown(count(hits.length))}` : found}
    </Text>
  );
}
