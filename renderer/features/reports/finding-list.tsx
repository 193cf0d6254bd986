import { Alert, List } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { Finding } from "#shared/report/check-report.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";

/** Figures that cannot be or are not likely, each with the two numbers that disagree; nothing where there are none. */
export function FindingList(props: { findings: readonly Finding[]; nameOf: (scope: string) => string }) {
  const { findings, nameOf } = props;
  const words = useWords().reports;
  const { count } = useFormat();
  if (findings.length === 0) return null;
  return (
    <Alert color="yellow" icon={<IconAlertTriangle />} title={words.findings} variant="light">
      <List size="sm">
        {findings.map(({ code, unit, figure, is, against }) => (
          <List.Item key={`${unit} ${code} ${figure}`}>
            {words.finding[code](nameOf(unit), words.figures[figure] ?? figure, count(is), count(against))}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
