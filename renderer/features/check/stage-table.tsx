import { Progress, Table, Text } from "@mantine/core";
import type { Completeness } from "#shared/completeness/count-batch.ts";
import { matrixStages } from "#shared/completeness/stages.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";

const units = ["files", "items", "pages"] as const;

/** The stages of a batch, those of the completeness matrix, in files, items and pages: each count as a figure and as a share of what is listed. */
export function StageTable({ completeness }: { completeness: Completeness }) {
  const { check, matrix } = useWords();
  const { count } = useFormat();
  return (
    <Table.ScrollContainer
      type="native"
      minWidth={560}
      tabIndex={0}
      role="group"
      aria-label={check.completeness}
    >
      <Table verticalSpacing="md" layout="fixed" aria-label={check.completeness}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{check.stage}</Table.Th>
            {units.map((unit) => (
              <Table.Th key={unit}>{check.units[unit]}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {matrixStages.map((stage) => (
            <Table.Tr key={stage}>
              <Table.Th scope="row">{matrix.stages[stage]}</Table.Th>
              {units.map((unit) => (
                <Table.Td key={unit}>
                  <Share
                    name={`${matrix.stages[stage]}, ${check.units[unit]}`}
                    value={completeness[stage][unit]}
                    total={completeness.listed[unit]}
                    shown={count(completeness[stage][unit])}
                  />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Share(props: { name: string; value: number; total: number; shown: string }) {
  const { check } = useWords();
  const { name, value, total, shown } = props;
  // Whole only when it is: 999 of 1,000 is 99 %.
  const percent = total > 0 ? Math.min(100, Math.floor((value / total) * 100)) : 0;
  return (
    <>
      <Text className="figures" fw={600} fz="1.25rem" lh={1.3}>
        {shown}
        <Text span c="dimmed" size="sm" fw={400} ml="xs">
          {total > 0 ? `${percent} %` : ""}
        </Text>
      </Text>
      <Progress
        value={percent}
        color={total > 0 && value >= total ? "lacquer" : "yellow"}
        size="md"
        mt="0.25rem"
        aria-label={check.share(name, `${percent} %`)}
      />
    </>
  );
}
