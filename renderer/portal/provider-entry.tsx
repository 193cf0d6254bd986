import { Button, Divider, Stack, Text } from "@mantine/core";
import { IconBuildingBank } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import {
  type PortalProvider,
  portalProviderSchema,
  providerBegunSchema,
} from "#shared/contract/portal-provider.ts";
import { type Reader, readerSchema } from "#shared/portal/reader.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ask, PortalFault } from "./ask.ts";
import { CodeInput, useSubmit } from "./factor-setup.tsx";
import { PortalFaultView } from "./portal-fault.tsx";
import { keepWanted } from "./wanted-place.ts";

/** The other way in, by the province's accounts; nothing where there is none. */
export function ProviderButton(props: { onFault: (error: unknown) => void }) {
  const words = useWords().portal.provider;
  const [provider, setProvider] = useState<PortalProvider>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let stopped = false;
    ask(portalProviderSchema, "oidc").then(
      (value) => {
        if (!stopped) setProvider(value);
      },
      // The passphrase is there all the same; what is wrong is told where somebody signs in.
      () => undefined,
    );
    return () => {
      stopped = true;
    };
  }, []);
  if (provider?.on !== true) return null;
  const begin = () => {
    setBusy(true);
    props.onFault(undefined);
    ask(providerBegunSchema, "oidc/begin", {}).then(
      ({ address }) => {
        keepWanted();
        window.location.assign(address);
      },
      (fault: unknown) => {
        setBusy(false);
        props.onFault(fault);
      },
    );
  };
  return (
    <>
      <Divider label={words.or} />
      <Button
        variant="default"
        leftSection={<IconBuildingBank size="1.1rem" aria-hidden />}
        loading={busy}
        onClick={begin}
        h="auto"
        mih="2.25rem"
        py="0.35rem"
        styles={{ label: { whiteSpace: "normal", lineHeight: 1.4 } }}
      >
        {provider.button || words.button}
      </Button>
    </>
  );
}

/** The code of ours that is still asked of who was let in by the province's accounts. */
export function ProviderCode(props: {
  onEntered: (reader: Reader) => void;
  onBack: (error?: unknown) => void;
}) {
  const { provider: words, factor } = useWords().portal;
  const [code, setCode] = useState("");
  const { error, busy, submit } = useSubmit(() =>
    ask(readerSchema, "oidc/code", { code }).then(props.onEntered, (fault: unknown) => {
      // A sign-in that is over takes no further code.
      if (fault instanceof PortalFault && fault.code.startsWith("oidc-")) props.onBack(fault);
      else throw fault;
    }),
  );
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Text>{words.asked}</Text>
        {error !== undefined && <PortalFaultView error={error} />}
        <CodeInput label={factor.code} value={code} onChange={setCode} />
        <Button type="submit" loading={busy}>
          {words.confirm}
        </Button>
        <Button variant="subtle" onClick={() => props.onBack()}>
          {words.back}
        </Button>
      </Stack>
    </form>
  );
}
