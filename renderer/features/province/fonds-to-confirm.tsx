import { Box, Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconBuildingArch, IconCircleCheck } from "@tabler/icons-react";
import { useRef, useState } from "react";
import type { ProvinceFonds, ProvinceFondsList } from "#shared/contract/province.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { confirmFonds } from "./confirm-fonds.ts";
import { canConfirm, WaitingTable } from "./waiting-table.tsx";

/** Rows shown at first, and added each time: a province has hundreds of fonds. */
const step = 20;

/** The fonds whose codes wait for the province, to be confirmed one by one or many at once. */
export function FondsToConfirm({ list, onDone }: { list: ProvinceFondsList; onDone: () => void }) {
  const all = useWords();
  const texts = all.province.fonds;
  const { count } = useFormat();
  const desk = useDesk();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [limit, setLimit] = useState(step);
  const [busy, setBusy] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const waiting = list.fonds.filter(({ codesConfirmedAt }) => codesConfirmedAt === "");
  const shown = waiting.slice(0, limit);
  const chosen = shown.filter((fonds) => selected.has(fonds.id) && canConfirm(fonds));

  const confirm = async (fonds: readonly ProvinceFonds[]) => {
    setBusy(true);
    try {
      const { confirmed, changed } = await confirmFonds(desk, fonds);
      if (confirmed > 0) notifications.show({ message: texts.confirmed(count(confirmed)), color: "green" });
      const codes = changed.map(({ code }) => code).join(", ");
      if (codes !== "")
        notifications.show({ message: texts.changed(codes), color: "yellow", autoClose: false });
    } catch (error) {
      notifyFault(all, error);
    }
    setSelected(new Set());
    setBusy(false);
    onDone();
    // The button that was pressed goes with its row; who works by keyboard goes on from the list.
    place.current?.focus();
  };

  const reason = busy ? texts.confirming : chosen.length === 0 ? texts.nothingSelected : undefined;
  return (
    <Box ref={place} tabIndex={-1}>
      {waiting.length === 0 ? (
        <NoneWaiting total={list.total} />
      ) : (
        <Section
          title={texts.title}
          hint={texts.hint}
          actions={
            <ExplainedButton reason={reason} onClick={() => void confirm(chosen)}>
              {texts.confirmMany(count(chosen.length))}
            </ExplainedButton>
          }
        >
          <Text size="sm" mb="xs" role="status">
            {texts.progress(count(list.waiting), count(list.total))}
          </Text>
          <WaitingTable
            fonds={shown}
            selected={selected}
            onSelect={setSelected}
            busy={busy}
            onConfirm={(fonds) => void confirm([fonds])}
          />
          {waiting.length > limit && (
            <Button variant="subtle" mt="sm" onClick={() => setLimit(limit + step)}>
              {texts.more(count(Math.min(step, waiting.length - limit)))}
            </Button>
          )}
        </Section>
      )}
    </Box>
  );
}

function NoneWaiting({ total }: { total: number }) {
  const texts = useWords().province.fonds;
  const { count } = useFormat();
  const Icon = total === 0 ? IconBuildingArch : IconCircleCheck;
  return (
    <Section title={texts.title}>
      <Group gap="sm" wrap="nowrap" role="status">
        <Icon size="1.4rem" color="var(--mantine-color-lacquer-text)" style={{ flexShrink: 0 }} aria-hidden />
        <Text>{total === 0 ? texts.none : texts.done(count(total))}</Text>
      </Group>
    </Section>
  );
}
