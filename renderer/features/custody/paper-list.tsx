import { Button, Group, NativeSelect, NumberInput, Stack, Switch, Text } from "@mantine/core";
import { useState } from "react";
import { type CustodyPointRecord, nameOfPoint } from "#shared/archive/custody-point.ts";
import type { Standing } from "#shared/contract/custody.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { VirtualList } from "#renderer/ui/virtual-list.tsx";
import { paperContext, paperName, whereText } from "./paper-name.ts";

/** All of which something was recorded; what is away, and for how long. */
export function PaperList(props: {
  points: readonly CustodyPointRecord[];
  onLook: (paper: Standing["paper"]) => void;
}) {
  const { points, onLook } = props;
  const desk = useDesk();
  const words = useWords().custody;
  const format = useFormat();
  const [away, setAway] = useState(false);
  const [days, setDays] = useState(7);
  const [pointId, setPointId] = useState("");
  const { value, error } = useAskedAgain(
    `papers ${away} ${days} ${pointId}`,
    () => desk.call("custody.list", { away, days: away ? days : 0, ...(pointId === "" ? {} : { pointId }) }),
    ["records.changed"],
  );
  if (error !== undefined) return <FaultView error={error} />;
  return (
    <Section
      title={words.list}
      {...(value ? { hint: words.listCounts(format.count(value.seen), format.count(value.away)) } : {})}
    >
      <Stack gap="sm">
        <Group align="flex-end">
          <Switch
            label={words.awayOnly}
            checked={away}
            onChange={(event) => setAway(event.currentTarget.checked)}
          />
          {away && (
            <NumberInput
              label={words.longer}
              w="9rem"
              value={days}
              {...{ min: 0, max: 9999, hideControls: true, allowDecimal: false }}
              onChange={(typed) => setDays(typeof typed === "number" ? typed : 0)}
            />
          )}
          {points.length > 0 && (
            <NativeSelect
              label={words.listAt}
              value={pointId}
              data={[
                { value: "", label: words.everywhere },
                ...points.map((point) => ({ value: point.id, label: nameOfPoint(point) })),
              ]}
              onChange={(event) => setPointId(event.currentTarget.value)}
            />
          )}
        </Group>
        {value?.rows.length === 0 && <Text>{words.empty}</Text>}
        {value && value.rows.length > 0 && (
          <VirtualList
            label={words.list}
            count={value.rows.length}
            rowHeight={3.5}
            height="50vh"
            keyOf={(index) => value.rows[index]?.paper.id ?? String(index)}
            renderRow={(index) => {
              const row = value.rows[index];
              if (!row) return null;
              return (
                <Group justify="space-between" py="0.4rem" gap="sm">
                  <Stack gap={0} flex={1} miw="14rem">
                    <Text fw={600}>{paperName(words, row.paper)}</Text>
                    <Text size="sm" c="dimmed">
                      {paperContext(words, row.paper)}
                    </Text>
                  </Stack>
                  <Text flex={2} miw="14rem" {...(row.away ? { fw: 600 } : {})}>
                    {whereText(words, format, row)}
                  </Text>
                  <Text w="5rem" className="figures">
                    {words.days(format.count(row.days))}
                  </Text>
                  <Button variant="subtle" size="compact-sm" onClick={() => onLook(row.paper)}>
                    {words.history}
                  </Button>
                </Group>
              );
            }}
          />
        )}
        {value && value.total > value.rows.length && (
          <Text>{words.more(format.count(value.rows.length), format.count(value.total))}</Text>
        )}
      </Stack>
    </Section>
  );
}
