import { Anchor, Group, Stack, Table, Text } from "@mantine/core";
import { Link } from "wouter";
import type { KeepingStatus } from "#shared/contract/keeping.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAsked } from "#renderer/app/use-asked.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { KeyValues } from "#renderer/ui/key-values.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { useDoing } from "#renderer/app/use-doing.ts";
import { Verdict } from "./verdict.tsx";

/** As many wrong objects as are shown. */
const most = 200;

/** The rolling check of scans and files, and those that are damaged or missing with where they belong. */
export function ObjectsPart({ status }: { status: KeepingStatus }) {
  const all = useWords();
  const words = all.keeping.objects;
  const format = useFormat();
  const desk = useDesk();
  const checking = useDoing<unknown>();
  const { total, fresh, damaged, missing } = status.objects;
  const wrong = damaged + missing;
  return (
    <Section title={words.title} hint={words.hint}>
      <Stack>
        {total === 0 && <Text c="dimmed">{words.none}</Text>}
        {wrong > 0 && (
          <Verdict
            kind="bad"
            title={words.wrongText(format.count(wrong))}
            more={[words.wrongSafe, words.wrongNext]}
          />
        )}
        {wrong === 0 && fresh > 0 && <Verdict kind="good" title={words.good} />}
        {total > 0 && (
          <KeyValues
            rows={[
              { name: words.total, value: format.count(total) },
              { name: words.fresh, value: `${format.count(fresh)} / ${format.count(total)}` },
            ]}
          />
        )}
        {wrong > 0 && <WrongList key={wrong} />}
        {checking.error !== undefined && <FaultView error={checking.error} />}
        <Group>
          <ExplainedButton
            variant="default"
            reason={status.task ? all.keeping.busyReason : undefined}
            onClick={() => checking.start(() => desk.call("keeping.checkObjects", {}))}
          >
            {words.check}
          </ExplainedButton>
        </Group>
      </Stack>
    </Section>
  );
}

function WrongList() {
  const words = useWords().keeping.objects;
  const format = useFormat();
  const desk = useDesk();
  const asked = useAsked("wrong objects", () => desk.call("keeping.wrongObjects", {}));
  if (!asked.value) return null;
  return (
    <Table.ScrollContainer minWidth="36rem">
      <Table aria-label={words.list}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.kind}</Table.Th>
            <Table.Th>{words.state}</Table.Th>
            <Table.Th>{words.of}</Table.Th>
            <Table.Th>{words.since}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {asked.value.slice(0, most).map((one) => (
            <Table.Tr key={one.digest}>
              <Table.Td>{one.field === "" ? words.unnamed : (words.fields[one.field] ?? one.field)}</Table.Td>
              <Table.Td>{words.states[one.state]}</Table.Td>
              <Table.Td>
                {one.fileId === "" ? (
                  one.label
                ) : (
                  <Anchor component={Link} href={`/inventory/file/${one.fileId}`}>
                    {one.label || words.openItem}
                  </Anchor>
                )}
              </Table.Td>
              <Table.Td className="figures">{format.time(one.since)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
