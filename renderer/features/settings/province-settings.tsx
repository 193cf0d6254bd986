import { Button, Group, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { EnrolByFile } from "#renderer/app/enrol-by-file.tsx";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useDesk, useSession } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { KeyValues } from "#renderer/ui/key-values.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { isProvinceAddress } from "./province-address.ts";

/** Which province this machine syncs with, the practice one named as such; and the way to another. */
export function ProvinceSettings() {
  const all = useWords();
  const words = all.settings;
  const desk = useDesk();
  const { province, keys } = useSession();
  const [address, setAddress] = useState(province.kind === "real" ? province.address : "");
  const [token, setToken] = useState("");
  const [problems, setProblems] = useState<{ address?: string; token?: string }>({});
  const [state, setState] = useState<{ busy: boolean; error?: unknown }>({ busy: false });
  const enrol = (input: { address: string; token: string }) => {
    setState({ busy: true });
    desk.call("province.enrol", input).then(
      () => {
        setState({ busy: false });
        setToken("");
        notifications.show({
          message: words.connected,
        });
      },
      (error: unknown) => setState({ busy: false, error }),
    );
  };
  const connect = () => {
    const found = {
      ...(isProvinceAddress(address) ? {} : { address: words.addressBad }),
      ...(token.trim() === "" ? { token: words.tokenMissing } : {}),
    };
    setProblems(found);
    if (Object.keys(found).length === 0) enrol({ address: address.trim(), token: token.trim() });
  };
  return (
    <Section title={words.province} hint={words.provinceHints[province.kind]}>
      <Stack>
        <KeyValues
          rows={[
            { name: words.kind, value: words.provinceKinds[province.kind] },
            { name: words.state, value: words.provinceStates[province.state] },
            { name: words.address, value: province.address },
            ...(keys.provinceMark === "" ? [] : [{ name: all.enrolment.mark, value: keys.provinceMark }]),
            { name: all.enrolment.secrets, value: all.enrolment.secretsIn[keys.kept] },
          ]}
        />
        {keys.provinceMark !== "" && <Text size="sm">{all.enrolment.pinned}</Text>}
        <Title order={3} fz="1rem">
          {all.enrolment.title}
        </Title>
        <EnrolByFile />
        <Title order={3} fz="1rem">
          {all.enrolment.byHand}
        </Title>
        {state.error !== undefined && <FaultView error={state.error} />}
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            connect();
          }}
        >
          <Stack>
            <TextInput
              label={words.address}
              placeholder={words.addressHint}
              value={address}
              onChange={(event) => setAddress(event.currentTarget.value)}
              error={problems.address}
              inputMode="url"
            />
            <PasswordInput
              label={words.token}
              value={token}
              onChange={(event) => setToken(event.currentTarget.value)}
              error={problems.token}
              autoComplete="off"
            />
            <Group>
              <Button type="submit" loading={state.busy}>
                {words.connect}
              </Button>
              {province.kind === "real" && (
                <Button
                  variant="default"
                  loading={state.busy}
                  onClick={() => enrol({ address: "", token: "" })}
                >
                  {words.leave}
                </Button>
              )}
            </Group>
          </Stack>
        </form>
        {province.state === "failed" && <Text c="red">{words.provinceStates.failed}</Text>}
      </Stack>
    </Section>
  );
}
