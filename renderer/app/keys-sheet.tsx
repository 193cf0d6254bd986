import { Kbd, Modal, Table } from "@mantine/core";
import { useWords } from "#renderer/app/words.tsx";

/** The sheet of keys that F1 opens. */
export function KeysSheet(props: { opened: boolean; onClose: () => void }) {
  const words = useWords();
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={words.shell.keys.title}
      closeButtonProps={{ "aria-label": words.common.close }}
    >
      <Table>
        <Table.Tbody>
          {words.shell.keys.rows.map(([keys, meaning]) => (
            <Table.Tr key={keys}>
              <Table.Td>
                <Kbd>{keys}</Kbd>
              </Table.Td>
              <Table.Td>{meaning}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
