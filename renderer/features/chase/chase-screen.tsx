import { Button, Stack, Table, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { formFormats } from "#shared/contract/forms.ts";
import { FaultView, notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { saveObject } from "#renderer/app/save-object.ts";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useUnitNames } from "#renderer/app/unit-names.ts";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { Section } from "#renderer/ui/section.tsx";

/** The communes that have not handed over what they listed, and by how many days they are late. */
export function ChaseScreen() {
  const desk = useDesk();
  const all = useWords();
  const words = all.chase;
  const format = useFormat();
  const nameOf = useUnitNames();
  const { profile } = useWork();
  const { value, error, ask } = useAskedAgain("chase", () => desk.call("chase.read", {}), [
    "records.changed",
  ]);
  if (error !== undefined && !value) return <FaultView error={error} onRetry={ask} />;
  if (!value) return null;
  const { rows, before, chaseFrom, today } = value;
  const lacking = rows.filter(({ state }) => state !== "all");
  const chased = rows.filter((row) => row.chased).length;
  const print = (kind: (typeof formFormats)[number]) => {
    const said = { parent: "", place: "", position: "", year: "", preparer: profile.name, date: today };
    desk
      .call("chase.form", { format: kind, words: { ...said, agency: nameOf(profile.scope) } })
      .then(({ digest, name }) => saveObject(desk, digest, name))
      .catch((fault: unknown) => notifyFault(all, fault));
  };
  return (
    <Stack>
      <PageHeader
        title={words.title}
        subtitle={before === "" ? words.noDay : words.subtitle(format.date(before), format.date(chaseFrom))}
        back={{ to: "/batches", label: all.batches.title }}
        actions={formFormats.map((kind) => (
          <Button
            key={kind}
            variant={kind === "pdf" ? "light" : "default"}
            leftSection={<IconDownload size="1.1rem" aria-hidden />}
            onClick={() => print(kind)}
          >
            {all.forms.formats[kind]}
          </Button>
        ))}
      />
      <Section title={words.lacking(format.count(lacking.length), format.count(rows.length))}>
        {before !== "" && lacking.length > 0 && (
          <Text fw={chased > 0 ? 600 : 400} mb="xs">
            {chased > 0 ? words.chased(format.count(chased)) : words.notYet(format.date(chaseFrom))}
          </Text>
        )}
        {rows.length === 0 ? (
          <Text>{words.none}</Text>
        ) : (
          <Table.ScrollContainer minWidth="40rem" scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
            <Table aria-label={words.title} className="figures" verticalSpacing="xs">
              <Table.Thead>
                <Table.Tr>
                  {[words.unit, words.listed, words.given, words.left, words.state, words.late].map(
                    (name) => (
                      <Table.Th key={name}>{name}</Table.Th>
                    ),
                  )}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map((row) => (
                  <Table.Tr key={row.unit}>
                    <Table.Th scope="row">{row.name}</Table.Th>
                    <Table.Td>{format.count(row.listed)}</Table.Td>
                    <Table.Td>{format.count(row.given)}</Table.Td>
                    <Table.Td>{format.count(row.listed - row.given)}</Table.Td>
                    <Table.Td>{words.states[row.state]}</Table.Td>
                    <Table.Td {...(row.daysLate > 0 ? { fw: 700 } : {})}>
                      {row.daysLate === 0 ? "" : format.count(row.daysLate)}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Section>
    </Stack>
  );
}
