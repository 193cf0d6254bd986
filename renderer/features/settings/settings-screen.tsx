import { Button, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconHeartbeat, IconNetwork } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import type { Profile } from "#shared/archive/profile.ts";
import { toHub, toKeeping, toPoints } from "#renderer/app/addresses.ts";
import { Appearance } from "#renderer/app/appearance.tsx";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { ProfileForm } from "#renderer/app/profile-form.tsx";
import { useDesk, useSession } from "#renderer/app/session.tsx";
import { useLock } from "#renderer/app/use-lock.ts";
import { useWords } from "#renderer/app/words.tsx";
import { KeyValues } from "#renderer/ui/key-values.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { CustodyPoints } from "./custody-points.tsx";
import { FreeSpace } from "./free-space.tsx";
import { PeopleSettings } from "./people-settings.tsx";
import { PermissionTable } from "./permission-table.tsx";
import { TakenParcels } from "./taken-parcels.tsx";
import { ProvinceSettings } from "./province-settings.tsx";
import { RenditionNames } from "./rendition-names.tsx";
import { ProgramUpdates } from "./program-updates.tsx";
import { RuleSettings } from "./rule-settings.tsx";
import { SigningSettings } from "./signing-settings.tsx";
import { StepList } from "./step-list.tsx";
import { UsbParcels } from "./usb-parcels.tsx";
import { UploadSettings } from "./upload-settings.tsx";

export function SettingsScreen() {
  const all = useWords();
  const words = all.settings;
  const desk = useDesk();
  const session = useSession();
  const lock = useLock().value;
  const [location] = useLocation();
  const isAtPoints = location === toPoints;
  const [state, setState] = useState<{ busy: boolean; error?: unknown }>({ busy: false });
  const save = (profile: Profile) => {
    setState({ busy: true });
    desk.call("session.save", profile).then(
      () => {
        setState({ busy: false });
        notifications.show({
          message: words.profileSaved,
        });
      },
      (error: unknown) => setState({ busy: false, error }),
    );
  };
  return (
    <Stack maw="56rem">
      <PageHeader title={words.title} />
      {lock?.people.length === 0 && (
        <Section title={words.profile} hint={words.profileHint}>
          {state.error !== undefined && <FaultView error={state.error} />}
          <ProfileForm
            profile={session.profile}
            busy={state.busy}
            buttons={[{ label: all.common.save, variant: "filled", onProfile: save }]}
          />
        </Section>
      )}
      {lock && <PeopleSettings lock={lock} />}
      <PermissionTable />
      <RuleSettings />
      <StepList />
      <CustodyPoints sought={isAtPoints} />
      <RenditionNames />
      <SigningSettings />
      <ProvinceSettings />
      <Section title={all.hub.title} hint={all.hub.openHint}>
        <Button component={Link} href={toHub} variant="default" leftSection={<IconNetwork size="1.1rem" />}>
          {all.hub.open}
        </Button>
      </Section>
      <UsbParcels />
      <TakenParcels />
      <UploadSettings />
      <FreeSpace />
      <Section title={words.appearance}>
        <Appearance />
      </Section>
      <Section
        title={all.keeping.title}
        hint={all.keeping.openHint}
        actions={
          <Button
            component={Link}
            href={toKeeping}
            variant="default"
            leftSection={<IconHeartbeat size="1.1rem" aria-hidden />}
          >
            {all.keeping.open}
          </Button>
        }
      >
        {null}
      </Section>
      <ProgramUpdates />
      <Section title={words.machine}>
        <KeyValues
          rows={[
            { name: words.version, value: session.version },
            { name: words.host, value: words.hosts[session.host] },
            { name: words.folder, value: session.folder },
            { name: words.device, value: session.deviceId },
          ]}
        />
      </Section>
    </Stack>
  );
}
