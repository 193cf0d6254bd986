import { CloseButton, Group, Loader, Text, TextInput } from "@mantine/core";
import { IconSearch, IconSearchOff } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useLocation, useParams } from "wouter";
import type { SearchAnswer, SearchHit } from "#shared/contract/records.ts";
import { DocumentWindow, type ShownDocument } from "#renderer/app/document-window.tsx";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk, useSession } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { VirtualList } from "#renderer/ui/virtual-list.tsx";
import { HitRow } from "./hit-row.tsx";

/** The most hits asked for, and how long the typing must rest, in milliseconds. */
const limit = 100;
const rest = 200;
/** Beyond this the desk does not count. */
const countLimit = 1000;

/** Words without accents over what this machine holds; for a province officer, over what the province holds. */
export function SearchScreen() {
  const words = useWords();
  const { search } = words;
  const { profile } = useSession();
  const params = useParams<{ words?: string }>();
  const [, go] = useLocation();
  const [typed, setTyped] = useState(() => readWords(params.words));
  const asked = readWords(params.words);
  const timer = useRef<number>(undefined);
  const ask = (text: string) => {
    window.clearTimeout(timer.current);
    go(text.trim() === "" ? "/search" : `/search/${encodeURIComponent(text.normalize("NFC").trim())}`, {
      replace: true,
    });
  };
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const type = (text: string) => {
    setTyped(text);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => ask(text), rest);
  };
  return (
    <>
      <PageHeader
        title={search.title}
        subtitle={profile?.role === "province-officer" ? search.subtitleProvince : search.subtitle}
      />
      <TextInput
        type="text"
        role="searchbox"
        size="lg"
        label={search.label}
        placeholder={search.hint}
        autoFocus
        value={typed}
        maxLength={200}
        leftSection={<IconSearch aria-hidden />}
        rightSection={
          typed !== "" && (
            <CloseButton
              aria-label={search.clear}
              onClick={() => {
                setTyped("");
                ask("");
              }}
            />
          )
        }
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.nativeEvent.isComposing) ask(typed);
        }}
        mb="lg"
      />
      {asked.trim() === "" ? (
        <EmptyState Icon={IconSearch} title={search.start} hint={search.startHint} />
      ) : (
        <Results asked={asked} />
      )}
    </>
  );
}

function readWords(part: string | undefined): string {
  try {
    return decodeURIComponent(part ?? "").slice(0, 200);
  } catch {
    return part ?? "";
  }
}

function Results({ asked }: { asked: string }) {
  const words = useWords();
  const { search } = words;
  const desk = useDesk();
  const { profile } = useSession();
  const far = profile?.role === "province-officer";
  const [shown, setShown] = useState<ShownDocument>();
  const { value, error, ask } = useAskedAgain<SearchAnswer>(
    `${far ? "province" : "desk"}/${asked}`,
    () => desk.call(far ? "province.find" : "search.find", { words: asked, limit }),
    ["records.changed"],
  );
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
