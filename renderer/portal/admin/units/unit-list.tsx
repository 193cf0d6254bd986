import { Button, Group, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import { type Successor, successorsOf } from "#shared/archive/successor.ts";
import type { Unit } from "#shared/archive/unit.ts";
import { foldedWords } from "#shared/base/fold.ts";
import type { PortalUnits } from "#shared/contract/portal-units.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { allUnits } from "./unit-draft.ts";
import { useUnitWords } from "./use-unit-words.ts";

const shownAtOnce = 25;
const groups = ["before", "today", "ended", "split", "above"] as const;

type Group = (typeof groups)[number];

/** The units of before and of today, what each became or is made of, found by any of these names. */
export function UnitList({ tables, onChange }: { tables: PortalUnits; onChange: (unit: Unit) => void }) {
  const words = useWords().portal.admin.units;
  const { count } = useFormat();
  const [text, setText] = useState("");
  const [group, setGroup] = useState<Group>();
  const [most, setMost] = useState(shownAtOnce);
  const lines = useMemo(() => linesOf(tables), [tables]);
  const wanted = foldedWords(text);
  const found = lines.filter(
    ({ words: own, isIn }) =>
      (group === undefined || isIn[group]) && wanted.every((word) => own.some((one) => one.startsWith(word))),
  );
  return (
    <Stack gap="md">
      <Group align="flex-end" gap="md">
        <TextInput
          label={words.find}
          value={text}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            setMost(shownAtOnce);
          }}
          flex="1 1 16rem"
          maw="28rem"
        />
        <NativeSelect
          label={words.which}
          value={group ?? ""}
          onChange={({ currentTarget: { value } }) => setGroup(groups.find((one) => one === value))}
          data={[
            { value: "", label: words.all },
            ...groups.map((value) => ({ value, label: words.groups[value] })),
          ]}
        />
      </Group>
      <Text size="sm" c="dimmed" role="status">
        {found.length === 0
          ? words.nothing
          : words.shown(count(Math.min(most, found.length)), count(found.length))}
      </Text>
      <Stack gap={0}>
        {found.slice(0, most).map((line) => (
          <UnitRow
            key={`${line.unit.scope} ${line.unit.validFrom}`}
            {...{ tables, line }}
            onChange={() => onChange(line.unit)}
          />
        ))}
      </Stack>
      {found.length > most && (
        <Button variant="default" w="fit-content" onClick={() => setMost(most + 4 * shownAtOnce)}>
          {words.showMore}
        </Button>
      )}
    </Stack>
  );
}

type Line = {
  unit: Unit;
  became: readonly Successor[];
  /** Those that were given a part: of this unit itself, or of one that it went to. */
  gave: readonly Successor[];
  mayBeIn: readonly Successor[];
  madeOf: readonly { unit: Unit; part: boolean }[];
  gotFrom: readonly string[];
  words: readonly string[];
  isIn: Record<Group, boolean>;
};

function linesOf(tables: PortalUnits): Line[] {
  const { successors } = tables;
  const units = allUnits(tables);
  const known = new Map(units.map((unit) => [unit.scope, unit]));
  return units.map((unit) => {
    const all = successorsOf(successors, unit.scope);
    // Who gave a part away and is still there became nothing else.
    const became = all.filter(({ to, ceded }) => ceded === undefined && to.scope !== unit.scope);
    const coming = successors.filter(({ to, from }) => to.scope === unit.scope && from !== unit.scope);
    const givers = new Set(coming.flatMap(({ ceded }) => ceded ?? []));
    const madeOf = coming
      .filter(({ ceded }) => ceded === undefined)
      .flatMap(({ from, part }) => {
        const old = known.get(from);
        return old ? [{ unit: old, part }] : [];
      });
    const isToday = unit.level === "commune" && unit.scope.split(".").length === 2;
    return {
      ...{ unit, became, madeOf },
      gave: all.filter(({ ceded }) => ceded === unit.scope),
      mayBeIn: all.filter(({ ceded }) => ceded !== undefined && ceded !== unit.scope),
      gotFrom: [...givers].map((scope) => known.get(scope)?.name ?? scope),
      words: foldedWords([unit.name, unit.code, ...became.map(({ to }) => to.name)].join(" ")),
      isIn: {
        before: unit.level === "commune" && !isToday,
        today: isToday && unit.validTo === "",
        ended: isToday && unit.validTo !== "",
        split: became.length > 1,
        above: unit.level !== "commune",
      },
    };
  });
}

function UnitRow({ tables, line, onChange }: { tables: PortalUnits; line: Line; onChange: () => void }) {
  const words = useWords().portal.admin.units;
  const { placeOf } = useUnitWords(tables);
  const { unit, became, gave, mayBeIn, madeOf, gotFrom } = line;
  const namesOf = (list: readonly Successor[]) => list.map(({ to }) => to.name).join(", ");
  const place = placeOf(unit);
  const partOf = (name: string, part: boolean) => (part ? words.part(name) : name);
  return (
    <Group
      component="article"
      aria-label={`${unit.name} (${unit.code})`}
      align="flex-start"
      justify="space-between"
      gap="md"
      py="sm"
      style={{ borderBottom: "1px solid var(--mantine-color-default-border)" }}
    >
      <Stack gap="0.2rem" flex="1 1 16rem" miw={0}>
        <Group gap="xs">
          <Text fw={600}>{unit.name}</Text>
          <Text size="sm" c="dimmed" className="figures">
            {unit.code}
          </Text>
        </Group>
        {place !== "" && (
          <Text size="sm" c="dimmed" className="figures">
            {place}
          </Text>
        )}
        {became.length > 0 && (
          <Text size="sm">
            {words.becomes(became.map(({ to, part }) => partOf(to.name, part)).join(", "))}
          </Text>
        )}
        {madeOf.length > 0 && (
          <Text size="sm">
            {words.comesFrom(madeOf.map((one) => partOf(one.unit.name, one.part)).join(", "))}
          </Text>
        )}
        {gave.length > 0 && <Text size="sm">{words.gaveTo(namesOf(gave))}</Text>}
        {mayBeIn.length > 0 && <Text size="sm">{words.mayBeIn(namesOf(mayBeIn))}</Text>}
        {gotFrom.length > 0 && <Text size="sm">{words.gotFrom(gotFrom.join(", "))}</Text>}
      </Stack>
      <Button
        variant="default"
        size="compact-md"
        aria-label={words.changeOf(`${unit.name} (${unit.code})`)}
        onClick={onChange}
      >
        {words.change}
      </Button>
    </Group>
  );
}
