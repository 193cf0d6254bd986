import { Alert, Radio, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useState } from "react";
import { neededBeyond } from "#shared/rules/needed-fields.ts";
import type { RuleProfile } from "#shared/rules/profile.ts";
import type { RuleProfileName } from "#shared/rules/profile-name.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk, useSession } from "#renderer/app/session.tsx";
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
  const { rules } = useSession();
  const { "TT05-2025": newer, "TT02-2019": older } = rules.data.profiles;
  return (
    <Section title={words.title} hint={words.hint}>
      <Stack>
        <Origin />
        {error !== undefined && <FaultView error={error} />}
        <Radio.Group value={inForce.name} aria-label={words.title}>
          <Stack>
            <Choice profile={newer} other={older} closed={!rules.open} onChoose={choose} />
            <Choice profile={older} other={newer} closed={!rules.open} onChoose={choose} />
          </Stack>
        </Radio.Group>
        <Text size="sm">{words.effect}</Text>
      </Stack>
    </Section>
  );
}

/** Whose rules are in force, since when, and whether this machine may choose others. */
function Origin() {
  const { rulePack, settings } = useWords();
  const { rules } = useSession();
  const { time } = useFormat();
  const fromProvince = rules.version > 0;
  return (
    <Stack gap={4}>
      <Text>
        {fromProvince
          ? rulePack.fromProvince(rules.version, time(rules.issuedAt), rules.issuedBy)
          : rulePack.bundled}
      </Text>
      {fromProvince && (
        <Text size="sm">
          {rulePack.provinceChose(settings.rules.names[rules.defaultProfile])}{" "}
          {rulePack.received(time(rules.receivedAt))} {rules.proven ? rulePack.proven : rulePack.unproven}
        </Text>
      )}
      {!rules.open && <Text size="sm">{rulePack.closed}</Text>}
      {rules.units !== undefined && <Text size="sm">{rulePack.units(rules.units)}</Text>}
      {rules.refusal !== "" && (
        <Alert color="orange" icon={<IconAlertTriangle size="1.2rem" aria-hidden />}>
          {rulePack.refusals[rules.refusal](rules.refused)}
        </Alert>
      )}
    </Stack>
  );
}

function Choice(props: {
  profile: RuleProfile;
  other: RuleProfile;
  /** True where the province left no choice. */
  closed: boolean;
  onChoose: (name: RuleProfileName) => void;
}) {
  const { profile, other, closed, onChoose } = props;
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
      disabled={closed}
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
