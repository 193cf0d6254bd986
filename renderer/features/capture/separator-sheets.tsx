import { Group, Modal, Radio, Stack, Text } from "@mantine/core";
import { IconDownload, IconEye, IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import type { MadeForm } from "#shared/contract/forms.ts";
import type { ShownDocument } from "#renderer/app/document-window.tsx";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { saveObject } from "#renderer/app/save-object.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";

const nothingWritten = { parent: "", agency: "", place: "", date: "", preparer: "", position: "", year: "" };

/** Makes the separator sheets of a batch: for its items or its files, all or those that have no page yet. */
export function SeparatorSheets(props: {
  batchId: string;
  items: number;
  emptyIds: readonly string[];
  onShow: (shown: ShownDocument) => void;
}) {
  const [opened, setOpened] = useState(false);
  const { sheets } = useWords().matching;
  const words = useWords();
  return (
    <>
      <ExplainedButton
        variant="default"
        leftSection={<IconPrinter size="1.1rem" />}
        onClick={() => setOpened(true)}
      >
        {sheets.open}
      </ExplainedButton>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={sheets.title}
        size="lg"
        closeButtonProps={{ "aria-label": words.common.close, size: "2.25rem" }}
      >
        <Choices {...props} />
      </Modal>
    </>
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
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<MadeForm>();
  const make = async () => {
    setMaking(true);
    setMade(undefined);
    try {
      setMade(
        await desk.call("forms.make", {
          ...{ kind: "separators", format: "pdf", fondsId: "", batchId, arranged: false, labels: "a4" },
          perFile: level === "file",
          ...(level === "item" && which === "empty" ? { itemIds: [...emptyIds] } : {}),
          words: nothingWritten,
        }),
      );
    } catch (error) {
      notifyFault(words, error);
    }
    setMaking(false);
  };
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
        <ExplainedButton reason={why} onClick={() => void make()}>
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
