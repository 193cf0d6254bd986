import { Button, Checkbox, Group, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { type CopyRequest, copyRequestSchema } from "#shared/contract/portal-copies.ts";
import { type CopyState, isOpenCopy, nextCopySteps } from "#shared/portal/copy-request.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { ask } from "./ask.ts";
import { PortalFaultView } from "./portal-fault.tsx";

/** What can be done next with a request by who looks at it; where nothing can, whom it waits for. */
export function CopySteps({ request, onTaken }: { request: CopyRequest; onTaken: () => void }) {
  const words = useWords().portal.copies;
  const [reason, setReason] = useState("");
  const [lift, setLift] = useState(false);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState<CopyState>();
  const next = nextCopySteps(request.state, request.parties);
  const mayLift = next.some(({ to }) => to === "granted");
  const isArchivist = request.parties.includes("archivist");
  const take = (to: CopyState) => {
    setBusy(to);
    setError(undefined);
    const step = { to, reason, lift: lift && to === "granted", after: request.steps.length };
    ask(copyRequestSchema, `copies/${encodeURIComponent(request.id)}/steps`, step)
      .then(onTaken, setError)
      .finally(() => setBusy(undefined));
  };
  if (next.length === 0)
    return <Text c="dimmed">{isOpenCopy(request.state) ? words.waitsForArchivist : words.settled}</Text>;
  const isBlocked = (to: CopyState, needsReason: boolean) =>
    reason.trim() === "" && (needsReason || (lift && to === "granted"));
  return (
    <Section title={words.next}>
      <Stack>
        {error !== undefined && <PortalFaultView error={error} onRetry={onTaken} />}
        {!isArchivist && <Text c="dimmed">{words.waitsForArchivist}</Text>}
        {isArchivist && (
          <Textarea
            label={words.reason}
            description={words.reasonNeeded}
            autosize
            minRows={2}
            maxLength={1000}
            value={reason}
            onChange={({ currentTarget: { value } }) => setReason(value)}
          />
        )}
        {mayLift && (
          <Checkbox
            label={words.lift}
            checked={lift}
            onChange={({ currentTarget: { checked } }) => setLift(checked)}
          />
        )}
        <Group gap="sm">
          {next.map(({ to, needsReason }, at) => (
            <Button
              key={to}
              variant={at === 0 && to !== "withdrawn" ? "filled" : "default"}
              loading={busy === to}
              disabled={isBlocked(to, needsReason) || (busy !== undefined && busy !== to)}
              onClick={() => take(to)}
            >
              {request.state === "made" && to === "looking" ? words.redo : words.steps[to]}
            </Button>
          ))}
        </Group>
      </Stack>
    </Section>
  );
}
