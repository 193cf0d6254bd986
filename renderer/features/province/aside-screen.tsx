import { Button, SegmentedControl, Stack, Table, Text, TextInput } from "@mantine/core";
import { IconCircleCheck, IconRefresh } from "@tabler/icons-react";
import { useState } from "react";
import { foldedWords } from "#shared/base/fold.ts";
import type { AsideRow, ProvinceAside } from "#shared/contract/province-aside.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useReason } from "#renderer/app/refusal-words.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { Section } from "#renderer/ui/section.tsx";

const kinds = ["held", "refused"] as const;
const shownAtOnce = 50;

/** What machines sent and the province's store does not hold: kept for a parent, or refused, with what is to be done. */
export function AsideScreen() {
  const all = useWords();
  const words = all.aside;
  const desk = useDesk();
  const asked = useAskedAgain("aside", () => desk.call("province.aside", {}), ["sync.changed"]);
  const { value } = asked;
  return (
    <Stack gap="lg">
      <PageHeader
        title={words.title}
        subtitle={words.subtitle}
        back={{ to: "/province", label: all.province.title }}
        actions={
          <Button variant="default" leftSection={<IconRefresh size="1.1rem" />} onClick={asked.ask}>
            {words.refresh}
          </Button>
        }
      />
      {asked.error !== undefined && <FaultView error={asked.error} onRetry={asked.ask} />}
      {value && value.held.total + value.refused.total === 0 && (
        <EmptyState Icon={IconCircleCheck} title={words.none} hint={words.noneHint} />
      )}
      {value && value.held.total + value.refused.total > 0 && <Lists aside={value} />}
      {value && <Settled count={value.settled} />}
    </Stack>
  );
}

function Settled({ count }: { count: number }) {
  const words = useWords().aside;
  const format = useFormat();
  return count > 0 ? <Text c="dimmed">{words.settled(format.count(count))}</Text> : null;
}

function Lists({ aside }: { aside: ProvinceAside }) {
  const words = useWords().aside;
  const { count } = useFormat();
  const [chosen, setChosen] = useState<(typeof kinds)[number]>();
  const [text, setText] = useState("");
  const [shown, setShown] = useState(shownAtOnce);
  const kind = chosen ?? (aside.held.total > 0 ? "held" : "refused");
  const { rows, total } = aside[kind];
  const wanted = foldedWords(text);
  const found = rows.filter((row) => {
    const inRow = foldedWords(`${row.label} ${row.device} ${row.unitName}`);
    return wanted.every((word) => inRow.some((one) => one.startsWith(word)));
  });
  return (
    <Section
      title={words.list}
      hint={kind === "held" ? words.heldHint : words.refusedHint}
      actions={
        <SegmentedControl
          aria-label={words.which}
          value={kind}
          onChange={(value) => {
            setChosen(kinds.find((one) => one === value));
            setShown(shownAtOnce);
          }}
          data={kinds.map((value) => ({ value, label: words[value](count(aside[value].total)) }))}
        />
      }
    >
      <Stack gap="md">
        <TextInput
          label={words.find}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          maw="28rem"
        />
        {found.length === 0 ? (
          <Text c="dimmed" role="status">
            {words.nothing}
          </Text>
        ) : (
          <Rows rows={found.slice(0, shown)} />
        )}
        {found.length > shown && (
          <Button variant="default" w="fit-content" onClick={() => setShown(shown + shownAtOnce)}>
            {words.more}
          </Button>
        )}
        {total > rows.length && <Text size="sm">{words.latest(count(rows.length), count(total))}</Text>}
      </Stack>
    </Section>
  );
}

function Rows({ rows }: { rows: readonly AsideRow[] }) {
  const all = useWords();
  const words = all.aside;
  const format = useFormat();
  const reasonOf = useReason();
  const whyOf = ({ code, detail, waitsFor }: AsideRow) => {
    if (!waitsFor) return reasonOf(code, detail);
    const kind = all.refused.collections[waitsFor.collection];
    return waitsFor.code === "" ? words.waitsFor(kind) : words.parentRefused(reasonOf(waitsFor.code, ""));
  };
  const nextOf = ({ code, waitsFor }: AsideRow) =>
    words.next[waitsFor && waitsFor.code !== "" ? "parent" : code] ?? all.refused.next[code] ?? "";
  return (
    <Table.ScrollContainer type="native" minWidth={820} tabIndex={0} role="group" aria-label={words.list}>
      <Table aria-label={words.list} verticalSpacing="sm" striped>
        <Table.Thead>
          <Table.Tr>
            {Object.entries(words.columns).map(([column, name]) => (
              <Table.Th key={column}>{name}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={`${row.collection} ${row.id} ${row.device} ${row.at}`}>
              <Table.Th scope="row" fw={500}>
                {all.refused.collections[row.collection]}
                <Text size="sm" c="dimmed" className="figures" style={{ overflowWrap: "anywhere" }}>
                  {row.label === "" ? row.id : row.label}
                </Text>
              </Table.Th>
              <Table.Td>
                {row.unitName}
                <Text size="sm" c="dimmed">
                  {row.device}
                </Text>
              </Table.Td>
              <Table.Td>{whyOf(row)}</Table.Td>
              <Table.Td className="figures">{format.time(row.at)}</Table.Td>
              <Table.Td>{nextOf(row)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
