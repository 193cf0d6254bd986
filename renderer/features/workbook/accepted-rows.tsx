import { Alert, List } from "@mantine/core";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";

/** What was, or will be, left as it is, for an accepted batch holds it: row by row, with the batch. Nothing where nothing was. */
export function AcceptedRows(props: {
  rows: readonly { sheet?: string; row?: number; label: string; batch: string }[];
  inAll: number;
  /** True before anything is written. */
  ahead?: boolean;
}) {
  const words = useWords().workbookImport;
  const { count } = useFormat();
  const { rows, inAll, ahead = false } = props;
  if (inAll === 0) return null;
  return (
    <Alert
      color="yellow"
      title={ahead ? words.acceptedAhead(count(inAll)) : words.accepted(count(inAll))}
      mb="sm"
      ta="left"
    >
      {ahead ? words.acceptedAheadHint : words.acceptedHint}
      <List size="sm" mt="xs">
        {rows.map(({ sheet, row, label, batch }) => (
          <List.Item key={`${sheet ?? ""} ${row ?? ""} ${label}`}>
            {sheet === undefined || row === undefined
              ? words.acceptedOne(label, batch)
              : words.acceptedRow(sheet, count(row), label, batch)}
          </List.Item>
        ))}
      </List>
      {inAll > rows.length && words.acceptedMore(count(inAll - rows.length))}
    </Alert>
  );
}
