import { Radio, Stack, Switch } from "@mantine/core";
import type { Circular } from "#shared/rules/rule-files.ts";
import type { RuleProfileName } from "#shared/rules/profile-name.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";

const names: readonly RuleProfileName[] = ["TT05-2025", "TT02-2019"];

/** Which circular's fields all machines ask for, and whether each may choose the other. */
export function CircularForm(props: {
  draft: Circular;
  readOnly: boolean;
  onChange: (draft: Circular) => void;
}) {
  const { portal, settings } = useWords();
  const words = portal.admin.rules.circular;
  const { draft, readOnly, onChange } = props;
  return (
    <Section title={words.title} hint={words.hint}>
      <Stack gap="lg">
        <Radio.Group
          aria-label={words.title}
          value={draft.profile}
          onChange={(chosen) => {
            const profile = names.find((name) => name === chosen);
            if (profile) onChange({ ...draft, profile });
          }}
        >
          <Stack gap="sm">
            {names.map((name) => (
              <Radio key={name} value={name} label={settings.rules.names[name]} disabled={readOnly} />
            ))}
          </Stack>
        </Radio.Group>
        <Switch
          label={words.closed}
          description={words.closedHint}
          checked={!draft.open}
          disabled={readOnly}
          onChange={({ currentTarget }) => onChange({ ...draft, open: !currentTarget.checked })}
        />
      </Stack>
    </Section>
  );
}
