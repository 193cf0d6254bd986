import { Button, Group, Modal, Progress, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk, useSession } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { KeyValues } from "#renderer/ui/key-values.tsx";
import { Section } from "#renderer/ui/section.tsx";

/** How much can be freed of what the province holds by its signed word, freed once confirmed, and fetched back. */
export function FreeSpace() {
  const all = useWords();
  const words = all.freeing;
  const throughHub = useSession().province.kind === "hub";
  const desk = useDesk();
  const { count, bytes } = useFormat();
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<unknown>();
  const asked = useAskedAgain("freeing", () => desk.call("freeing.read", {}), ["sync.changed"]);
  const found = asked.value;
  const run = (name: "freeing.free" | "freeing.fetchBack") => {
    setAsking(false);
    setError(undefined);
    desk.call(name, {}).catch(setError).finally(asked.ask);
  };
  const busy = found !== undefined && found.work !== "";
  return (
    <Section title={words.title} hint={words.hint}>
      <Stack>
        {(error ?? asked.error) !== undefined && <FaultView error={error ?? asked.error} />}
        {found && !found.pinned && <Text>{throughHub ? all.hub.freeing : words.notPinned}</Text>}
        {found && (
          <KeyValues
            rows={[
              { name: words.safe, value: words.masters(count(found.safeObjects), bytes(found.safeBytes)) },
              { name: words.freed, value: words.masters(count(found.freedObjects), bytes(found.freedBytes)) },
              { name: words.waiting, value: words.waitingCount(count(found.waitingObjects)) },
            ]}
          />
        )}
        {found && found.work !== "" && (
          <div role="status">
            <Text size="sm">{words.working[found.work](count(found.done), count(found.total))}</Text>
            <Progress value={(100 * found.done) / Math.max(1, found.total)} aria-label={words.title} />
          </div>
        )}
        {found && (
          <Group>
            <ExplainedButton
              variant="default"
              reason={busy ? words.busy : found.safeObjects === 0 ? words.nothingSafe : undefined}
              onClick={() => setAsking(true)}
            >
              {words.free(bytes(found.safeBytes))}
            </ExplainedButton>
            <ExplainedButton
              variant="default"
              reason={busy ? words.busy : found.freedObjects === 0 ? words.nothingFreed : undefined}
              onClick={() => run("freeing.fetchBack")}
            >
              {words.fetchBack(bytes(found.freedBytes))}
            </ExplainedButton>
          </Group>
        )}
      </Stack>
      {found && (
        <Modal
          opened={asking}
          onClose={() => setAsking(false)}
          title={words.confirmTitle}
          centered
          closeButtonProps={{ "aria-label": all.common.cancel }}
        >
          <Stack>
            <Text>{words.confirmText(count(found.safeObjects), bytes(found.safeBytes))}</Text>
            <Group justify="flex-end">
              <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
                {all.common.cancel}
              </Button>
              <Button color="red" onClick={() => run("freeing.free")}>
                {words.confirm}
              </Button>
            </Group>
          </Stack>
        </Modal>
      )}
    </Section>
  );
}
