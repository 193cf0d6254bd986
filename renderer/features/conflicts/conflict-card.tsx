import { Anchor, Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconArrowLeft, IconArrowRight } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { Link } from "wouter";
import type { Conflict } from "#shared/archive/conflict.ts";
import { valueOfSide } from "#shared/archive/settle-conflict.ts";
import { canonicalJson } from "#shared/base/canonical.ts";
import { nameOfField } from "#renderer/app/field-words.ts";
import { useFormat } from "#renderer/app/format.ts";
import type { OpenConflict } from "#renderer/app/use-conflicts.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { OtherValue, takesOther } from "./other-value.tsx";
import { labelOfRecord } from "./record-label.ts";
import type { Choice } from "./settle-conflicts.ts";
import { SidePanel } from "./side-panel.tsx";
import { ValueText } from "./value-text.tsx";

/** One conflict, its two values side by side, and every way to settle it. */
export function ConflictCard(props: {
  row: OpenConflict;
  at: number;
  total: number;
  /** How many open conflicts have a value of each side's person. */
  ofPerson: (by: string) => readonly Conflict[];
  refused: string | undefined;
  onMove: (step: 1 | -1) => void;
  onSettle: (choices: readonly Choice[]) => void;
}) {
  const { row, at, total, ofPerson, refused, onMove, onSettle } = props;
  const { conflict, subject, state } = row;
  const all = useWords();
  const words = all.conflicts;
  const { count } = useFormat();
  const [reason, setReason] = useState("");
  const other = useRef<HTMLTextAreaElement>(null);
  const { label, to } = labelOfRecord(conflict.subject, subject);
  const held: unknown = Reflect.get(subject, conflict.field);
  const settle = (value: unknown) => {
    if (refused === undefined) onSettle([{ conflict, value, reason: reason.trim() }]);
  };
  const use = (place: 0 | 1) => settle(valueOfSide(conflict, place));
  useHotkeys([
    ["1", () => use(0)],
    ["2", () => use(1)],
    ["3", () => other.current?.focus()],
    ["ArrowRight", () => onMove(1)],
    ["ArrowLeft", () => onMove(-1)],
  ]);
  const people = [...new Set(conflict.sides.map(({ by }) => by))].filter(
    (by) => by !== "" && ofPerson(by).length > 1,
  );
  return (
    <Section
      title={`${words.subjects[conflict.subject]} ${label}`}
      hint={words.of(count(at + 1), count(total))}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconArrowLeft size="1rem" aria-hidden />}
            onClick={() => onMove(-1)}
          >
            {words.previous}
          </Button>
          <Button
            variant="default"
            rightSection={<IconArrowRight size="1rem" aria-hidden />}
            onClick={() => onMove(1)}
          >
            {words.next}
          </Button>
        </>
      }
    >
      <Stack>
        <Group justify="space-between">
          <Text fw={600} fz="1.125rem">
            {nameOfField(all, conflict.subject, conflict.field)}
          </Text>
          {to !== "" && (
            <Anchor component={Link} href={to}>
              {words.open}
            </Anchor>
          )}
        </Group>
        <Group align="stretch" gap="md">
          {([0, 1] as const).map((place) => (
            <SidePanel
              key={place}
              conflict={conflict}
              place={place}
              inUse={conflict.sides[place]?.value === canonicalJson(held)}
              reason={refused}
              onUse={() => use(place)}
            />
          ))}
        </Group>
        {state === "superseded" && (
          <Group justify="space-between">
            <div>
              <Text>{words.changedSince}</Text>
              <ValueText conflict={conflict} value={held} />
            </div>
            <ExplainedButton variant="default" reason={refused} onClick={() => onSettle([{ conflict }])}>
              {words.close}
            </ExplainedButton>
          </Group>
        )}
        {takesOther(conflict) && (typeof held === "string" || typeof held === "number") && (
          <OtherValue conflict={conflict} start={held} reason={refused} input={other} onUse={settle} />
        )}
        <Textarea
          label={words.reason}
          autosize
          minRows={1}
          maxRows={4}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {people.length > 0 && (
          <Group>
            {people.map((by) => (
              <ExplainedButton
                key={by}
                variant="default"
                reason={refused}
                onClick={() => onSettle(ofPerson(by).map((own) => choiceOfPerson(own, by)))}
              >
                {words.allOf(by, count(ofPerson(by).length))}
              </ExplainedButton>
            ))}
          </Group>
        )}
        <Text size="sm" c="dimmed">
          {words.keys}
        </Text>
      </Stack>
    </Section>
  );
}

function choiceOfPerson(conflict: Conflict, by: string): Choice {
  return { conflict, value: valueOfSide(conflict, conflict.sides[0]?.by === by ? 0 : 1) };
}
