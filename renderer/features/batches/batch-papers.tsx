import { Group, Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { FormOrder } from "#shared/contract/forms.ts";
import { MadeFormView } from "#renderer/app/made-form.tsx";
import { PapersDialog } from "#renderer/app/papers-dialog.tsx";
import { useBatchForm } from "#renderer/app/use-batch-form.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";

const kinds = ["routing-slips", "file-labels"] as const;

/** Makes what goes along with the paper of a batch: a slip or a label for each of its files, of whatever fonds. */
export function BatchPapers({ batchId, empty }: { batchId: string; empty: boolean }) {
  const all = useWords();
  const words = all.batches.papers;
  const reason = empty ? all.batches.noFiles : undefined;
  return (
    <PapersDialog open={words.open} reason={reason} title={words.title} size="xl">
      <Choices batchId={batchId} />
    </PapersDialog>
  );
}

function Choices({ batchId }: { batchId: string }) {
  const words = useWords().forms;
  const [kind, setKind] = useState<(typeof kinds)[number]>("routing-slips");
  const [labels, setLabels] = useState<FormOrder["labels"]>("a4");
  const { made, making, make } = useBatchForm(batchId);
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
        <ExplainedButton loading={making} onClick={() => void make({ kind, labels })}>
          {words.make}
        </ExplainedButton>
        {making && <Text role="status">{words.making}</Text>}
      </Group>
      {made && <MadeFormView made={made} />}
    </Stack>
  );
}
