import { Box, Fieldset, SimpleGrid, Stack, Text, TextInput, Textarea } from "@mantine/core";
import { milestoneNames, campaignOf, type Milestones } from "#shared/rules/milestones.ts";
import { chaseDays } from "#shared/rules/chase-days.ts";
import type { BatchStepList } from "#shared/rules/batch-steps.ts";
import { useFormat } from "#renderer/app/format.ts";
import { oneLine } from "./one-line.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { DayField } from "./day-field.tsx";
import type { DaysDraft, DaysFaults } from "./days-draft.ts";
import { RoleChoice } from "./role-choice.tsx";

type DaysFormProps = {
  draft: DaysDraft;
  faults: DaysFaults;
  /** What the draft means, for what follows from it. */
  read: Milestones;
  batchSteps: BatchStepList;
  readOnly: boolean;
  onChange: (draft: DaysDraft) => void;
};

/** Milestones, the days of reports and the day of chasing, each with what follows from it. */
export function DaysForm(props: DaysFormProps) {
  return (
    <>
      <MilestonesPart {...props} />
      <CampaignPart {...props} />
      <ChasePart {...props} />
    </>
  );
}

function MilestonesPart({ draft, faults, readOnly, onChange }: DaysFormProps) {
  const { home, portal } = useWords();
  const { days: words, faults: told } = portal.admin.rules;
  const faultOf = (field: keyof DaysFaults) => faults[field] && told[faults[field]];
  return (
    <Section title={words.title} hint={words.hint}>
      <Stack gap="lg">
        <Textarea
          autosize
          maxRows={6}
          label={words.source}
          description={words.sourceHint}
          value={draft.source}
          readOnly={readOnly}
          error={faultOf("source")}
          maxLength={500}
          onChange={({ currentTarget }) => onChange({ ...draft, source: oneLine(currentTarget.value) })}
        />
        {milestoneNames.map((name) => {
          const own = draft.days[name];
          const set = (change: Partial<typeof own>) =>
            onChange({ ...draft, days: { ...draft.days, [name]: { ...own, ...change } } });
          return (
            <Fieldset key={name} legend={<Text fw={600}>{home.milestoneNames[name]}</Text>} radius="md">
              <Stack gap="sm">
                <Box maw="18rem">
                  <DayField
                    label={words.before}
                    value={own.day}
                    readOnly={readOnly}
                    error={faultOf(name)}
                    onChange={(day) => set({ day })}
                  />
                </Box>
                <RoleChoice
                  label={words.roles}
                  value={own.roles}
                  readOnly={readOnly}
                  onChange={(roles) => set({ roles })}
                />
              </Stack>
            </Fieldset>
          );
        })}
      </Stack>
    </Section>
  );
}

function CampaignPart({ draft, faults, read, readOnly, onChange }: DaysFormProps) {
  const { campaign: words, faults: told } = useWords().portal.admin.rules;
  const { date } = useFormat();
  const usual = campaignOf({ source: "", milestones: read.milestones });
  return (
    <Section title={words.title} hint={words.hint}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} maw="30rem">
        {(["from", "before"] as const).map((field) => (
          <DayField
            key={field}
            label={words[field]}
            value={draft[field]}
            readOnly={readOnly}
            error={faults[field] && told[faults[field]]}
            onChange={(day) => onChange({ ...draft, [field]: day })}
          />
        ))}
      </SimpleGrid>
      <Text size="sm" c="dimmed" mt="sm">
        {usual.from === "" ? words.usualNone : words.usual(date(usual.from), date(usual.before))}
      </Text>
    </Section>
  );
}

function ChasePart({ draft, faults, read, batchSteps, readOnly, onChange }: DaysFormProps) {
  const { chase: words, faults: told } = useWords().portal.admin.rules;
  const { date } = useFormat();
  const { chaseFrom } = chaseDays({ batchSteps, milestones: read });
  return (
    <Section title={words.title}>
      <TextInput
        label={words.label}
        description={words.hint}
        value={draft.chaseAfter}
        readOnly={readOnly}
        error={faults.chaseAfter && told[faults.chaseAfter]}
        inputMode="numeric"
        maxLength={3}
        maw="22rem"
        className="figures"
        onChange={({ currentTarget }) => onChange({ ...draft, chaseAfter: currentTarget.value })}
      />
      <Text size="sm" mt="sm">
        {chaseFrom === "" ? words.noDay : words.from(date(chaseFrom))}
      </Text>
    </Section>
  );
}
