import { Alert, Button, Group, List, Modal, PasswordInput, Progress, Stack, Text } from "@mantine/core";
import { IconSignature } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "wouter";
import type { SigningRun } from "#shared/contract/signing.ts";
import type { SigningFaultKind } from "#shared/signing/signing-fault.ts";
import { FaultView, notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";

type Props = { of: "file" | "batch"; id: string; label: string; onClose: () => void };

/** Signs what can be signed of a file or a batch behind one PIN, says how far it is, and what could not be signed. */
export function SignDocuments({ of, id, label, onClose }: Props) {
  const all = useWords();
  const words = all.signing;
  const desk = useDesk();
  const { value, error, ask } = useAskedAgain(
    `signing/${of}/${id}`,
    async () => ({
      setting: await desk.call("signing.setting", {}),
      able: await desk.call("signing.look", { of, id }),
      ...(await desk.call("signing.run", {})),
    }),
    ["signing.changed", "records.changed"],
  );
  const [began, setBegan] = useState(false);
  const run = value?.run;
  const mine = run && run.of === of && run.id === id && (began || run.state === "running") ? run : undefined;
  const running = mine?.state === "running";
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title(label)}
      closeButtonProps={{ "aria-label": all.common.close, size: "2.25rem" }}
      transitionProps={{ duration: 0 }}
      size="lg"
    >
      <Stack gap="md">
        {error !== undefined && <FaultView error={error} onRetry={ask} />}
        {value && !running && <Able able={value.able} />}
        {run?.state === "running" && !mine && <Text>{words.otherRun(run.label)}</Text>}
        {mine && <Outcome run={mine} />}
        {value && !running && (value.able.ready > 0 || !value.setting.means) && (
          <Begin
            {...{ of, id }}
            setting={value.setting}
            ready={value.able.ready}
            onBegun={() => {
              setBegan(true);
              ask();
            }}
          />
        )}
        <Group justify="flex-end" gap="sm">
          {running && (
            <Button
              variant="default"
              onClick={() =>
                void desk.call("signing.cancel", {}).catch((fault: unknown) => notifyFault(all, fault))
              }
            >
              {words.stop}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {all.common.close}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** What can be signed now, and why the rest cannot. */
function Able({ able }: { able: { ready: number; refused: { why: keyof Refused; count: number }[] } }) {
  const words = useWords().signing;
  const { count } = useFormat();
  return (
    <Stack gap={4}>
      <Text fw={600}>{able.ready > 0 ? words.ready(count(able.ready)) : words.nothing}</Text>
      {able.refused.length > 0 && (
        <List size="sm">
          {able.refused.map(({ why, count: some }) => (
            <List.Item key={why}>{words.refused[why](count(some))}</List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}

type Refused = ReturnType<typeof useWords>["signing"]["refused"];
type Setting = {
  means: { kind: "file" | "token"; certificate: { name: string; issuer: string; to: string } } | null;
};

/** Whose signature it will be, and the PIN or passphrase; where nothing is chosen, the way to choose. */
function Begin(props: {
  of: "file" | "batch";
  id: string;
  setting: Setting;
  ready: number;
  onBegun: () => void;
}) {
  const words = useWords().signing;
  const desk = useDesk();
  const { count, date } = useFormat();
  const { of, id, ready, onBegun } = props;
  const { means } = props.setting;
  const [secret, setSecret] = useState("");
  const [state, setState] = useState<{ busy: boolean; refused?: SigningFaultKind; error?: unknown }>({
    busy: false,
  });
  if (!means) {
    return (
      <Alert color="yellow" variant="light" role="status">
        <Text>{words.faults["no-means"]}</Text>
        <Button component={Link} href="/settings" variant="default" mt="sm">
          {words.toSettings}
        </Button>
      </Alert>
    );
  }
  const start = async () => {
    if (secret === "") return;
    setState({ busy: true });
    try {
      const answer = await desk.call("signing.start", { of, id, secret });
      setSecret("");
      if ("refused" in answer) setState({ busy: false, refused: answer.refused });
      else {
        setState({ busy: false });
        onBegun();
      }
    } catch (error) {
      setState({ busy: false, error });
    }
  };
  const { name, issuer, to } = means.certificate;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <Stack gap="sm">
        <Text size="sm">
          {words.who(name, issuer)} {words.until(date(to.slice(0, 10)))}
        </Text>
        <Text size="sm" c="dimmed">
          {words.lastHint}
        </Text>
        <PasswordInput
          data-autofocus
          label={means.kind === "file" ? words.passphrase : words.pin}
          description={words.secretHint}
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
          maxLength={500}
          autoComplete="off"
        />
        {state.refused && (
          <Alert color="red" variant="light" role="alert">
            {words.faults[state.refused]}
          </Alert>
        )}
        {state.error !== undefined && <FaultView error={state.error} />}
        {/* Enter in the field is the same as the button. */}
        <button type="submit" hidden />
        <ExplainedButton
          w="fit-content"
          leftSection={<IconSignature size="1.1rem" aria-hidden />}
          loading={state.busy}
          reason={secret === "" ? words.secretMissing : undefined}
          onClick={() => void start()}
        >
          {words.start(count(ready))}
        </ExplainedButton>
      </Stack>
    </form>
  );
}

/** How far a run is, or what came of it, with every document that could not be signed. */
function Outcome({ run }: { run: SigningRun }) {
  const words = useWords().signing;
  const { count } = useFormat();
  const { state, done, total, signed, failed, why } = run;
  if (state === "running") {
    return (
      <Stack gap="xs">
        <Text role="status" className="figures">
          {words.progress(count(done), count(total))}
        </Text>
        <Progress
          value={total === 0 ? 0 : (100 * done) / total}
          animated
          aria-label={words.progress(count(done), count(total))}
        />
      </Stack>
    );
  }
  const left = count(total - signed);
  return (
    <Alert
      role="status"
      variant="light"
      color={failed.length > 0 || state === "stopped" ? "yellow" : "lacquer"}
    >
      <Text>{words.outcomes[state](count(signed), left)}</Text>
      {why !== null && <Text mt="xs">{words.faults[why]}</Text>}
      {failed.length > 0 && (
        <Stack gap="xs" mt="xs" mah="16rem" style={{ overflowY: "auto" }} tabIndex={0}>
          <Text>{words.failed(count(failed.length))}</Text>
          <List size="sm">
            {failed.map((one) => (
              <List.Item key={one.label}>
                <span className="figures">{one.label}</span>: {words.faults[one.why]}
              </List.Item>
            ))}
          </List>
        </Stack>
      )}
    </Alert>
  );
}
