import { Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleX } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import type { RowProblem, WorkbookReport } from "#shared/contract/workbook.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { GridRow } from "#renderer/ui/grid-row.tsx";
import { VirtualList } from "#renderer/ui/virtual-list.tsx";
import { type Severity, useProblemRows } from "./use-problem-rows.ts";

const columns = "minmax(7rem, 1fr) 4.5rem minmax(8rem, 1.2fr) 9rem minmax(12rem, 2fr) minmax(8rem, 1.5fr)";

/** All problems of a dry run by row, filtered by severity; only the rows in view are drawn, and asked for. */
export function ProblemTable({ report }: { report: WorkbookReport }) {
  const words = useWords().workbook;
  const format = useFormat();
  const [filter, setFilter] = useState<Severity>("all");
  const { countOf, rowAt, ask } = useProblemRows(report);
  const filters: Severity[] = ["all", "error", "warning"];
  return (
    <Stack>
      <SegmentedControl
        aria-label={words.filter}
        value={filter}
        onChange={setFilter}
        w="fit-content"
        data={filters.map((value) => ({
          value,
          label: words.filterCount(words.filters[value], format.count(countOf(value))),
        }))}
      />
      <VirtualList
        key={filter}
        role="table"
        label={words.problemsTitle}
        count={countOf(filter)}
        rowHeight={2.75}
        height="28rem"
        keyOf={(index) => `${filter} ${index}`}
        header={
          <GridRow
            head
            columns={columns}
            cells={[words.sheet, words.row, words.column, words.severity, words.problem, words.found]}
          />
        }
        renderRow={(index) => (
          <ProblemRow problem={rowAt(filter, index)} onLacking={() => ask(filter, index)} />
        )}
      />
    </Stack>
  );
}

/** A row that is not here yet asks for itself, and holds its place. */
function ProblemRow({ problem, onLacking }: { problem: RowProblem | undefined; onLacking: () => void }) {
  const words = useWords().workbook;
  useEffect(() => {
    if (!problem) onLacking();
  });
  const cells = problem
    ? [
        problem.sheet,
        problem.cell === "" ? String(problem.row) : problem.cell,
        problem.column,
        <SeverityView key="severity" severity={problem.severity} />,
        words.problems[problem.code],
        problem.found,
      ]
    : ["…", "", "", "", "", ""];
  return <GridRow columns={columns} cells={cells} />;
}

function SeverityView({ severity }: { severity: RowProblem["severity"] }) {
  const words = useWords().workbook.severities;
  const Icon = severity === "error" ? IconCircleX : IconAlertTriangle;
  return (
    <Group gap="0.3rem" wrap="nowrap">
      <Icon
        size="1.1rem"
        aria-hidden
        style={{ flexShrink: 0 }}
        color={`var(--mantine-color-${severity === "error" ? "red" : "orange"}-text)`}
      />
      <Text size="sm">{words[severity]}</Text>
    </Group>
  );
}
