import { Button, Chip, Group, Select, Stack, Text } from "@mantine/core";
import { IconMessages } from "@tabler/icons-react";
import { type KeyboardEvent, useState } from "react";
import { Type } from "typebox";
import { Check } from "typebox/value";
import { threadStands } from "#shared/archive/note-thread.ts";
import type { CallInput } from "#shared/contract/desk.ts";
import { noteCalls, threadsOf } from "#shared/contract/notes.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import type { ViewedList } from "#renderer/app/saved-views.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { ViewsMenu } from "#renderer/app/views-menu.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { OneThread } from "./one-thread.tsx";

type Wanted = Omit<CallInput<"notes.list">, "from">;

const wantedSchema = Type.Omit(noteCalls["notes.list"].input, ["from"]);

const noteViews: ViewedList<Wanted> = { key: "notes", is: (value) => Check(wantedSchema, value) };

const kinds = ["question", "correction", "note"] as const;

/** What people noted across all records of the unit: narrowed by whose, kind, author and state, each with the way to it. */
export function NotesScreen() {
  const words = useWords().notes.list;
  const { count } = useFormat();
  const [wanted, setWanted] = useState<Wanted>({ kind: "", by: "", whose: "", stand: "open" });
  const [pages, setPages] = useState(1);
  const { value, error, ask } = useThreads(wanted, pages);
  const narrow = (change: Partial<Wanted>) => {
    setPages(1);
    setWanted({ ...wanted, ...change });
  };
  const rows = value?.rows;
  return (
    <Stack maw="70rem">
      <PageHeader title={words.title} subtitle={words.subtitle} />
      {error !== undefined && <FaultView error={error} onRetry={ask} />}
      <Filters
        wanted={wanted}
        authors={value?.authors ?? []}
        waiting={value?.waiting ?? 0}
        onNarrow={narrow}
      />
      {rows?.length === 0 && <EmptyState Icon={IconMessages} title={words.none} hint={words.noneHint} />}
      {value && rows && rows.length > 0 && (
        <>
          <Text size="sm" c="dimmed" role="status">
            {`${words.count(count(value.total))}. ${words.keys}`}
          </Text>
          <Stack
            component="ul"
            gap="sm"
            m={0}
            p={0}
            style={{ listStyle: "none" }}
            aria-label={words.rows}
            onKeyDown={walk}
          >
            {rows.map((row) => (
              <OneThread key={row.note.id} row={row} />
            ))}
          </Stack>
          {rows.length < value.total && (
            <Button variant="default" style={{ alignSelf: "flex-start" }} onClick={() => setPages(pages + 1)}>
              {words.more}
            </Button>
          )}
        </>
      )}
    </Stack>
  );
}

function useThreads(wanted: Wanted, pages: number) {
  const desk = useDesk();
  const read = async () => {
    const first = await desk.call("notes.list", { ...wanted, from: 0 });
    const rows = [...first.rows];
    for (let page = 1; page < pages && rows.length < first.total; page += 1)
      rows.push(...(await desk.call("notes.list", { ...wanted, from: rows.length })).rows);
    return { ...first, rows };
  };
  return useAskedAgain(`notes ${JSON.stringify(wanted)} ${pages}`, read, ["records.changed"]);
}

function Filters(props: {
  wanted: Wanted;
  authors: readonly string[];
  waiting: number;
  onNarrow: (change: Partial<Wanted>) => void;
}) {
  const { wanted, authors, waiting, onNarrow } = props;
  const all = useWords().notes;
  const words = all.list;
  const { count } = useFormat();
  const nameOf = (whose: Wanted["whose"]) =>
    whose === "me" && waiting > 0 ? `${words.ofWhom.me} (${count(waiting)})` : words.ofWhom[whose];
  return (
    <Stack gap="md">
      <Chip.Group
        multiple={false}
        value={wanted.whose}
        onChange={(value) => onNarrow({ whose: threadsOf.find((one) => one === value) ?? "" })}
      >
        <Group gap="xs" role="radiogroup" aria-label={words.whose}>
          {threadsOf.map((whose) => (
            <Chip key={whose} value={whose}>
              {nameOf(whose)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <Group gap="md" align="flex-end">
        <Select
          label={words.stand}
          w="12rem"
          allowDeselect={false}
          data={[
            { value: "", label: words.allStands },
            ...threadStands.map((value) => ({ value, label: words.stands[value] })),
          ]}
          value={wanted.stand}
          onChange={(value) => onNarrow({ stand: threadStands.find((one) => one === value) ?? "" })}
        />
        <Select
          label={words.kind}
          w="11rem"
          allowDeselect={false}
          data={[
            { value: "", label: words.allKinds },
            ...kinds.map((value) => ({ value, label: all.kinds[value] })),
          ]}
          value={wanted.kind}
          onChange={(value) => onNarrow({ kind: kinds.find((one) => one === value) ?? "" })}
        />
        <Select
          label={words.author}
          w="14rem"
          allowDeselect={false}
          searchable
          data={[
            { value: "", label: words.allAuthors },
            ...authors.map((value) => ({ value, label: value })),
          ]}
          value={wanted.by}
          onChange={(value) => onNarrow({ by: value ?? "" })}
        />
        <ViewsMenu list={noteViews} keeps="filter" current={wanted} onView={onNarrow} />
      </Group>
    </Stack>
  );
}

/** Arrows walk from one row's link to the next; Enter follows it, as any link. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>("a")];
  const next = links[links.findIndex((link) => link === document.activeElement) + step];
  if (step === 0 || !next) return;
  event.preventDefault();
  next.focus();
}
