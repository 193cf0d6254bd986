import { Checkbox, Group, NativeSelect, SimpleGrid, Stack, TextInput, Textarea } from "@mantine/core";
import { barrierAsks, claimHoursOf, usualSteps } from "#shared/rules/batch-steps.ts";
import { milestoneNames } from "#shared/rules/milestones.ts";
import { oneLine } from "./one-line.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { DayField } from "./day-field.tsx";
import { OwnStepFields } from "./own-step-fields.tsx";
import { StepAccordion } from "./step-accordion.tsx";
import {
  type DueDraft,
  stepField,
  type StepDraft,
  type StepsDraft,
  type StepsFaults,
} from "./steps-draft.ts";

type StepsFormProps = {
  draft: StepsDraft;
  faults: StepsFaults;
  readOnly: boolean;
  onChange: (draft: StepsDraft) => void;
};

const levels = ["district", "commune"] as const;

/** The steps of batches as they are in the whole province: names, roles, barriers and days. */
export function StepsForm({ draft, faults, readOnly, onChange }: StepsFormProps) {
  const { home, portal, stepList } = useWords();
  const { steps: words, faults: told } = portal.admin.rules;
  const faultOf = (field: string) => {
    const fault = faults.get(field);
    return fault && told[fault];
  };
  const dueTold = ({ by, day }: DueDraft) => (by === "day" ? day : by === "" ? "" : home.milestoneNames[by]);
  const more = ({ asks, together, district, commune }: StepDraft) => [
    ...asks.map((ask) => stepList.asks[ask]),
    ...(together ? [words.togetherOn] : []),
    ...[
      { due: dueTold(district), level: words.districts },
      { due: dueTold(commune), level: words.communes },
    ].flatMap(({ due, level }) => (due === "" ? [] : `${level}: ${due}`)),
  ];
  return (
    <Section title={words.title} hint={words.hint}>
      <Stack gap="md">
        <Textarea
          autosize
          maxRows={6}
          label={words.source}
          value={draft.source}
          readOnly={readOnly}
          error={faultOf("source")}
          maxLength={500}
          onChange={({ currentTarget }) => onChange({ ...draft, source: oneLine(currentTarget.value) })}
        />
        <TextInput
          label={words.hours}
          description={words.hoursHint}
          placeholder={String(claimHoursOf(usualSteps))}
          value={draft.claimHours}
          readOnly={readOnly}
          error={faultOf("hours")}
          inputMode="numeric"
          maxLength={3}
          maw="22rem"
          onChange={({ currentTarget }) => onChange({ ...draft, claimHours: currentTarget.value })}
        />
        <StepAccordion scope="" steps={draft.steps} faults={faults} more={more}>
          {(step, own) => {
            const set = (next: StepDraft) => onChange({ ...draft, steps: { ...draft.steps, [step]: next } });
            return (
              <Stack gap="md">
                <OwnStepFields scope="" {...{ step, draft: own, faults, readOnly }} onChange={set} />
                <StepBarrier {...{ own, readOnly, set }} />
                <Checkbox
                  label={words.together}
                  description={words.togetherHint}
                  checked={own.together}
                  disabled={readOnly}
                  onChange={({ currentTarget }) => set({ ...own, together: currentTarget.checked })}
                />
                <SimpleGrid cols={{ base: 1, sm: 2 }}>
                  {levels.map((level) => (
                    <StepDay
                      key={level}
                      label={level === "district" ? words.dueDistrict : words.dueCommune}
                      due={own[level]}
                      readOnly={readOnly}
                      error={faultOf(stepField("", step, level))}
                      onChange={(due) => set({ ...own, [level]: due })}
                    />
                  ))}
                </SimpleGrid>
              </Stack>
            );
          }}
        </StepAccordion>
      </Stack>
    </Section>
  );
}

function StepBarrier(props: { own: StepDraft; readOnly: boolean; set: (next: StepDraft) => void }) {
  const { portal, stepList } = useWords();
  const { own, readOnly, set } = props;
  return (
    <Checkbox.Group
      label={portal.admin.rules.steps.asks}
      value={[...own.asks]}
      readOnly={readOnly}
      onChange={(chosen) => set({ ...own, asks: barrierAsks.filter((ask) => chosen.includes(ask)) })}
    >
      <Group gap="0.4rem 1.25rem" mt="0.3rem">
        {barrierAsks.map((ask) => (
          <Checkbox key={ask} value={ask} label={stepList.asks[ask]} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

function StepDay(props: {
  label: string;
  due: DueDraft;
  readOnly: boolean;
  error: string | undefined;
  onChange: (due: DueDraft) => void;
}) {
  const { home, portal } = useWords();
  const words = portal.admin.rules.steps;
  const { label, due, readOnly, error, onChange } = props;
  return (
    <Stack gap="xs">
      <NativeSelect
        label={label}
        value={due.by}
        disabled={readOnly}
        data={[
          { value: "", label: words.noDue },
          ...milestoneNames.map((name) => ({
            value: name,
            label: words.byMilestone(home.milestoneNames[name]),
          })),
          { value: "day", label: words.ownDay },
        ]}
        onChange={({ currentTarget: { value } }) => {
          const by = ([...milestoneNames, "day"] as const).find((known) => known === value) ?? "";
          onChange({ ...due, by });
        }}
      />
      {due.by === "day" && (
        <DayField
          label={words.lastDay(label)}
          value={due.day}
          readOnly={readOnly}
          error={error}
          onChange={(day) => onChange({ ...due, day })}
        />
      )}
    </Stack>
  );
}
