import { Alert, Button, Group, Select, Stack, Table, Text } from "@mantine/core";
import { useState } from "react";
import type { WorkbookReport } from "#shared/contract/workbook.ts";
import { fold } from "#shared/base/fold.ts";
import { columnName } from "#shared/inventory/cell-name.ts";
import { columnFields } from "#shared/inventory/column-field.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { Section } from "#renderer/ui/section.tsx";
import type { Answers } from "./read-workbook.ts";

type Sheet = WorkbookReport["sheets"][number];

/** What each column of a sheet is taken for, to be changed; open by itself where the sheet was not recognised. */
export function ColumnMapping({ sheet, onAnswer }: { sheet: Sheet; onAnswer: (answers: Answers) => void }) {
  const words = useWords().workbookImport;
  const [open, setOpen] = useState(sheet.layout === null);
  const [fields, setFields] = useState(() => sheet.columns.map(({ field }) => field));
  const changed = sheet.columns.some(({ field }, at) => field !== fields[at]);
  const options = [
    { value: "", label: words.unused },
    ...columnFields.map((value) => ({ value, label: words.fields[value] })),
  ];
  const put = (at: number, value: string | null) => {
    const field = columnFields.find((known) => known === value) ?? "";
    // A field stands in one column: the column that had it gives it up.
    setFields(fields.map((now, place) => (place === at ? field : now === field ? "" : now)));
  };
  return (
    <Section
      title={words.columnsTitle(sheet.name)}
      hint={sheet.remembered ? words.columnsRemembered : words.columnsHint}
      actions={
        <Button variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? words.hideColumns : words.showColumns}
        </Button>
      }
    >
      {sheet.layout === null && <Alert color="orange">{words.columnsNotKnown}</Alert>}
      {open && (
        <Stack>
          <Table.ScrollContainer
            minWidth={640}
            tabIndex={0}
            role="group"
            aria-label={words.columnsTitle(sheet.name)}
          >
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{words.heading}</Table.Th>
                  <Table.Th>{words.samples}</Table.Th>
                  <Table.Th>{words.meaning}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {sheet.columns.map(({ heading, samples }, at) => {
                  const name = heading === "" ? words.unnamed(columnName(at)) : heading;
                  return (
                    <Table.Tr key={columnName(at)}>
                      <Table.Td>{name}</Table.Td>
                      <Table.Td>
                        <Text size="sm" c="dimmed">
                          {samples.join(" · ")}
                        </Text>
                      </Table.Td>
                      <Table.Td>
                        <Select
                          aria-label={`${words.meaning}: ${name}`}
                          data={options}
                          value={fields[at] ?? ""}
                          onChange={(value) => put(at, value)}
                          searchable
                          allowDeselect={false}
                          filter={({ options: all, search }) =>
                            all.filter(
                              (one) => "label" in one && fold(one.label).includes(fold(search.trim())),
                            )
                          }
                        />
                      </Table.Td>
                    </Table.Tr>
                  );
                })}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          <Group>
            <ExplainedButton
              reason={changed ? undefined : words.noColumnChanged}
              onClick={() => onAnswer({ mapping: [{ sheet: sheet.name, columns: fields }] })}
            >
              {words.readAgain}
            </ExplainedButton>
            {sheet.remembered && (
              <Button variant="default" onClick={() => onAnswer({ mapping: [{ sheet: sheet.name }] })}>
                {words.forgetColumns}
              </Button>
            )}
          </Group>
        </Stack>
      )}
    </Section>
  );
}
