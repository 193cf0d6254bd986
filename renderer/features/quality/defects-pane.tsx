import { Group, Progress, SegmentedControl, Stack, Switch, Table, Text } from "@mantine/core";
import { useState } from "react";
import { may } from "#shared/archive/permissions.ts";
import { type DefectCount, defectGroups } from "#shared/contract/quality.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk, useSession } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";

type Group = (typeof defectGroups)[number];

/** Rejected pages counted by operator, scanner and day; the names of people are hidden until whoever may asks for them. */
export function DefectsPane() {
  const { quality } = useWords();
  const { counts: texts } = quality;
  const desk = useDesk();
  const [group, setGroup] = useState<Group>("day");
  const [wantsNames, setWantsNames] = useState(false);
  const role = useSession().profile?.role;
  const mayName = role !== undefined && may(role, "name-operators");
  const named = group === "operator" && mayName && wantsNames;
  const { value, error, ask } = useAskedAgain(
    `defects/${group}${named ? "/named" : ""}`,
    () => (named ? desk.call("quality.operators", {}) : desk.call("quality.defects", { group })),
    ["records.changed"],
  );
  const counts = value?.counts ?? [];
  const nameOf = ({ name }: DefectCount) => {
    if (name === "") return texts.unknown;
    return group === "operator" && !named ? texts.anonymous(name) : name;
  };
  return (
    <Section title={quality.tabs.defects} hint={texts.hint}>
      <Stack gap="md">
        {error !== undefined && <FaultView error={error} onRetry={ask} />}
        <Group>
          <SegmentedControl
            aria-label={texts.group}
            value={group}
            data={defectGroups.map((name) => ({ value: name, label: texts.groups[name] }))}
            onChange={(next) => setGroup(defectGroups.find((name) => name === next) ?? "day")}
          />
          {group === "operator" && mayName && (
            <Switch
              label={texts.showNames}
              checked={wantsNames}
              onChange={(event) => setWantsNames(event.currentTarget.checked)}
            />
          )}
        </Group>
        {value && counts.every(({ judged }) => judged === 0) && <Text>{texts.none}</Text>}
        {counts.length > 0 && (
          <Table aria-label={texts.groups[group]} verticalSpacing="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{texts.groups[group]}</Table.Th>
                <Table.Th>{texts.columns.pages}</Table.Th>
                <Table.Th>{texts.columns.judged}</Table.Th>
                <Table.Th>{texts.columns.rejected}</Table.Th>
                <Table.Th>{texts.columns.why}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {counts.map((row) => (
                <Row key={row.name} row={row} name={nameOf(row)} />
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Stack>
    </Section>
  );
}

function Row({ row, name }: { row: DefectCount; name: string }) {
  const { quality } = useWords();
  const { counts: texts, defects } = quality;
  const { count } = useFormat();
  const share = row.judged > 0 ? Math.round((row.rejected / row.judged) * 100) : 0;
  const why = [...row.defects].sort((one, other) => other.pages - one.pages);
  return (
    <Table.Tr>
      <Table.Th scope="row">{name}</Table.Th>
      <Table.Td className="figures">{count(row.pages)}</Table.Td>
      <Table.Td className="figures">{count(row.judged)}</Table.Td>
      <Table.Td className="figures" miw="9rem">
        {`${count(row.rejected)} · ${share} %`}
        <Progress value={share} color="red" size="md" mt="0.25rem" aria-label={texts.share(name)} />
      </Table.Td>
      <Table.Td>
        {why.map(({ defect, pages }) => texts.each(defects[defect], count(pages))).join(", ")}
      </Table.Td>
    </Table.Tr>
  );
}
