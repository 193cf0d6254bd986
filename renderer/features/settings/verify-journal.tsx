import { Alert, Button, Group, Text } from "@mantine/core";
import { IconShieldCheck, IconShieldX } from "@tabler/icons-react";
import { useState } from "react";
import type { CallOutput } from "#shared/contract/desk.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";

type State =
  | { kind: "idle" | "busy" }
  | { kind: "done"; outcome: CallOutput<"journal.verify"> }
  | { kind: "failed"; error: unknown };

/** Has the whole journal read again, and says whether every entry still follows the one before it. */
export function VerifyJournal() {
  const words = useWords().trail;
  const desk = useDesk();
  const format = useFormat();
  const [state, setState] = useState<State>({ kind: "idle" });
  const verify = () => {
    setState({ kind: "busy" });
    desk.call("journal.verify", {}).then(
      (outcome) => setState({ kind: "done", outcome }),
      (error: unknown) => setState({ kind: "failed", error }),
    );
  };
  const brokenAt = state.kind === "done" ? state.outcome.brokenAt : null;
  return (
    <Section title={words.title} hint={words.verifyHint}>
      <Group>
        <Button variant="default" loading={state.kind === "busy"} onClick={verify}>
          {words.verify}
        </Button>
        {state.kind === "busy" && <Text c="dimmed">{words.verifying}</Text>}
      </Group>
      {state.kind === "failed" && <FaultView error={state.error} />}
      {state.kind === "done" && (
        <Alert
          mt="sm"
          role="status"
          color={brokenAt === null ? "lacquer" : "red"}
          icon={brokenAt === null ? <IconShieldCheck /> : <IconShieldX />}
        >
          {brokenAt === null
            ? words.whole(format.count(state.outcome.entries))
            : words.broken(format.count(brokenAt))}
        </Alert>
      )}
    </Section>
  );
}
