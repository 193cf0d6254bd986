import { Alert } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { Batch } from "#shared/archive/batch.ts";
import { useWords } from "#renderer/app/words.tsx";

/** That the last step of a batch was refused by the hub or the province, why, and what to do; nothing where none was. */
export function BatchRefused({ batch }: { batch: Pick<Batch, "refusal"> }) {
  const words = useWords();
  const { refusal } = batch;
  if (refusal === "") return null;
  const known = Object.entries(words.common.batchRefusals).find(([code]) => code === refusal)?.[1];
  return (
    <Alert
      color="orange"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={words.batches.refused}
    >
      {known ?? refusal}
    </Alert>
  );
}
