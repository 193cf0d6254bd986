import { Alert } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import type { Item } from "#shared/archive/item.ts";
import { useWords } from "#renderer/app/words.tsx";

/** Why an authority did not take that an item was passed; nothing where none did, or it was passed by another since. */
export function NotTaken({ item }: { item: Item }) {
  const words = useWords().check.item;
  const { checkRefusal = "", checkedAt } = item;
  if (checkRefusal === "" || checkedAt !== "") return null;
  return (
    <Alert
      role="status"
      color="orange"
      variant="light"
      icon={<IconUsers aria-hidden />}
      title={words.notTaken}
    >
      {words.notTakenWhy[checkRefusal] ?? checkRefusal}
    </Alert>
  );
}
