import { Radio, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { neededBeyond } from "#shared/rules/needed-fields.ts";
import { type RuleProfile, ruleProfiles } from "#shared/rules/profile.ts";
import type { RuleProfileName } from "#shared/rules/profile-name.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useRuleProfile } from "#renderer/app/use-rule-profile.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";

const kinds = ["fonds", "files", "items"] as const;

/** Which circular's fields the lists and forms ask for: each with its source, and what it asks beyond the other. */
export function RuleSettings() {
  const words = useWords().settings.rules;
  const desk = useDesk();
  const inForce = useRuleProfile();
  const [error, setError] = useState<unknown>();
  const choose = (ruleProfile: RuleProfileName) => {
    setError(undefined);
    desk
      .call("session.chooseRules", { ruleProfile })
      .then(() => notifications.show({ message: words.chosen(words.names[ruleProfile]) }), setError);
  };
  const { "TT05-2025": newer, "TT02-2019": older } = ruleProfiles;
  return (
    <Section title={words.title} hint={words.hint}>
      <Stack>
        {error !== undefined && <FaultView error={error} />}
        <Radio.Group value={inForce.name} aria-label={words.title}>
          <Stack>
            <Choice profile={newer} other={older} onChoose={choose} />
            <Choice profile={older} other={newer} onChoose={choose} />
          </Stack>
        </Radio.Group>
        <Text size="sm">{words.effect}</Text>
      </Stack>
    </Section>
  );
}

function Choice(props: {
  profile: RuleProfile;
  other: RuleProfile;
  onChoose: (name: RuleProfileName) => void;
}) {
  const { profile, other, onChoose } = props;
  const { inventory, settings } = useWords();
  const words = settings.rules;
  const names = { fonds: inventory.fonds, files: inventory.file, items: inventory.item };
  const beyond = neededBeyond(profile, other);
  const asked = kinds.filter((kind) => beyond[kind].length > 0);
  return (
    <Radio
      value={profile.name}
      label={words.names[profile.name]}
      onChange={() => onChoose(profile.name)}
      description={
        <>
          <Text span display="block" inherit lh={1.5}>
            {words.version(profile.version)}
          </Text>
          <Text span display="block" inherit lh={1.5} lang="vi">
            {profile.source}.
          </Text>
          <Text span display="block" inherit lh={1.5} mt="0.3rem">
            {asked.length === 0 ? words.nothingBeyond : words.beyond(words.names[other.name])}
          </Text>
          {asked.map((kind) => (
            <Text span display="block" inherit lh={1.5} key={kind}>
              {words.kinds[kind]}: {beyond[kind].map((field) => nameOf(names[kind], field)).join(", ")}.
            </Text>
          ))}
        </>
      }
    />
  );
}

/** The name of a field on the forms; a field that no form has keeps its code. */
function nameOf(names: object, field: string): string {
  const name: unknown = new Map<string, unknown>(Object.entries(names)).get(field);
  return typeof name === "string" ? name : field;
}
