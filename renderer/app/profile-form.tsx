import { Box, Button, Group, Paper, Radio, Select, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import {
  IconBuildingBank,
  IconClipboardCheck,
  IconListDetails,
  IconRubberStamp,
  IconScan,
  IconShieldCog,
  IconSortDescending2,
  IconZoomCheck,
} from "@tabler/icons-react";
import { type ComponentType, useMemo, useState } from "react";
import type { Profile } from "#shared/archive/profile.ts";
import { type Role, roles } from "#shared/archive/role.ts";
import { cleanText } from "#shared/inventory/clean-text.ts";
import { useUnits } from "#renderer/app/session.tsx";
import { begins, levelOfRole, meets, unitChoices } from "#renderer/app/unit-choice.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ProblemList } from "#renderer/ui/problem-list.tsx";
import { fieldId } from "#renderer/ui/use-draft.ts";

const icons: Record<Role, ComponentType<{ size?: number | string }>> = {
  "commune-preparer": IconListDetails,
  sorter: IconSortDescending2,
  "capture-operator": IconScan,
  checker: IconZoomCheck,
  approver: IconRubberStamp,
  "district-checker": IconClipboardCheck,
  "province-officer": IconBuildingBank,
  administrator: IconShieldCog,
};

type Problem = { field: "name" | "role" | "unit"; text: string };

/** Who works on this machine and where: name, role, unit. Each button hands over a whole profile. */
export function ProfileForm(props: {
  profile: Profile | null;
  busy: boolean;
  buttons: readonly { label: string; variant: "filled" | "default"; onProfile: (profile: Profile) => void }[];
}) {
  const { profile, busy, buttons } = props;
  const words = useWords();
  const units = useUnits();
  const [name, setName] = useState(profile?.name ?? "");
  const [role, setRole] = useState<Role | undefined>(profile?.role);
  const [scope, setScope] = useState<string | null>(profile?.scope ?? null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const choices = useMemo(() => (role ? unitChoices(units, role) : []), [units, role]);
  const chosen = choices.some(({ value }) => value === scope) ? scope : null;
  const problemOf = (field: Problem["field"]) => problems.find((problem) => problem.field === field)?.text;
  const submit = (onProfile: (profile: Profile) => void) => {
    const own = cleanText(name);
    const found: Problem[] = [];
    if (own === "") found.push({ field: "name", text: words.welcome.nameMissing });
    if (own.length > 200) found.push({ field: "name", text: words.welcome.nameTooLong });
    if (!role) found.push({ field: "role", text: words.welcome.roleMissing });
    else if (!chosen) found.push({ field: "unit", text: words.welcome.unitMissing });
    setProblems(found);
    if (role && chosen && found.length === 0) onProfile({ name: own, role, scope: chosen });
  };
  const chooseRole = (value: string) => {
    const next = roles.find((known) => known === value);
    setRole(next);
    const only = next ? unitChoices(units, next) : [];
    if (only.length === 1) setScope(only[0]?.value ?? null);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (buttons[0]) submit(buttons[0].onProfile);
      }}
    >
      <Stack gap="lg">
        <ProblemList title={words.welcome.problemsTitle} problems={problems} />
        <TextInput
          id={fieldId("name")}
          label={words.welcome.name}
          description={words.welcome.nameHint}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={problemOf("name")}
          size="md"
          autoComplete="name"
          withAsterisk
        />
        <Radio.Group
          label={words.welcome.role}
          value={role ?? ""}
          onChange={chooseRole}
          error={problemOf("role")}
          size="md"
          withAsterisk
        >
          <SimpleGrid cols={{ base: 1, sm: 2 }} mt="xs">
            {roles.map((known, at) => (
              <RoleCard key={known} role={known} first={at === 0} />
            ))}
          </SimpleGrid>
        </Radio.Group>
        <Select
          id={fieldId("unit")}
          label={words.welcome.unit}
          description={role ? words.welcome.unitHints[levelOfRole[role]] : words.welcome.unitAfterRole}
          placeholder={words.welcome.unitPlaceholder}
          nothingFoundMessage={words.welcome.unitNotFound}
          data={choices}
          value={chosen}
          onChange={setScope}
          disabled={!role}
          error={problemOf("unit")}
          filter={({ options, search }) =>
            options
              .filter((option) => "label" in option)
              .filter(({ label }) => meets(label, search))
              .sort((one, other) => Number(begins(other.label, search)) - Number(begins(one.label, search)))
          }
          searchable
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          size="md"
          maxDropdownHeight="20rem"
          withAsterisk
        />
        <Text size="sm" c="dimmed">
          {words.welcome.unitDate}
        </Text>
        <Group>
          {buttons.map(({ label, variant, onProfile }, at) => (
            <Button
              key={label}
              type={at === 0 ? "submit" : "button"}
              variant={variant}
              size="md"
              loading={busy}
              {...(at === 0 ? {} : { onClick: () => submit(onProfile) })}
            >
              {label}
            </Button>
          ))}
        </Group>
      </Stack>
    </form>
  );
}

function RoleCard({ role, first }: { role: Role; first: boolean }) {
  const words = useWords();
  const Icon = icons[role];
  return (
    <Radio.Card
      value={role}
      p="md"
      radius="md"
      style={{ display: "flex", alignItems: "flex-start" }}
      {...(first ? { id: fieldId("role") } : {})}
    >
      <Group wrap="nowrap" align="flex-start" gap="sm">
        <Radio.Indicator mt="0.15rem" />
        <Box component="span" flex="none" lh={0}>
          <Icon size="1.5rem" aria-hidden />
        </Box>
        <Paper bg="transparent">
          <Text fw={600}>{words.common.roles[role]}</Text>
          <Text size="sm" c="dimmed">
            {words.welcome.roleHints[role]}
          </Text>
        </Paper>
      </Group>
    </Radio.Card>
  );
}
