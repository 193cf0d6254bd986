import { List, Text } from "@mantine/core";
import type { LackingContent } from "#shared/contract/lacking-content.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useReason } from "#renderer/app/refusal-words.ts";
import { useWords } from "#renderer/app/words.tsx";

/**
 * What an acceptance waits for: how many records lack at least, or of a machine's `own` are not sent, and the first of
 * them with why.
 */
export function LackingLines({ lacks, own = false }: { lacks: LackingContent; own?: boolean }) {
  const words = useWords().refused;
  const { count } = useFormat();
  const reasonOf = useReason();
  const { records, named } = lacks;
  const whyOf = (why: string) =>
    Object.entries(words.lacking.why).find(([known]) => known === why)?.[1] ?? reasonOf(why, why);
  return (
    <>
      {records > 0 && <Text size="sm">{words.lacking[own ? "own" : "count"](count(records))}</Text>}
      {named.length > 0 && (
        <List size="sm" style={{ overflowWrap: "anywhere" }}>
          {named.map(({ collection, label, why }) => (
            <List.Item key={`${collection} ${label}`}>
              {`${words.waitsFor(words.collections[collection], label)}: ${whyOf(why)}`}
            </List.Item>
          ))}
        </List>
      )}
    </>
  );
}
