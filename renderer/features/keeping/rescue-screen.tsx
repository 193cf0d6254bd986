import { Container, Stack, Text, Title } from "@mantine/core";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { DiagnosisPart } from "./diagnosis-part.tsx";
import { DiskPart } from "./disk-part.tsx";
import { JournalPart } from "./journal-part.tsx";
import { RestorePart } from "./restore-part.tsx";
import { TaskLine } from "./task-line.tsx";
import { useKeeping } from "./use-keeping.ts";
import { Verdict } from "./verdict.tsx";

/** Shown alone where the journal cannot be opened: what is safe, and the two ways out. */
export function RescueScreen() {
  const words = useWords().keeping;
  const { value: status, error } = useKeeping();
  return (
    <Container size="62rem" py="xl" component="main">
      <Stack>
        <Title order={1} fz="1.625rem">
          {words.rescue.title}
        </Title>
        <Text>{words.rescue.what}</Text>
        <Verdict kind="note" title={words.rescue.safe} more={[words.rescue.next]} />
        {error !== undefined && <FaultView error={error} />}
        {status && (
          <>
            {status.task && <TaskLine task={status.task} />}
            <RestorePart status={status} />
            <JournalPart status={status} />
            <DiskPart room={status.room} />
            <DiagnosisPart />
          </>
        )}
      </Stack>
    </Container>
  );
}
