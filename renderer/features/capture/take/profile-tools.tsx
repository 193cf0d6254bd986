import { notifications } from "@mantine/notifications";
import { IconDeviceFloppy, IconLock, IconLockOpen } from "@tabler/icons-react";
import { mayLockScans } from "#shared/capture/may-lock-scans.ts";
import type { ScanSettings } from "#shared/capture/scan-settings.ts";
import type { ScanSetup } from "#shared/contract/scan.ts";
import { belowProfile, type DocumentClass } from "#shared/rules/scan-profiles.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";

/** Keeps the settings as the class's own on this machine, and locks them for operators. */
export function ProfileTools(props: {
  documentClass: DocumentClass;
  settings: ScanSettings;
  setup: ScanSetup;
  onSaved: () => void;
}) {
  const words = useWords();
  const { scan } = words;
  const desk = useDesk();
  const work = useWork();
  const { documentClass, settings, setup, onSaved } = props;
  const administrator = mayLockScans(work.profile.role);
  const tell = (message: string) => () => {
    notifications.show({ message });
    onSaved();
  };
  const fail = (error: unknown) => notifyFault(words, error);
  const same = JSON.stringify(setup.profiles[documentClass]) === JSON.stringify(settings);
  const keepReason = setup.locked
    ? scan.lockedWhy
    : same
      ? scan.keepSame
      : belowProfile(documentClass, settings).length > 0
        ? scan.below
        : undefined;
  return (
    <>
      <ExplainedButton
        variant="default"
        leftSection={<IconDeviceFloppy size="1.1rem" />}
        reason={keepReason}
        onClick={() =>
          void desk.call("scan.saveProfile", { documentClass, settings }).then(tell(scan.kept), fail)
        }
      >
        {scan.keep}
      </ExplainedButton>
      <ExplainedButton
        variant="default"
        leftSection={setup.locked ? <IconLockOpen size="1.1rem" /> : <IconLock size="1.1rem" />}
        reason={administrator ? undefined : scan.lockRefused}
        onClick={() =>
          void desk
            .call("scan.lock", { locked: !setup.locked })
            .then(tell(setup.locked ? scan.unlockedNow : scan.lockedNow), fail)
        }
      >
        {setup.locked ? scan.unlock : scan.lock}
      </ExplainedButton>
    </>
  );
}
