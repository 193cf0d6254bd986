import { Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleX } from "@tabler/icons-react";
import { useState } from "react";
import type { RowProblem } from "#shared/contract/workbook.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { GridRow } from "#renderer/ui/grid-row.tsx";
import { VirtualList } from "#renderer/ui/virtual-list.tsx";

type Filter = "all" | RowProblem["severity"];

const columns = "minmax(7rem, 1fr) 4.5rem minmax(8rem, 1.2fr) 9rem minmax(12rem, 2fr) minmax(8rem, 1.5fr)";

/** The problems of a dry run by row, filtered by severity; only the rows in view are drawn. */
export function ProblemTable({ problems }: { problems: readonly RowProblem[] }) {
  const words = useWords().workbook;
  const format = useFormat();
  const [filter, setFilter] = useState<Filter>("all");
  const of = (severity: Filter) =>
    severity === "all" ? problems : problems.filter((problem) => problem.severity === severity);
  const shown = of(filter);
  const filters: Filter[] = ["all", "error", "warning"];
  return (
    <Stack>
      <SegmentedControl
        aria-label={words.filter}
        value={filter}
        onChange={setFilter}
        w="fit-content"
        data={filters.map((value) => ({
          value,
          label: words.filterCount(words.filters[value], format.count(of(value).length)),
        }))}
      />
      <VirtualList
        role="table"
        label={words.problemsTitle}
        count={shown.length}
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
        renderRow={(index) => {
          const problem = shown[index];
          return (
            problem && (
              <GridRow
                columns={columns}
                cells={[
                  problem.sheet,
                  problem.cell === "" ? String(problem.row) : problem.cell,
                  problem.column,
                  <Severity key="severity" severity={problem.severity} />,
                  words.problems[problem.code],
                  problem.found,
                ]}
              />
            )
          );
        }}
      />
    </Stack>
  );
}

function Severity({ severity }: { severity: RowProblem["severity"] }) {
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
