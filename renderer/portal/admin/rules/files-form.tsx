import { Alert, Button, FileButton, Group, Stack, Table, Text } from "@mantine/core";
import { IconAlertTriangle, IconDownload, IconUpload } from "@tabler/icons-react";
import { useState } from "react";
import type { FileDifference, RuleFiles } from "#shared/rules/rule-files.ts";
import { saveBytes } from "#renderer/app/save-bytes.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { type ChosenFile, readRuleFile, type RuleFileFault } from "./read-rule-file.ts";
import { listName, listsOf } from "./list-name.ts";

/** The data that no form edits: saved as a file, changed elsewhere, and given back in place of what is in force. */
export function FilesForm(props: {
  present: RuleFiles;
  version: number;
  chosen: ChosenFile | undefined;
  differences: readonly FileDifference[];
  readOnly: boolean;
  onChoose: (chosen: ChosenFile | undefined) => void;
}) {
  const words = useWords().portal.admin.rules.files;
  const [fault, setFault] = useState<RuleFileFault>();
  const { present, version, chosen, differences, readOnly, onChoose } = props;
  const save = () =>
    saveBytes(
      new Blob([`${JSON.stringify(present, undefined, 2)}\n`], { type: "application/json" }),
      words.fileName(version),
    );
  const choose = (file: File | null) => {
    if (!file) return;
    setFault(undefined);
    void readRuleFile(file).then((read) => {
      if (read.ok) onChoose(read.value);
      else {
        setFault(read.fault);
        onChoose(undefined);
      }
    });
  };
  return (
    <Section
      title={words.title}
      hint={words.hint}
      actions={
        <>
          <Button variant="default" leftSection={<IconDownload size="1.1rem" aria-hidden />} onClick={save}>
            {words.save}
          </Button>
          {!readOnly && (
            <FileButton onChange={choose} accept="application/json,.json" key={chosen?.name ?? ""}>
              {(button) => (
                <Button {...button} variant="default" leftSection={<IconUpload size="1.1rem" aria-hidden />}>
                  {words.choose}
                </Button>
              )}
            </FileButton>
          )}
        </>
      }
    >
      <Stack>
        {fault && (
          <Alert
            role="alert"
            color="red"
            icon={<IconAlertTriangle aria-hidden />}
            title={words.faulty(fault.name)}
          >
            {words.faults[fault.kind](fault.at)}
          </Alert>
        )}
        {chosen && <Chosen {...{ chosen, differences }} onDrop={() => onChoose(undefined)} />}
        <Lists files={present} />
      </Stack>
    </Section>
  );
}

function Lists({ files }: { files: RuleFiles }) {
  const all = useWords();
  const words = all.portal.admin.rules.files;
  return (
    <Table.ScrollContainer type="native" minWidth={480} tabIndex={0} role="group" aria-label={words.list}>
      <Table aria-label={words.list} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.name}</Table.Th>
            <Table.Th>{words.version}</Table.Th>
            <Table.Th>{words.source}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {listsOf(files).map(({ name, version, source }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={400}>
                {listName(name, all)}
              </Table.Th>
              <Table.Td className="figures">{version}</Table.Td>
              <Table.Td>
                <Text size="sm" style={{ overflowWrap: "anywhere" }}>
                  {source}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Chosen(props: { chosen: ChosenFile; differences: readonly FileDifference[]; onDrop: () => void }) {
  const all = useWords();
  const words = all.portal.admin.rules.files;
  const { chosen, differences, onDrop } = props;
  const older = differences.filter(({ before, after }) => after <= before);
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Text>{differences.length === 0 ? words.same(chosen.name) : words.chosen(chosen.name)}</Text>
        <Button variant="subtle" size="compact-sm" onClick={onDrop}>
          {words.drop}
        </Button>
      </Group>
      {older.map(({ name, before, after }) => (
        <Alert key={name} role="alert" color="red" icon={<IconAlertTriangle aria-hidden />}>
          {words.older(listName(name, all), after, before)}
        </Alert>
      ))}
    </Stack>
  );
}
