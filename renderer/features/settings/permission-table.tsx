import { Table, Text, VisuallyHidden } from "@mantine/core";
import { IconCheck, IconMinus } from "@tabler/icons-react";
import { type Act, acts, may, permissions } from "#shared/archive/permissions.ts";
import { roles } from "#shared/archive/role.ts";
import { useSession } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";

/** Who may do what, as the desk and the province hold to it, with what is one's own marked. */
export function PermissionTable() {
  const { permissions: words, common } = useWords();
  const own = useSession().profile?.role;
  const namesOf = (act: Act) => {
    const names = permissions[act].map((role) => common.roles[role]).join("; ");
    if (permissions[act].length === roles.length) return words.everyone;
    return act === "keep-machine" ? words.orHead(names) : names;
  };
  return (
    <Section title={words.title} hint={words.hint}>
      <Table aria-label={words.title} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="2rem">
              <VisuallyHidden>{words.yours}</VisuallyHidden>
            </Table.Th>
            <Table.Th>{words.act}</Table.Th>
            <Table.Th>{words.who}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {acts.map((act) => {
            const mine = own !== undefined && may(own, act);
            const Icon = mine ? IconCheck : IconMinus;
            return (
              <Table.Tr key={act}>
                <Table.Td>
                  <Icon size="1.1rem" aria-hidden />
                  <VisuallyHidden>{mine ? words.yours : words.notYours}</VisuallyHidden>
                </Table.Td>
                <Table.Td>
                  <Text fw={mine ? 600 : 400}>{words.acts[act]}</Text>
                </Table.Td>
                <Table.Td>{namesOf(act)}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Section>
  );
}
