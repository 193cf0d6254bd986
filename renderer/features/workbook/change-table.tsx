import { Badge, Checkbox, Group, Stack, Text } from "@mantine/core";
import type { FieldChange, WorkbookReport } from "#shared/contract/workbook.ts";
import { codeOptions } from "#renderer/app/code-options.ts";
import { groupOptions, useScheme } from "#renderer/app/use-groups.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { GridRow } from "#renderer/ui/grid-row.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { VirtualList } from "#renderer/ui/virtual-list.tsx";

/** What the person agrees to of the differences: all of a kind, but for those named. */
export type Agreement = { updates: boolean; conflicts: boolean; except: readonly string[] };

/** Whether a change will be written. */
export function isAgreed({ updates, conflicts, except }: Agreement, change: FieldChange): boolean {
  return (change.conflict ? conflicts : updates) !== except.includes(change.key);
}

const columns = "4rem minmax(10rem, 1.2fr) minmax(8rem, 1fr) minmax(10rem, 2fr) minmax(10rem, 2fr)";

/** Where the sheet differs from what is listed, field by field: each is written only where it is ticked. */
export function ChangeTable(props: {
  fondsId: string;
  report: WorkbookReport;
  agreement: Agreement;
  onAgree: (agreement: Agreement) => void;
}) {
  const { fondsId, report, agreement, onAgree } = props;
  const all = useWords();
  const words = all.workbookImport;
  const format = useFormat();
  const { changes, changesInAll, conflictsInAll } = report;
  const scheme = useScheme(fondsId) ?? [];
  const options = new Map(
    Object.entries({ ...codeOptions(all), groupId: groupOptions(scheme, all.scheme.gone) }),
  );
  const fieldName = (field: string) => words.changed[field] ?? words.otherField(field.replace(/^ext\./, ""));
  const shown = ({ field }: FieldChange, value: string) => {
    if (field === "startDate" || field === "endDate" || field === "issuedDate") return format.date(value);
    const known = value === "" ? undefined : options.get(field)?.find((option) => option.value === value);
    return known?.label ?? value;
  };
  const turn = ({ key }: FieldChange) => {
    const { except } = agreement;
    const others = except.includes(key) ? except.filter((one) => one !== key) : [...except, key];
    onAgree({ ...agreement, except: others });
  };
  const more = changesInAll > changes.length;
  return (
    <Section
      title={words.changesTitle}
      hint={
        more ? words.changesMore(format.count(changes.length), format.count(changesInAll)) : words.changesHint
      }
    >
      <Stack>
        <Group>
          <Checkbox
            label={words.updatesAll(format.count(changesInAll - conflictsInAll))}
            checked={agreement.updates}
            onChange={(event) => onAgree({ ...agreement, updates: event.currentTarget.checked, except: [] })}
          />
          {conflictsInAll > 0 && (
            <Checkbox
              label={words.conflictsAll(format.count(conflictsInAll))}
              checked={agreement.conflicts}
              onChange={(event) =>
                onAgree({ ...agreement, conflicts: event.currentTarget.checked, except: [] })
              }
            />
          )}
        </Group>
        <VirtualList
          role="table"
          label={words.changesTitle}
          count={changes.length}
          rowHeight={2.75}
          height="24rem"
          keyOf={(index) => changes[index]?.key ?? String(index)}
          header={
            <GridRow
              head
              columns={columns}
              cells={[words.take, words.record, words.field, words.was, words.will]}
            />
          }
          renderRow={(index) => {
            const change = changes[index];
            return (
              change && (
                <GridRow
                  columns={columns}
                  cells={[
                    <Checkbox
                      key="take"
                      aria-label={words.takeChange(change.label, fieldName(change.field))}
                      checked={isAgreed(agreement, change)}
                      onChange={() => turn(change)}
                    />,
                    change.label,
                    fieldName(change.field),
                    <Group key="was" gap="xs">
                      <Text>{shown(change, change.was)}</Text>
                      {change.conflict && (
                        <Badge color="orange" variant="light" tt="none">
                          {words.conflict}
                        </Badge>
                      )}
                    </Group>,
                    shown(change, change.becomes),
                  ]}
                />
              )
            );
          }}
        />
      </Stack>
    </Section>
  );
}
