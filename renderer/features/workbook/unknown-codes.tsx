import { Button, NativeSelect, Stack, Table } from "@mantine/core";
import { useState } from "react";
import type { UnknownCode } from "#shared/contract/workbook.ts";
import { codeOptions } from "#renderer/app/code-options.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";
import type { Answers } from "./read-workbook.ts";

/** Values that no list has, each once, with the code proposed for it: they mean something once a person confirms it. */
export function UnknownCodes(props: {
  values: readonly UnknownCode[];
  onAnswer: (answers: Answers) => void;
}) {
  const { values, onAnswer } = props;
  const all = useWords();
  const words = all.workbookImport;
  const format = useFormat();
  const [codes, setCodes] = useState(() => values.map(({ proposed }) => proposed));
  const options = codeOptions(all);
  return (
    <Section title={words.codesTitle} hint={words.codesHint}>
      <Stack align="start">
        <Table.ScrollContainer
          minWidth={560}
          w="100%"
          tabIndex={0}
          role="group"
          aria-label={words.codesTitle}
        >
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.list}</Table.Th>
                <Table.Th>{words.value}</Table.Th>
                <Table.Th>{words.times}</Table.Th>
                <Table.Th>{words.becomes}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {values.map(({ list, value, count }, at) => (
                <Table.Tr key={`${list} ${value}`}>
                  <Table.Td>{words.lists[list]}</Table.Td>
                  <Table.Td>{value}</Table.Td>
                  <Table.Td>{format.count(count)}</Table.Td>
                  <Table.Td>
                    <NativeSelect
                      aria-label={words.codeFor(value)}
                      value={codes[at] ?? ""}
                      data={options[list].map((option) =>
                        option.value === "" ? { value: "", label: words.keepInNote } : option,
                      )}
                      onChange={(event) => setCodes(codes.with(at, event.currentTarget.value))}
                    />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <Button
          onClick={() =>
            onAnswer({ codes: values.map(({ list, value }, at) => ({ list, value, code: codes[at] ?? "" })) })
          }
        >
          {words.confirmCodes}
        </Button>
      </Stack>
    </Section>
  );
}
