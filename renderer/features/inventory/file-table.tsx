import { Anchor, Text } from "@mantine/core";
import { useMemo } from "react";
import { Link } from "wouter";
import type { ArchiveFile } from "#shared/archive/file.ts";
import { toFile } from "#renderer/app/addresses.ts";
import { BatchStateBadge } from "#renderer/app/batch-state.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useBatches } from "#renderer/app/use-batches.ts";
import { useWords } from "#renderer/app/words.tsx";
import { GridRow } from "#renderer/ui/grid-row.tsx";
import { VirtualList } from "#renderer/ui/virtual-list.tsx";

const columns = "minmax(9rem, 1.2fr) minmax(14rem, 3fr) 9.5rem 7rem 5rem 9.5rem";

/** Files as a table of which only the rows in view are drawn. */
export function FileTable(props: { files: readonly ArchiveFile[]; onEnd: () => void }) {
  const { files, onEnd } = props;
  const all = useWords();
  const words = all.inventory;
  const format = useFormat();
  const batches = useBatches();
  const states = useMemo(() => new Map(batches?.map((batch) => [batch.id, batch.state])), [batches]);
  const draw = (file: ArchiveFile) => {
    const state = states.get(file.batchId);
    return (
      <GridRow
        columns={columns}
        dim={file.withdrawn !== ""}
        cells={[
          <Anchor key="code" component={Link} href={toFile(file.id)} fw={600}>
            {file.code}
          </Anchor>,
          <Text key="title" lineClamp={2}>
            {file.title}
          </Text>,
          [file.startDate, file.endDate]
            .filter((date) => date !== "")
            .map(format.date)
            .join(" – "),
          all.common.retention[file.retention],
          file.leafCount === 0 ? "–" : format.count(file.leafCount),
          state ? (
            <BatchStateBadge key="state" state={state} />
          ) : (
            <Text key="state" size="sm" c="dimmed">
              {words.noBatch}
            </Text>
          ),
        ]}
      />
    );
  };
  return (
    <VirtualList
      role="table"
      label={words.files}
      count={files.length}
      rowHeight={3.25}
      height="calc(100dvh - 19rem)"
      keyOf={(index) => files[index]?.id ?? String(index)}
      renderRow={(index) => {
        const file = files[index];
        return file && draw(file);
      }}
      onEnd={onEnd}
      header={
        <GridRow
          head
          columns={columns}
          cells={[
            words.file.code,
            words.file.title,
            words.dates,
            words.file.retention,
            words.file.leafCount,
            words.batch,
          ]}
        />
      }
    />
  );
}
