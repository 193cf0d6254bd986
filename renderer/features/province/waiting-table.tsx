import { Checkbox, Table, Text } from "@mantine/core";
import { IconCopy } from "@tabler/icons-react";
import type { ProvinceFonds } from "#shared/contract/province.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { StateBadge } from "#renderer/ui/state-badge.tsx";

/** Only a fonds with both of its codes can be confirmed; the province holds to the same. */
export function canConfirm({ code, archiveCode }: ProvinceFonds): boolean {
  return code !== "" && archiveCode !== "";
}

type Choice = { selected: ReadonlySet<string>; onSelect: (ids: ReadonlySet<string>) => void };
type Acts = { busy: boolean; onConfirm: (fonds: ProvinceFonds) => void };

/** Fonds whose codes are provisional, to choose from and to confirm. */
export function WaitingTable(props: { fonds: readonly ProvinceFonds[] } & Choice & Acts) {
  const { fonds, selected, onSelect } = props;
  const texts = useWords().province.fonds;
  const { columns } = texts;
  const ids = fonds.filter(canConfirm).map(({ id }) => id);
  const chosen = ids.filter((id) => selected.has(id));
  const whole = ids.length > 0 && chosen.length === ids.length;
  return (
    <Table.ScrollContainer minWidth={760} tabIndex={0} role="group" aria-label={texts.title}>
      <Table verticalSpacing="sm" aria-label={texts.title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="3rem">
              {ids.length > 0 ? (
                <Checkbox
                  aria-label={texts.selectAll}
                  checked={whole}
                  indeterminate={chosen.length > 0 && !whole}
                  onChange={() => onSelect(new Set(whole ? [] : ids))}
                />
              ) : (
                texts.choose
              )}
            </Table.Th>
            {Object.entries(columns).map(([column, name]) => (
              <Table.Th key={column}>{name}</Table.Th>
            ))}
            <Table.Th>{texts.act}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fonds.map((one) => (
            <WaitingRow key={one.id} {...props} one={one} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function WaitingRow({ one, selected, onSelect, busy, onConfirm }: { one: ProvinceFonds } & Choice & Acts) {
  const texts = useWords().province.fonds;
  const { count } = useFormat();
  const whole = canConfirm(one);
  const toggle = () => {
    const next = new Set(selected);
    if (!next.delete(one.id)) next.add(one.id);
    onSelect(next);
  };
  return (
    <Table.Tr>
      <Table.Td>
        {whole && (
          <Checkbox
            aria-label={texts.select(one.code, one.name)}
            checked={selected.has(one.id)}
            onChange={toggle}
          />
        )}
      </Table.Td>
      <Table.Td className="figures">{one.code || texts.empty}</Table.Td>
      <Table.Td className="figures">{one.archiveCode || texts.empty}</Table.Td>
      <Table.Td>
        <Text fw={600}>{one.name}</Text>
        <Text size="sm" c="dimmed">
          {one.unitName}
        </Text>
        {!whole && <Text size="sm">{texts.codeMissing}</Text>}
        {whole && one.sameCodes > 0 && (
          <StateBadge Icon={IconCopy} label={texts.sameCodes(count(one.sameCodes))} color="orange" />
        )}
      </Table.Td>
      <Table.Td>{count(one.files)}</Table.Td>
      <Table.Td>
        <ExplainedButton
          size="compact-md"
          variant="light"
          aria-label={texts.confirmOne(one.code, one.name)}
          reason={busy ? texts.confirming : whole ? undefined : texts.codeMissing}
          onClick={() => onConfirm(one)}
        >
          {texts.confirm}
        </ExplainedButton>
      </Table.Td>
    </Table.Tr>
  );
}
