import { Stack, Text } from "@mantine/core";
import type { RefusedRecord } from "#shared/contract/session.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAsked } from "#renderer/app/use-asked.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";

const shown = 20;

/** The records that the province does not take: which, why, since when, and when each is sent again. */
export function RefusedRecords(props: { count: number }) {
  const words = useWords().refused;
  const format = useFormat();
  const desk = useDesk();
  const rows = useAsked(`refused ${props.count}`, () => desk.call("sync.refused", {})).value ?? [];
  return (
    <Section title={words.title} hint={words.explain}>
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: "none" }}>
        {rows.slice(0, shown).map((row) => (
          <Refused key={`${row.collection} ${row.id}`} row={row} />
        ))}
      </Stack>
      {props.count > shown && <Text size="sm">{words.more(format.count(props.count - shown))}</Text>}
    </Section>
  );
}

function Refused({ row }: { row: RefusedRecord }) {
  const words = useWords().refused;
  const format = useFormat();
  const reason = Object.entries(words.codes).find(([code]) => code === row.code)?.[1] ?? row.detail;
  return (
    <li>
      <Text style={{ overflowWrap: "anywhere" }}>
        {words.collections[row.collection]}: {row.label}
      </Text>
      <Text size="sm">{reason}</Text>
      <Text size="sm" c="dimmed">
        {row.retryAt !== ""
          ? words.retry(format.time(row.retryAt))
          : row.at !== "" && words.since(format.time(row.at))}
      </Text>
    </li>
  );
}
