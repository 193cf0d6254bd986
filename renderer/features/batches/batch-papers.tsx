import { Group, Modal, Radio, Stack, Text } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import type { FormOrder, MadeForm } from "#shared/contract/forms.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { MadeFormView } from "#renderer/app/made-form.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";

const nothingWritten = { parent: "", agency: "", place: "", date: "", preparer: "", position: "", year: "" };

const kinds = ["routing-slips", "file-labels"] as const;

/** Makes what goes along with the paper of a batch: a slip or a label for each of its files, of whatever fonds. */
export function BatchPapers({ batchId, empty }: { batchId: string; empty: boolean }) {
  const [opened, setOpened] = useState(false);
  const all = useWords();
  const words = all.batches.papers;
  return (
    <>
      <ExplainedButton
        variant="default"
        leftSection={<IconPrinter size="1.1rem" />}
        reason={empty ? all.batches.noFiles : undefined}
        onClick={() => setOpened(true)}
      >
        {words.open}
      </ExplainedButton>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={words.title}
        size="xl"
        closeButtonProps={{ "aria-label": all.common.close, size: "2.25rem" }}
        transitionProps={{ duration: 0 }}
      >
        <Choices batchId={batchId} />
      </Modal>
    </>
  );
}

function Choices({ batchId }: { batchId: string }) {
  const all = useWords();
  const words = all.forms;
  const desk = useDesk();
  const [kind, setKind] = useState<(typeof kinds)[number]>("routing-slips");
  const [labels, setLabels] = useState<FormOrder["labels"]>("a4");
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<MadeForm>();
  const make = async () => {
    setMaking(true);
    setMade(undefined);
    try {
      setMade(
        await desk.call("forms.make", {
          ...{ kind, format: "pdf", fondsId: "", batchId, arranged: false, labels, words: nothingWritten },
        }),
      );
    } catch (error) {
      notifyFault(all, error);
    }
    setMaking(false);
  };
  return (
    <Stack>
      <Radio.Group
        label={words.which}
        value={kind}
        onChange={(value) => setKind(kinds.find((known) => known === value) ?? "routing-slips")}
      >
        <Stack gap="xs" mt="0.3rem">
          {kinds.map((known) => (
            <Radio
              key={known}
              value={known}
              label={words.kinds[known].name}
              description={words.kinds[known].hint}
            />
          ))}
        </Stack>
      </Radio.Group>
      {kind === "file-labels" && (
        <Radio.Group
          label={words.labels}
          value={labels}
          onChange={(value) => setLabels(value === "thermal" ? "thermal" : "a4")}
        >
          <Group gap="lg" mt="0.3rem">
            <Radio value="a4" label={words.fileLabelPapers.a4} />
            <Radio value="thermal" label={words.fileLabelPapers.thermal} />
          </Group>
        </Radio.Group>
      )}
      <Group>
        <ExplainedButton loading={making} onClick={() => void make()}>
          {words.make}
        </ExplainedButton>
        {making && <Text role="status">{words.making}</Text>}
      </Group>
      {made && <MadeFormView made={made} />}
    </Stack>
  );
}
