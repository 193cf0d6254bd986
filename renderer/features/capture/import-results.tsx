import { Alert, List, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import type { ImportAnswer } from "#shared/contract/capture.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { VirtualList } from "#renderer/ui/virtual-list.tsx";
import { SamePages } from "./same-pages.tsx";

/** What came of an import: counted, and each refused object with what happened, what is safe, what to do. */
export function ImportResults({ answer }: { answer: ImportAnswer }) {
  const words = useWords();
  const { results } = words.capture;
  const { count } = useFormat();
  const fresh = answer.attached.filter(({ already }) => !already);
  const already = answer.attached.length - fresh.length;
  const pages = fresh.reduce((sum, part) => sum + part.pages, 0);
  const items = new Set(fresh.map(({ itemId }) => itemId)).size;
  const { refused, separators } = answer;
  const { separators: sheets } = useWords().matching;
  const unfollowed = separators.filter(({ refusal }) => refusal !== "").length;
  return (
    <Stack gap="sm" role="status" aria-label={results.title}>
      <Alert color="lacquer" variant="light" icon={<IconCheck aria-hidden />} title={results.title}>
        <List spacing="0.2rem">
          <List.Item>{results.attached(count(pages), count(items))}</List.Item>
          {already > 0 && <List.Item>{results.already(count(already))}</List.Item>}
          {answer.unmatched.length > 0 && (
            <List.Item>{results.unmatched(count(answer.unmatched.length))}</List.Item>
          )}
          {separators.length > 0 && <List.Item>{sheets.counted(count(separators.length))}</List.Item>}
          {unfollowed > 0 && (
            <List.Item fw={600} c="red">
              {sheets.refusedCount(count(unfollowed))}
            </List.Item>
          )}
        </List>
      </Alert>
      <SamePages same={answer.attached.filter(({ sameAs }) => sameAs !== undefined)} />
      {refused.length > 0 && (
        <Alert
          color="red"
          variant="light"
          icon={<IconAlertTriangle aria-hidden />}
          title={results.refused(count(refused.length))}
        >
          <VirtualList
            label={results.refused(count(refused.length))}
            count={refused.length}
            rowHeight={4.5}
            height="18rem"
            keyOf={(at) => `${at}-${refused[at]?.name ?? ""}`}
            renderRow={(at) => <Refused refusal={refused[at]} />}
          />
        </Alert>
      )}
    </Stack>
  );
}

function Refused({ refusal }: { refusal: ImportAnswer["refused"][number] | undefined }) {
  const { faults } = useWords();
  if (!refusal) return null;
  const { what, safe, next } = faults[refusal.code];
  return (
    <Stack gap={0} py="0.4rem">
      <Text fw={600} style={{ overflowWrap: "anywhere" }}>
        {refusal.name}
      </Text>
      <Text>{what}</Text>
      <Text size="sm">
        {safe} {next}
      </Text>
    </Stack>
  );
}
