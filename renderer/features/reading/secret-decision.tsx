import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconLock } from "@tabler/icons-react";
import { useState } from "react";
import type { Page } from "#shared/archive/page.ts";
import { vi } from "#shared/text/vi.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ReasonDialog } from "#renderer/ui/reason-dialog.tsx";
import type { Document } from "#renderer/work/batch-documents.ts";
import { excludeScanned, releaseScanned } from "#renderer/work/decide-secret.ts";

/** An item that stopped because of a mark of secrecy, and the decision that is asked of a person. */
export function SecretDecision(props: { document: Document; pages: readonly Page[]; mayDecide: boolean }) {
  const words = useWords();
  const texts = words.reading.secret;
  const work = useWork();
  const [asking, setAsking] = useState<"exclude" | "release">();
  const { document, pages, mayDecide } = props;
  const marked = pages.filter(({ hold }) => hold === "secret").map(({ ordinal }) => String(ordinal));
  const decide = async (reason: string) => {
    const stopped = { ...document, pages };
    if (asking === "exclude") {
      // Kept data, in Vietnamese whatever language is shown.
      const { metAt, withdrawn } = vi.reading.secret;
      await excludeScanned(work, stopped, { mark: reason, metAt: metAt(marked.join(", ")), withdrawn });
      notifications.show({ message: texts.excluded });
    } else {
      await releaseScanned(work, stopped, reason);
      notifications.show({ message: texts.released });
    }
    setAsking(undefined);
  };
  return (
    <Alert color="red" variant="light" icon={<IconLock aria-hidden />} title={texts.title}>
      <Stack gap="sm">
        <Text>{texts.text(marked.join(", "))}</Text>
        {mayDecide ? (
          <Group gap="sm">
            <Button color="red" onClick={() => setAsking("exclude")}>
              {texts.exclude}
            </Button>
            <Button variant="default" onClick={() => setAsking("release")}>
              {texts.notSecret}
            </Button>
          </Group>
        ) : (
          <Text>{words.reading.notYours}</Text>
        )}
      </Stack>
      {asking && (
        <ReasonDialog
          title={asking === "exclude" ? texts.excludeTitle : texts.notSecretTitle}
          hint={asking === "exclude" ? texts.excludeHint : texts.notSecretHint}
          label={texts.reason}
          confirm={asking === "exclude" ? texts.exclude : texts.notSecret}
          cancel={words.common.cancel}
          maxLength={300}
          onConfirm={(reason) => void decide(reason).catch((error: unknown) => notifyFault(words, error))}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Alert>
  );
}
