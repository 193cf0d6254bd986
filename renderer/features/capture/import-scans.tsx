import { Group, Progress, Stack, Text } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import { notifications } from "@mantine/notifications";
import { IconFolder, IconFiles, IconUpload } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { ImportAnswer } from "#shared/contract/capture.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { importScans, type ImportProgress } from "#renderer/work/import-scans.ts";
import { ImportResults } from "./import-results.tsx";
import { nameScans } from "./name-scans.ts";

/** Takes dropped or chosen files and folders, stores them and attaches them, and tells what came of each. */
export function ImportScans(props: { batchId: string; onImported: () => void; actions?: ReactNode }) {
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
    setAnswer(await importScans(desk, scans, { batchId: props.batchId, stack: work.id() }, setProgress));
    setProgress(undefined);
    props.onImported();
  };
  return (
    <Section
      title={drop.title}
      hint={drop.hint}
      actions={
        <>
          {props.actions}
          <ExplainedButton
            variant="default"
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
        </>
      }
    >
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
      <Stack>
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
        {answer && <ImportResults answer={answer} />}
      </Stack>
    </Section>
  );
}
