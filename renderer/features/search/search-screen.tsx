import { CloseButton, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useLocation, useParams } from "wouter";
import { useSession } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { readFilter, type SearchFilter, writeFilter } from "./facets.ts";
import { DeskResults, ProvinceResults } from "./search-results.tsx";

/** How long the typing must rest, in milliseconds. */
const rest = 200;

/** Words without accents over what this machine holds; for a province officer, over what the province holds. */
export function SearchScreen() {
  const words = useWords();
  const { search } = words;
  const far = useSession().profile?.role === "province-officer";
  const params = useParams<{ words?: string; filter?: string }>();
  const [, go] = useLocation();
  const [typed, setTyped] = useState(() => readWords(params.words));
  const asked = readWords(params.words);
  const filter = readFilter(readWords(params.filter));
  const timer = useRef<number>(undefined);
  const ask = (text: string, narrowed = filter) => {
    window.clearTimeout(timer.current);
    go(addressOf(text.normalize("NFC").trim(), narrowed), { replace: true });
  };
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const type = (text: string) => {
    setTyped(text);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => ask(text), rest);
  };
  return (
    <>
      <PageHeader title={search.title} subtitle={far ? search.subtitleProvince : search.subtitle} />
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
      ) : far ? (
        <ProvinceResults asked={asked} />
      ) : (
        <DeskResults asked={asked} filter={filter} onNarrow={(narrowed) => ask(asked, narrowed)} />
      )}
    </>
  );
}

/** Where a search of these words is: what it is narrowed by stays in the address, for Back and for the next start. */
function addressOf(text: string, filter: SearchFilter): string {
  if (text === "") return "/search";
  const narrowed = writeFilter(filter);
  const words = `/search/${encodeURIComponent(text)}`;
  return narrowed === "" ? words : `${words}/${encodeURIComponent(narrowed)}`;
}

function readWords(part: string | undefined): string {
  try {
    return decodeURIComponent(part ?? "").slice(0, 200);
  } catch {
    return part ?? "";
  }
}
