import { Button, Group, Select, Stack, Text, Title } from "@mantine/core";
import type { PortalUnit } from "#shared/contract/portal.ts";
import { foldedWords } from "#shared/base/fold.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { OwnStepFields } from "./own-step-fields.tsx";
import { StepAccordion } from "./step-accordion.tsx";
import { blankCentre, type CentreDraft, type StepsDraft, type StepsFaults } from "./steps-draft.ts";

/** What single centers say of the steps otherwise than the province; the nearest unit goes before those above it. */
export function CentresForm(props: {
  draft: StepsDraft;
  faults: StepsFaults;
  units: readonly PortalUnit[];
  readOnly: boolean;
  onChange: (draft: StepsDraft) => void;
}) {
  const words = useWords().portal.admin.rules.centres;
  const { draft, faults, units, readOnly, onChange } = props;
  const nameOf = (scope: string) => units.find((unit) => unit.scope === scope)?.name ?? scope;
  const free = units.filter(({ scope }) => !draft.centres.some((centre) => centre.scope === scope));
  const set = (centre: CentreDraft) =>
    onChange({
      ...draft,
      centres: draft.centres.map((one) => (one.scope === centre.scope ? centre : one)),
    });
  const drop = (scope: string) =>
    onChange({ ...draft, centres: draft.centres.filter((one) => one.scope !== scope) });
  return (
    <Section title={words.title} hint={words.hint}>
      <Stack gap="lg">
        {draft.centres.length === 0 && <Text c="dimmed">{words.none}</Text>}
        {draft.centres.map((centre) => (
          <Stack key={centre.scope} component="section" gap="sm" aria-label={nameOf(centre.scope)}>
            <Group justify="space-between" gap="sm">
              <Title order={3} fz="1rem">
                {nameOf(centre.scope)}
              </Title>
              {!readOnly && (
                <Button
                  variant="default"
                  size="compact-md"
                  aria-label={words.dropOf(nameOf(centre.scope))}
                  onClick={() => drop(centre.scope)}
                >
                  {words.drop}
                </Button>
              )}
            </Group>
            <StepAccordion scope={centre.scope} steps={centre.steps} faults={faults}>
              {(step, own) => (
                <OwnStepFields
                  {...{ scope: centre.scope, step, draft: own, faults, readOnly }}
                  onChange={(next) => set({ ...centre, steps: { ...centre.steps, [step]: next } })}
                />
              )}
            </StepAccordion>
          </Stack>
        ))}
        {!readOnly && (
          <Select
            label={words.add}
            placeholder={words.addHint}
            searchable
            limit={50}
            maw="24rem"
            value={null}
            nothingFoundMessage={words.nothing}
            comboboxProps={{ withinPortal: false }}
            filter={({ options, search }) => {
              const sought = foldedWords(search);
              return options.filter(
                (option) =>
                  "label" in option &&
                  sought.every((word) => foldedWords(option.label).some((part) => part.startsWith(word))),
              );
            }}
            data={free.map(({ scope, name }) => ({ value: scope, label: name }))}
            onChange={(scope) => {
              if (scope) onChange({ ...draft, centres: [...draft.centres, blankCentre(scope)] });
            }}
          />
        )}
      </Stack>
    </Section>
  );
}
