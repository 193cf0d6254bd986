import { Button, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { CollectionName } from "#shared/archive/collections.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAsked } from "#renderer/app/use-asked.ts";
import { problemWords } from "#renderer/app/status-words.ts";
import { useWords } from "#renderer/app/words.tsx";
import { VirtualList } from "#renderer/ui/virtual-list.tsx";

/** Records of one kind, or all objects in the order in which they go. */
export type Shown = { of: "records"; collection: CollectionName } | { of: "objects" };

type Row = { key: string; label: string; detail: string };
type Page = { rows: Row[]; next: number; more: boolean };

const pageSize = 100;

/** What waits, one by one, since when and why; fetched a page at a time as the list is scrolled. */
export function OutboxRows({ shown, label }: { shown: Shown; label: string }) {
  const all = useWords();
  const words = all.outbox;
  const desk = useDesk();
  const format = useFormat();
  const [later, setLater] = useState<Page>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  const detail = (since: string, more: readonly string[]) =>
    [words.waitingSince(format.time(since)), ...more.filter((text) => text !== "")].join(" · ");
  const ask = async (after: number): Promise<Page> => {
    if (shown.of === "records") {
      const { collection } = shown;
      const answer = await desk.call("outbox.records", { collection, after, limit: pageSize });
      const rows = answer.rows.map(({ id, label: name, since, code }) => {
        const refusal = Object.entries(all.refused.codes).find(([known]) => known === code)?.[1] ?? code;
        return { key: id, label: name, detail: detail(since, [refusal]) };
      });
      return { ...answer, rows };
    }
    const answer = await desk.call("outbox.objects", { after, limit: pageSize });
    const rows = answer.rows.map(({ digest, kind, bytes, since, label: name, code }) => ({
      key: digest,
      label: `${words.kinds[kind]}: ${name}`,
      detail: detail(since, [format.bytes(bytes), problemWords(all.faults, code)]),
    }));
    return { ...answer, rows };
  };
  const first = useAsked(label, () => ask(0));
  const page = later ?? first.value;
  const rows = [...(first.value?.rows ?? []), ...(later?.rows ?? [])];
  const fetchMore = () => {
    if (busy || !page?.more) return;
    setBusy(true);
    setError(undefined);
    ask(page.next)
      .then((next) => setLater({ ...next, rows: [...(later?.rows ?? []), ...next.rows] }), setError)
      .finally(() => setBusy(false));
  };
  return (
    <Stack>
      {(error ?? first.error) !== undefined && <FaultView error={error ?? first.error} />}
      <VirtualList
        label={label}
        count={rows.length}
        rowHeight={3.25}
        height="60vh"
        keyOf={(at) => rows[at]?.key ?? String(at)}
        renderRow={(at) => (
          <div style={{ padding: "0.35rem 0.25rem" }}>
            <Text style={{ overflowWrap: "anywhere" }}>{rows[at]?.label}</Text>
            <Text size="sm" c="dimmed">
              {rows[at]?.detail}
            </Text>
          </div>
        )}
        {...(rows.length > 0 && { onEnd: fetchMore })}
      />
      {page?.more && rows.length > 0 && (
        <Button variant="default" loading={busy} onClick={fetchMore} style={{ alignSelf: "flex-start" }}>
          {words.more}
        </Button>
      )}
    </Stack>
  );
}
