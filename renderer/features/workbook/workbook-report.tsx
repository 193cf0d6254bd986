import { Group, Paper, SimpleGrid, Stack, Table, Text } from "@mantine/core";
import type { WorkbookReport } from "#shared/contract/workbook.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { ProblemTable } from "./problem-table.tsx";

/** What a dry run found: totals, sheets, problems, a preview; and the button that writes exactly that. */
export function WorkbookReportView(props: {
  name: string;
  report: WorkbookReport;
  writing: boolean;
  onWrite: () => void;
}) {
  const { name, report, writing, onWrite } = props;
  const words = useWords().workbook;
  const format = useFormat();
  const nothing = report.files === 0 && report.items === 0;
  const listed = report.problems.length > 0 && report.problems.every(({ code }) => code === "already-listed");
  const problems = `${format.count(report.problems.length)}${report.more ? "+" : ""}`;
  return (
    <Stack>
      <Section
        title={words.report}
        hint={`${name} · ${words.nothingWritten}`}
        actions={
          <ExplainedButton
            loading={writing}
            reason={nothing ? (listed ? words.allListed : words.nothingToWrite) : undefined}
            onClick={onWrite}
          >
            {words.write(format.count(report.files), format.count(report.items))}
          </ExplainedButton>
        }
      >
        <SimpleGrid cols={{ base: 2, md: 4 }}>
          <Total name={words.totals.files} value={format.count(report.files)} />
          <Total name={words.totals.items} value={format.count(report.items)} />
          <Total name={words.totals.refused} value={format.count(report.refusedRows)} />
          <Total name={words.totals.problems} value={problems} />
        </SimpleGrid>
        {writing && (
          <Text mt="md" role="status">
            {words.writing}
          </Text>
        )}
      </Section>
      <Section title={words.problemsTitle} hint={report.more ? words.more : ""}>
        {report.problems.length === 0 ? (
          <Text>{words.noProblems}</Text>
        ) : (
          <ProblemTable problems={report.problems} />
        )}
      </Section>
      <Section title={words.sheets}>
        <Table.ScrollContainer minWidth={560} tabIndex={0} role="group" aria-label={words.sheets}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.sheet}</Table.Th>
                <Table.Th>{words.layout}</Table.Th>
                <Table.Th>{words.headingRow}</Table.Th>
                <Table.Th>{words.rows}</Table.Th>
                <Table.Th>{words.unknownColumns}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {report.sheets.map((sheet) => (
                <Table.Tr key={sheet.name}>
                  <Table.Td>{sheet.name}</Table.Td>
                  <Table.Td>{sheet.layout ? words.layouts[sheet.layout] : words.noLayout}</Table.Td>
                  <Table.Td>{sheet.layout ? format.count(sheet.headingRow) : ""}</Table.Td>
                  <Table.Td>{format.count(sheet.rows)}</Table.Td>
                  <Table.Td>{sheet.unknownColumns.join(", ")}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Section>
      {report.preview.length > 0 && (
        <Section title={words.preview} hint={words.previewHint}>
          <Table.ScrollContainer minWidth={560} tabIndex={0} role="group" aria-label={words.preview}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{words.code}</Table.Th>
                  <Table.Th>{words.fileTitle}</Table.Th>
                  <Table.Th>{words.dates}</Table.Th>
                  <Table.Th>{words.items}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {report.preview.map((line, at) => (
                  <Table.Tr key={`${at} ${line.code}`}>
                    <Table.Td>{line.code}</Table.Td>
                    <Table.Td>{line.title}</Table.Td>
                    <Table.Td>{line.dates}</Table.Td>
                    <Table.Td>{format.count(line.items)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Section>
      )}
    </Stack>
  );
}

function Total({ name, value }: { name: string; value: string }) {
  return (
    <Paper withBorder p="md" radius="md">
      <Group justify="space-between" align="baseline">
        <Text c="dimmed" size="sm">
          {name}
        </Text>
        <Text fz="1.5rem" fw={600} className="figures">
          {value}
        </Text>
      </Group>
    </Paper>
  );
}
