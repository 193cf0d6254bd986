import { Kbd, Modal, SimpleGrid, Stack, Table, Title } from "@mantine/core";
import { useWords } from "#renderer/app/words.tsx";

/** The sheet of keys that F1 opens: every key of the app, by the place where it works. */
export function KeysSheet(props: { opened: boolean; onClose: () => void }) {
  const words = useWords();
  const [wide, ...others] = [...words.keys.groups].sort((one, other) => other.rows.length - one.rows.length);
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={words.keys.title}
      size="66rem"
      closeButtonProps={{ "aria-label": words.common.close }}
    >
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        {wide && <KeyGroup {...wide} />}
        <Stack>
          {words.keys.groups
            .filter((group) => others.includes(group))
            .map((group) => (
              <KeyGroup key={group.title} {...group} />
            ))}
        </Stack>
      </SimpleGrid>
    </Modal>
  );
}

function KeyGroup({ title, rows }: { title: string; rows: readonly (readonly [string, string])[] }) {
  return (
    <section>
      <Title order={3} fz="1.0625rem" mb="xs">
        {title}
      </Title>
      <Table aria-label={title} verticalSpacing="0.3rem">
        <Table.Tbody>
          {rows.map(([keys, meaning]) => (
            <Table.Tr key={keys}>
              <Table.Th scope="row" fw={400} w="45%">
                <Kbd size="sm">{keys}</Kbd>
              </Table.Th>
              <Table.Td>{meaning}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
