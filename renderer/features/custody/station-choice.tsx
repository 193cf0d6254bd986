import { Button, Group, NativeSelect, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import { IconMapPinCog } from "@tabler/icons-react";
import { Link } from "wouter";
import { custodyPoints } from "#shared/archive/custody.ts";
import { type CustodyPointRecord, isInUse, nameOfPoint } from "#shared/archive/custody-point.ts";
import { toPoints } from "#renderer/app/addresses.ts";
import { useWords } from "#renderer/app/words.tsx";
import type { Station } from "./use-asking.ts";

/** What a scan does here: asks only, or records a point, one of the center's own or a common one. */
export function StationChoice(props: {
  station: Station;
  points: readonly CustodyPointRecord[];
  onChange: (fields: Partial<Station>) => void;
}) {
  const { station, points, onChange } = props;
  const words = useWords().custody;
  const own = points.filter((point) => isInUse(point) || point.id === station.pointId);
  const choose = (value: string) => {
    const point = own.find(({ id }) => id === value);
    const kind = custodyPoints.find((known) => known === value);
    if (point) onChange({ point: point.kind, pointId: point.id, place: "" });
    else if (kind) onChange({ point: kind, pointId: "" });
  };
  const record = () => choose(own[0]?.id ?? "out-of-box");
  const common = custodyPoints.map((value) => ({ value, label: words.points[value] }));
  const named = own.map((point) => ({
    value: point.id,
    label: `${nameOfPoint(point)} · ${words.points[point.kind]}`,
  }));
  return (
    <Group align="flex-end">
      <Stack gap="0.3rem">
        <Text fw={500} size="sm">
          {words.station}
        </Text>
        <SegmentedControl
          aria-label={words.station}
          value={station.point === "" ? "ask" : "record"}
          data={[
            { value: "ask", label: words.onlyAsk },
            { value: "record", label: words.record },
          ]}
          onChange={(mode) => (mode === "ask" ? onChange({ point: "", pointId: "" }) : record())}
        />
      </Stack>
      {station.point !== "" && (
        <>
          <NativeSelect
            label={words.point}
            value={station.pointId === "" ? station.point : station.pointId}
            data={
              own.length === 0
                ? common
                : [
                    { group: words.ownPoints, items: named },
                    { group: words.otherPoints, items: common },
                  ]
            }
            onChange={(event) => choose(event.currentTarget.value)}
          />
          {station.pointId === "" && (
            <TextInput
              label={words.place}
              value={station.place}
              maxLength={100}
              onChange={(event) => onChange({ place: event.currentTarget.value })}
            />
          )}
          <TextInput
            label={words.by}
            value={station.by}
            maxLength={200}
            onChange={(event) => onChange({ by: event.currentTarget.value })}
          />
        </>
      )}
      <Button
        component={Link}
        href={toPoints}
        variant="subtle"
        leftSection={<IconMapPinCog size="1.1rem" aria-hidden />}
      >
        {words.setUp}
      </Button>
    </Group>
  );
}
