import { Checkbox, Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { ArchiveFile } from "#shared/archive/file.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { VirtualList } from "#renderer/ui/virtual-list.tsx";

/** Files with a tick each; only the rows in view are drawn. Without `onTick` the ticks are only shown, and `reason` says why. */
export function FileChecklist(props: {
  files: readonly ArchiveFile[];
  label: string;
  height: string;
  isTicked: (file: ArchiveFile) => boolean;
  nameTick: (code: string) => string;
  onTick?: ((file: ArchiveFile, ticked: boolean) => void) | undefined;
  reason?: string;
  /** What stands at the end of a file's row. */
  renderEnd?: (file: ArchiveFile) => ReactNode;
}) {
  const { files, label, height, isTicked, nameTick, onTick, reason = "" } = props;
  const words = useWords();
  const format = useFormat();
  return (
    <VirtualList
      label={label}
      count={files.length}
      rowHeight={3.75}
      height={height}
      keyOf={(index) => files[index]?.id ?? String(index)}
      renderRow={(index) => {
        const file = files[index];
        if (!file) return null;
        const facts = [
          [file.startDate, file.endDate]
            .filter((date) => date !== "")
            .map(format.date)
            .join(" – "),
          words.common.retention[file.retention],
          file.leafCount > 0 ? words.batches.leaves(format.count(file.leafCount)) : "",
        ];
        return (
          <Group
            wrap="nowrap"
            align="flex-start"
            gap="sm"
            py="0.5rem"
            px="0.25rem"
            style={{ borderBottom: "1px solid var(--mantine-color-default-border)" }}
          >
            <Checkbox
              size="md"
              mt="0.2rem"
              aria-label={nameTick(file.code)}
              checked={isTicked(file)}
              {...(onTick ? {} : { title: reason, "aria-disabled": true, "aria-description": reason })}
              onChange={(event) => onTick?.(file, event.currentTarget.checked)}
            />
            <Group gap="xs" flex={1} miw={0} align="flex-start">
              <Stack gap={0} miw={0} flex="1 1 14rem">
                <Text lineClamp={2}>
                  <Text span fw={600} className="figures">
                    {file.code}
                  </Text>
                  {` ${file.title}`}
                </Text>
                <Text size="sm" c="dimmed" className="figures">
                  {facts.filter((fact) => fact !== "").join(" · ")}
                </Text>
              </Stack>
              {props.renderEnd?.(file)}
            </Group>
          </Group>
        );
      }}
    />
  );
}
