import { Checkbox, SimpleGrid } from "@mantine/core";
import { type Role, roles } from "#shared/archive/role.ts";
import { useWords } from "#renderer/app/words.tsx";

/** Roles as boxes to tick, those that may be chosen alone. */
export function RoleChoice(props: {
  label: string;
  value: readonly Role[];
  choices?: readonly Role[];
  readOnly: boolean;
  error?: string | undefined;
  onChange: (chosen: Role[]) => void;
}) {
  const { label, value, choices = roles, readOnly, error, onChange } = props;
  const names = useWords().common.roles;
  return (
    <Checkbox.Group
      label={label}
      value={[...value]}
      readOnly={readOnly}
      error={error}
      onChange={(chosen) => onChange(roles.filter((role) => chosen.includes(role)))}
    >
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="xs" verticalSpacing="0.4rem" mt="0.3rem">
        {choices.map((role) => (
          <Checkbox key={role} value={role} label={names[role]} />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
}
