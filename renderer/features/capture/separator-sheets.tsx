import { Group, Radio, Stack, Text } from "@mantine/core";
import { IconDownload, IconEye } from "@tabler/icons-react";
import { useState } from "react";
import type { ShownDocument } from "#renderer/app/document-window.tsx";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { PapersDialog } from "#renderer/app/papers-dialog.tsx";
import { saveObject } from "#renderer/app/save-object.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useBatchForm } from "#renderer/app/use-batch-form.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";

/** Makes the separator sheets of a batch: for its items or its files, all or those that have no page yet. */
export function SeparatorSheets(props: {
  batchId: string;
  items: number;
  emptyIds: readonly string[];
  onShow: (shown: ShownDocument) => void;
}) {
  const { sheets } = useWords().matching;
  return (
    <PapersDialog open={sheets.open} title={sheets.title} size="lg">
      <Choices {...props} />
    </PapersDialog>
  );
}

function Choices(props: {
  batchId: string;
  items: number;
  emptyIds: readonly string[];
  onShow: (shown: ShownDocument) => void;
}) {
  const words = useWords();
  const { sheets } = words.matching;
  const { count } = useFormat();
  const desk = useDesk();
  const { batchId, items, emptyIds, onShow } = props;
  const [level, setLevel] = useState<"item" | "file">("item");
  const [which, setWhich] = useState<"all" | "empty">("all");
  const { made, making, make } = useBatchForm(batchId);
  const start = () =>
    make({
      ...{ kind: "separators", labels: "a4", perFile: level === "file" },
      ...(level === "item" && which === "empty" ? { itemIds: [...emptyIds] } : {}),
    });
  const why = making
    ? sheets.making
    : level === "item" && which === "empty" && emptyIds.length === 0
      ? sheets.none
      : undefined;
  return (
    <Stack>
      <Text>{sheets.hint}</Text>
      <Radio.Group
        label={sheets.level}
        value={level}
        onChange={(value) => setLevel(value === "file" ? "file" : "item")}
      >
        <Group gap="lg" mt="0.3rem">
          <Radio value="item" label={sheets.levels.item} />
          <Radio value="file" label={sheets.levels.file} />
        </Group>
      </Radio.Group>
      {level === "item" && (
        <Radio.Group
          label={sheets.which}
          value={which}
          onChange={(value) => setWhich(value === "empty" ? "empty" : "all")}
        >
          <Stack gap="xs" mt="0.3rem">
            <Radio value="all" label={sheets.all(count(items))} />
            <Radio value="empty" label={sheets.empty(count(emptyIds.length))} />
          </Stack>
        </Radio.Group>
      )}
      <Group>
        <ExplainedButton reason={why} onClick={() => void start()}>
          {making ? sheets.making : sheets.make}
        </ExplainedButton>
      </Group>
      {made && (
        <Stack gap="sm" role="status">
          <Text fw={600}>{sheets.made(count(made.rows))}</Text>
          <Group gap="sm">
            <ExplainedButton
              variant="default"
              leftSection={<IconEye size="1.1rem" />}
              onClick={() => onShow({ title: made.name, url: desk.objectUrl(made.digest) })}
            >
              {sheets.look}
            </ExplainedButton>
            <ExplainedButton
              leftSection={<IconDownload size="1.1rem" />}
              onClick={() => {
                saveObject(desk, made.digest, made.name).catch((error: unknown) => notifyFault(words, error));
              }}
            >
              {sheets.save}
            </ExplainedButton>
          </Group>
        </Stack>
      )}
    </Stack>
  );
}
