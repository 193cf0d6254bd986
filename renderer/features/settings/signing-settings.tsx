import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconKey, IconTestPipe, IconUsb } from "@tabler/icons-react";
import { useState } from "react";
import { may } from "#shared/archive/permissions.ts";
import type { SigningSetting } from "#shared/contract/signing.ts";
import type { SigningFaultKind } from "#shared/signing/signing-fault.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk, useSession } from "#renderer/app/session.tsx";
import { useAsked } from "#renderer/app/use-asked.ts";
import { useDoing } from "#renderer/app/use-doing.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { KeyValues } from "#renderer/ui/key-values.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { AgencySeal } from "./agency-seal.tsx";
import { MeansDialog, type MeansWish } from "./means-dialog.tsx";
import { TrustedIssuers } from "./trusted-issuers.tsx";

/** What this machine signs with, how signatures name the body, and whose certificates are trusted. */
export function SigningSettings() {
  const words = useWords().signing.setting;
  const desk = useDesk();
  const { profile } = useSession();
  const [wish, setWish] = useState<MeansWish>();
  const { value, error, ask } = useAsked("signing-setting", () => desk.call("signing.setting", {}));
  const notYours = profile && may(profile.role, "sign") ? undefined : words.notYours;
  return (
    <Section title={words.title} hint={words.hint}>
      {error !== undefined && <FaultView error={error} onRetry={ask} />}
      {value && (
        <Stack>
          <Means setting={value} />
          <Group gap="sm">
            <ExplainedButton
              variant="default"
              leftSection={<IconKey size="1.1rem" aria-hidden />}
              reason={notYours}
              onClick={() => setWish("file")}
            >
              {words.useFile}
            </ExplainedButton>
            <ExplainedButton
              variant="default"
              leftSection={<IconUsb size="1.1rem" aria-hidden />}
              reason={notYours}
              onClick={() => setWish("token")}
            >
              {words.useToken}
            </ExplainedButton>
            <ExplainedButton
              variant="default"
              leftSection={<IconTestPipe size="1.1rem" aria-hidden />}
              reason={notYours ?? (value.means ? undefined : words.none)}
              onClick={() => setWish("try")}
            >
              {words.tryIt}
            </ExplainedButton>
          </Group>
          <Naming
            key={`${value.agency} ${value.stampAddress}`}
            setting={value}
            closed={notYours}
            onSaved={ask}
          />
          <AgencySeal key={value.seal?.name ?? ""} seal={value.seal} closed={notYours} onChanged={ask} />
          <TrustedIssuers trusted={value.trusted} closed={notYours} onChanged={ask} />
        </Stack>
      )}
      {wish && value && (
        <MeansDialog
          wish={wish}
          setting={value}
          onClose={() => setWish(undefined)}
          onDone={() => {
            setWish(undefined);
            ask();
          }}
        />
      )}
    </Section>
  );
}

function Means({ setting }: { setting: SigningSetting }) {
  const words = useWords().signing.setting;
  const { date } = useFormat();
  if (!setting.means) return <Text>{words.none}</Text>;
  const { kind, name, certificate } = setting.means;
  const { from, to } = certificate;
  return (
    <KeyValues
      rows={[
        { name: words.now[kind], value: name },
        { name: words.holder, value: certificate.name },
        { name: words.issuer, value: certificate.issuer },
        { name: words.serial, value: certificate.serial },
        { name: words.validity, value: words.span(date(from.slice(0, 10)), date(to.slice(0, 10))) },
      ]}
    />
  );
}

/** The body's name and the authority of time stamps, saved together. */
function Naming(props: { setting: SigningSetting; closed: string | undefined; onSaved: () => void }) {
  const all = useWords();
  const words = all.signing.setting;
  const desk = useDesk();
  const { setting, closed, onSaved } = props;
  const [agency, setAgency] = useState(setting.agency);
  const [stampAddress, setStampAddress] = useState(setting.stampAddress);
  const [refused, setRefused] = useState<SigningFaultKind>();
  const saving = useDoing<unknown>();
  const save = () =>
    saving.start(async () => {
      const answer = await desk.call("signing.set", { agency, stampAddress });
      setRefused("refused" in answer ? answer.refused : undefined);
      if ("refused" in answer) return;
      notifications.show({ message: words.saved });
      onSaved();
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (closed === undefined) save();
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={words.agency}
          description={words.agencyHint}
          placeholder={setting.means?.certificate.organization ?? ""}
          value={agency}
          onChange={(event) => setAgency(event.currentTarget.value)}
          disabled={closed !== undefined}
          maxLength={200}
        />
        <TextInput
          label={words.stamp}
          description={words.stampHint}
          value={stampAddress}
          onChange={(event) => setStampAddress(event.currentTarget.value)}
          disabled={closed !== undefined}
          error={refused && words.badAddress}
          maxLength={500}
          inputMode="url"
        />
        {saving.error !== undefined && <FaultView error={saving.error} />}
        {closed === undefined ? (
          <Button type="submit" variant="default" w="fit-content" loading={saving.busy}>
            {all.common.save}
          </Button>
        ) : (
          <ExplainedButton variant="default" w="fit-content" reason={closed} onClick={save}>
            {all.common.save}
          </ExplainedButton>
        )}
      </Stack>
    </form>
  );
}
