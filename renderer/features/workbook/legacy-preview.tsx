import { Button, Checkbox, Group, Stack, Table, Text } from "@mantine/core";
import type { WorkbookReport } from "#shared/contract/workbook.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";
import type { Answers } from "./read-workbook.ts";

/** Texts in old encodings as they stand and as they will be read; nothing is written before the person agrees. */
export function LegacyPreview(props: {
  legacy: WorkbookReport["legacy"];
  agreed: boolean;
  onAgree: (agreed: boolean) => void;
  onAnswer: (answers: Answers) => void;
}) {
  const { legacy, agreed, onAgree, onAnswer } = props;
  const all = useWords();
  const words = all.workbookImport;
  const format = useFormat();
  return (
    <Section title={words.legacyTitle}>
      <Stack>
        <Text>{words.legacyHint(format.count(legacy.cells))}</Text>
        <Table.ScrollContainer
          type="native"
          minWidth={480}
          tabIndex={0}
          role="group"
          aria-label={words.legacyTitle}
        >
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{all.workbook.cell}</Table.Th>
                <Table.Th>{words.before}</Table.Th>
                <Table.Th>{words.after}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {legacy.samples.map(({ cell, before, after }, at) => (
                <Table.Tr key={`${at} ${cell}`}>
                  <Table.Td>{cell}</Table.Td>
                  <Table.Td>{before}</Table.Td>
                  <Table.Td>{after}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <Group>
          <Checkbox
            label={words.legacyAgree}
            checked={agreed}
            onChange={(event) => onAgree(event.currentTarget.checked)}
          />
          <Button variant="default" onClick={() => onAnswer({ keepLegacy: true })}>
            {words.legacyKeep}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
