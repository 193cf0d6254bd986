import { Alert, Button, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import { notifications } from "@mantine/notifications";
import { IconAlertTriangle, IconKey } from "@tabler/icons-react";
import { useState } from "react";
import type { EnrolmentRead } from "#shared/contract/enrolment.ts";
import { cleanText } from "#shared/inventory/clean-text.ts";
import { enrolmentTextLimit } from "#shared/keys/enrolment-file.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk, useSession } from "#renderer/app/session.tsx";
import { useUnitNames } from "#renderer/app/unit-names.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { KeyValues } from "#renderer/ui/key-values.tsx";

type Read = { text: string; said: EnrolmentRead };

/** Loads the province's enrolment file: chosen, dropped or pasted; shown in words; used once a person confirms it. */
export function EnrolByFile() {
  const words = useWords().enrolment;
  const desk = useDesk();
  const [pasted, setPasted] = useState("");
  const [read, setRead] = useState<Read>();
  const [error, setError] = useState<unknown>();
  const examine = async (text: string) => {
    setError(undefined);
    try {
      setRead({ text, said: await desk.call("enrolment.read", { text: text.slice(0, enrolmentTextLimit) }) });
    } catch (failed) {
      setError(failed);
    }
  };
  if (read?.said.problem === "") {
    return <Confirm read={read} onAnother={() => setRead(undefined)} />;
  }
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {words.hint}
      </Text>
      {error !== undefined && <FaultView error={error} />}
      {read && (
        <Alert color="red" icon={<IconAlertTriangle aria-hidden />} role="alert">
          {words.problems[read.said.problem]}
        </Alert>
      )}
      <Dropzone
        onDrop={(files) => void files[0]?.text().then(examine)}
        multiple={false}
        aria-label={words.drop}
        p="md"
      >
        <Group justify="center" gap="sm" style={{ pointerEvents: "none" }}>
          <IconKey aria-hidden />
          <Text>{words.drop}</Text>
        </Group>
      </Dropzone>
      <Textarea
        label={words.paste}
        value={pasted}
        onChange={(event) => setPasted(event.currentTarget.value)}
        rows={2}
        spellCheck={false}
        autoComplete="off"
      />
      <Group>
        <ExplainedButton
          variant="default"
          reason={pasted.trim() === "" ? words.pasteFirst : undefined}
          onClick={() => void examine(pasted)}
        >
          {words.read}
        </ExplainedButton>
      </Group>
    </Stack>
  );
}

function Confirm({ read, onAnother }: { read: Read; onAnother: () => void }) {
  const all = useWords();
  const words = all.enrolment;
  const desk = useDesk();
  const { profile } = useSession();
  const nameOf = useUnitNames();
  const { time } = useFormat();
  const [person, setPerson] = useState(profile?.name ?? "");
  const [state, setState] = useState<{ busy: boolean; error?: unknown }>({ busy: false });
  const { said, text } = read;
  const own = cleanText(person);
  const use = () => {
    setState({ busy: true });
    desk.call("enrolment.use", { text, person: own }).then(
      () => {
        setState({ busy: false });
        notifications.show({ message: words.done(said.province) });
        onAnother();
      },
      (error: unknown) => setState({ busy: false, error }),
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (own !== "") use();
      }}
    >
      <Stack gap="sm">
        <Text fw={600}>{words.says}</Text>
        <KeyValues
          rows={[
            { name: words.province, value: said.province },
            { name: words.address, value: said.address },
            { name: words.mark, value: said.mark },
            { name: words.unit, value: nameOf(said.scope) || said.scope },
            { name: words.role, value: said.role ? all.common.roles[said.role] : "" },
            { name: words.name, value: said.name },
            { name: words.expires, value: time(said.expiresAt) },
          ]}
        />
        <Text size="sm">{words.markHint}</Text>
        <Text size="sm">{words.changes}</Text>
        {said.otherProvince && (
          <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} role="alert">
            {words.otherProvince}
          </Alert>
        )}
        {state.error !== undefined && <FaultView error={state.error} />}
        <TextInput
          label={words.person}
          value={person}
          onChange={(event) => setPerson(event.currentTarget.value)}
          maxLength={200}
          autoComplete="name"
          withAsterisk
          data-autofocus
        />
        <Group>
          <ExplainedButton
            onClick={use}
            loading={state.busy}
            reason={own === "" ? words.personMissing : undefined}
          >
            {words.confirm}
          </ExplainedButton>
          <Button variant="default" onClick={onAnother}>
            {words.another}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
