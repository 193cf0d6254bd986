import { Group, Progress, Stack, Text } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import { notifications } from "@mantine/notifications";
import { IconFolder, IconFiles, IconUpload } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import type { ImportAnswer } from "#shared/contract/capture.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { importScans, type ImportProgress } from "#renderer/work/import-scans.ts";
import { ImportResults } from "#renderer/features/capture/import-results.tsx";
import { nameScans } from "#renderer/features/capture/name-scans.ts";

/** Takes dropped or chosen files and folders, stores them and attaches them, and tells what came of each. */
export function ImportPane(props: { target: { batchId: string; itemId: string }; onImported: () => void }) {
  const words = useWords();
  const { drop } = words.capture;
  const { count } = useFormat();
  const desk = useDesk();
  const work = useWork();
  const [progress, setProgress] = useState<ImportProgress>();
  const [answer, setAnswer] = useState<ImportAnswer>();
  const openFiles = useRef<() => void>(null);
  const folder = useRef<HTMLInputElement>(null);
  useEffect(() => folder.current?.setAttribute("webkitdirectory", ""), []);
  const take = async (files: readonly File[]) => {
    const scans = nameScans(files);
    if (scans.length === 0) {
      notifications.show({ color: "yellow", message: drop.none });
      return;
    }
    setAnswer(undefined);
    setProgress({ total: scans.length, stored: 0, done: 0 });
    const { batchId, itemId } = props.target;
    const into = { batchId, stack: work.id(), ...(itemId === "" ? {} : { itemId }) };
    setAnswer(await importScans(desk, scans, into, setProgress));
    setProgress(undefined);
    props.onImported();
  };
  return (
    <Stack gap="md">
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        aria-label={drop.folder}
        onChange={(event) => {
          const chosen = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = "";
          void take(chosen);
        }}
      />
      <Dropzone
        onDrop={(files) => void take(files)}
        openRef={openFiles}
        disabled={progress !== undefined}
        p="xl"
        useFsAccessApi={false}
        inputProps={{ "aria-label": drop.files }}
      >
        <Group justify="center" gap="md">
          <IconUpload size="2rem" aria-hidden />
          <Stack gap={0}>
            <Text fw={600}>{progress ? drop.busy : drop.here}</Text>
            <Text c="dimmed">{drop.or}</Text>
          </Stack>
        </Group>
      </Dropzone>
      {progress && (
        <Stack gap="0.3rem" role="status">
          <Text>
            {progress.stored < progress.total
              ? drop.storing(count(progress.stored), count(progress.total))
              : drop.attaching(count(progress.done), count(progress.total))}
          </Text>
          <Progress
            value={((progress.stored + progress.done) / (2 * progress.total)) * 100}
            animated
            aria-label={drop.title}
          />
        </Stack>
      )}
      <Text size="sm" c="dimmed">
        {drop.hint}
      </Text>
      <Group gap="sm">
        <ExplainedButton
          leftSection={<IconFiles size="1.1rem" />}
          reason={progress && drop.busy}
          onClick={() => openFiles.current?.()}
        >
          {drop.files}
        </ExplainedButton>
        <ExplainedButton
          variant="default"
          leftSection={<IconFolder size="1.1rem" />}
          reason={progress && drop.busy}
          onClick={() => folder.current?.click()}
        >
          {drop.folder}
        </ExplainedButton>
      </Group>
      {answer && <ImportResults answer={answer} />}
    </Stack>
  );
}
