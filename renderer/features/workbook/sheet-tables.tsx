import { Table } from "@mantine/core";
import type { WorkbookReport } from "#shared/contract/workbook.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";

/** The sheets of a workbook as they were recognised, and the first files as they will be written. */
export function SheetTables({ report }: { report: WorkbookReport }) {
  const words = useWords().workbook;
  const format = useFormat();
  return (
    <>
      <Section title={words.sheets}>
        <Table.ScrollContainer
          type="native"
          minWidth={560}
          tabIndex={0}
          role="group"
          aria-label={words.sheets}
        >
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
          <Table.ScrollContainer
            type="native"
            minWidth={560}
            tabIndex={0}
            role="group"
            aria-label={words.preview}
          >
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
    </>
  );
}
