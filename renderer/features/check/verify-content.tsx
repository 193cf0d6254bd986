import { Alert, Anchor, List, Stack, Text } from "@mantine/core";
import { IconShieldCheck } from "@tabler/icons-react";
import { Link } from "wouter";
import type { Batch } from "#shared/archive/batch.ts";
import type { CallOutput } from "#shared/contract/desk.ts";
import { toFile } from "#renderer/app/addresses.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useDoing } from "#renderer/app/use-doing.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";

/** Compares an accepted batch with what was accepted, at a person's asking, and names the files that differ. */
export function VerifyContent({ batch }: { batch: Batch }) {
  const { decisions } = useWords();
  const desk = useDesk();
  const doing = useDoing<CallOutput<"batches.verify">>();
  return (
    <Stack gap="sm" align="flex-end">
      <ExplainedButton
        variant="light"
        leftSection={<IconShieldCheck size="1.1rem" aria-hidden />}
        loading={doing.busy}
        onClick={() => doing.start(() => desk.call("batches.verify", { batchId: batch.id }))}
      >
        {decisions.verify}
      </ExplainedButton>
      {doing.error !== undefined && <FaultView error={doing.error} />}
      {doing.value && <Outcome found={doing.value} />}
    </Stack>
  );
}

function Outcome({ found }: { found: CallOutput<"batches.verify"> }) {
  const { decisions } = useWords();
  const { count, time } = useFormat();
  if (!found.sealed)
    return (
      <Alert color="yellow" variant="light" role="status">
        {decisions.unsealed}
      </Alert>
    );
  if (found.total === 0)
    return (
      <Alert color="lacquer" variant="light" role="status">
        {decisions.same(count(found.records))}
      </Alert>
    );
  return (
    <Alert color="red" variant="light" role="status" title={decisions.differs(count(found.total))}>
      <Text size="sm">{decisions.differsHint}</Text>
      <List mt="sm">
        {found.differences.map(({ fileId, label, title, what, written }) => (
          <List.Item key={fileId}>
            <Anchor component={Link} href={toFile(fileId)}>
              {label}
            </Anchor>{" "}
            {`${title} · ${decisions.what[what]}`}
            {written.map((one) => (
              <Text key={one.id} size="sm" c="dimmed">
                {decisions.writtenBy(one.label, one.by, time(one.at))}
              </Text>
            ))}
          </List.Item>
        ))}
      </List>
      {found.total > found.differences.length && (
        <Text size="sm">{decisions.more(count(found.total - found.differences.length))}</Text>
      )}
    </Alert>
  );
}
