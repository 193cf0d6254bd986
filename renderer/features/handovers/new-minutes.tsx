import { Group, NumberInput, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import type { Batch } from "#shared/archive/batch.ts";
import { type HandoverOccasion, handoverOccasions, type Party } from "#shared/archive/handover.ts";
import { may } from "#shared/archive/permissions.ts";
import type { CallInput, CallOutput } from "#shared/contract/desk.ts";
import type { ProposedMinutes } from "#shared/contract/handovers.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { Section } from "#renderer/ui/section.tsx";

type Parties = CallOutput<"handovers.ofBatch">["parties"];
type Draft = Omit<CallInput<"handovers.make">, "batchId">;

/** The form of new minutes: counts come from the batch, the words are the person's. */
export function NewMinutes(props: {
  batch: Batch;
  proposed: ProposedMinutes;
  parties: Parties;
  ask: () => void;
}) {
  const { batch, proposed, parties, ask } = props;
  const desk = useDesk();
  const { profile } = useWork();
  const all = useWords();
  const words = all.handovers;
  const { count } = useFormat();
  const [busy, setBusy] = useState(false);
  /** The parties of an occasion; who signed the batch's own step stands first where nobody signed before. */
  const sidesOf = (occasion: HandoverOccasion): { from: Party; to: Party } => {
    const { from, to } = parties[occasion];
    if (occasion !== "commune-to-center") return { from, to };
    return {
      from: { ...from, person: from.person || batch.handedOverBy },
      to: { ...to, person: to.person || batch.receivedBy || profile.name },
    };
  };
  const [draft, setDraft] = useState<Draft>(() => {
    const occasion = batch.state === "acknowledged" ? "return" : "commune-to-center";
    return {
      ...{ occasion, ...sidesOf(occasion), subject: batch.name, note: "" },
      ...{ dateSpan: proposed.dateSpan, condition: proposed.condition, metres: proposed.metres },
    };
  });
  const set = (fields: Partial<Draft>) => setDraft((before) => ({ ...before, ...fields }));
  const make = async () => {
    setBusy(true);
    try {
      const answer = await desk.call("handovers.make", { batchId: batch.id, ...draft });
      if ("refused" in answer) {
        notifications.show({ color: "red", message: words.refusals[answer.refused] });
        return;
      }
      notifications.show({ message: words.madeNow(answer.handover.number) });
      ask();
    } catch (error) {
      notifyFault(all, error);
    } finally {
      setBusy(false);
    }
  };
  const party = (side: "from" | "to") => {
    const field = (name: keyof Party) => (
      <TextInput
        label={words[name]}
        value={draft[side][name]}
        maxLength={200}
        onChange={(event) => set({ [side]: { ...draft[side], [name]: event.currentTarget.value } })}
      />
    );
    return (
      <Stack
        component="fieldset"
        gap="xs"
        p="sm"
        m={0}
        flex="1 1 18rem"
        bd="1px solid var(--mantine-color-default-border)"
      >
        <Text component="legend" fw={600} px="xs">
          {words[side]}
        </Text>
        {field("body")}
        {field("person")}
        {field("position")}
      </Stack>
    );
  };
  return (
    <Section
      title={words.newTitle}
      hint={words.newHint(count(proposed.files), count(proposed.boxes), count(proposed.leaves))}
    >
      <Stack gap="sm">
        <Select
          label={words.occasion}
          allowDeselect={false}
          value={draft.occasion}
          data={handoverOccasions.map((value) => ({ value, label: words.occasions[value] }))}
          onChange={(value) => {
            const occasion = handoverOccasions.find((known) => known === value);
            if (occasion) set({ occasion, ...sidesOf(occasion) });
          }}
        />
        <Group align="stretch">
          {party("from")}
          {party("to")}
        </Group>
        <TextInput
          label={words.subject}
          value={draft.subject}
          maxLength={500}
          onChange={(event) => set({ subject: event.currentTarget.value })}
        />
        <Group grow align="flex-start">
          <TextInput
            label={words.dateSpan}
            value={draft.dateSpan}
            maxLength={60}
            onChange={(event) => set({ dateSpan: event.currentTarget.value })}
          />
          <NumberInput
            label={words.metres}
            value={draft.metres}
            {...{ min: 0, max: 99_999, decimalScale: 2, hideControls: true }}
            decimalSeparator=","
            description={proposed.unmeasured > 0 ? words.metresHint(count(proposed.unmeasured)) : undefined}
            onChange={(value) => set({ metres: typeof value === "number" ? value : 0 })}
          />
        </Group>
        <Textarea
          label={words.condition}
          value={draft.condition}
          maxLength={1000}
          autosize
          onChange={(event) => set({ condition: event.currentTarget.value })}
        />
        <Textarea
          label={words.note}
          value={draft.note}
          maxLength={1000}
          autosize
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
        <ExplainedButton
          onClick={() => void make()}
          loading={busy}
          w="fit-content"
          reason={
            !may(profile.role, "hand-over")
              ? words.notYours
              : proposed.files === 0
                ? words.refusals["batch-empty"]
                : undefined
          }
        >
          {words.make}
        </ExplainedButton>
      </Stack>
    </Section>
  );
}
