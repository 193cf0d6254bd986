import { Container, Divider, Group, Paper, SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useLocation } from "wouter";
import type { Profile } from "#shared/archive/profile.ts";
import { EnrolByFile } from "#renderer/app/enrol-by-file.tsx";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { ProfileForm } from "#renderer/app/profile-form.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useLanguage, useWords } from "#renderer/app/words.tsx";

/** The first run: who works here, in what role, for which unit. */
export function WelcomeScreen() {
  const desk = useDesk();
  const words = useWords();
  const { language, speak } = useLanguage();
  const [, go] = useLocation();
  const [state, setState] = useState<{ busy: boolean; error?: unknown }>({ busy: false });
  const save = (profile: Profile, then: string) => {
    setState({ busy: true });
    go(then);
    desk.call("session.save", profile).then(
      () => setState({ busy: false }),
      (error: unknown) => setState({ busy: false, error }),
    );
  };
  const languages = words.shell.appearance.languages;
  return (
    <Container component="main" size="52rem" py="xl">
      <Group justify="space-between" mb="lg">
        <Text fw={600} fz="1.5rem" c="lacquer">
          {words.common.product}
        </Text>
        <SegmentedControl
          aria-label={words.shell.appearance.language}
          value={language}
          onChange={speak}
          data={[
            { value: "vi", label: languages.vi },
            { value: "en", label: languages.en },
          ]}
        />
      </Group>
      <Paper withBorder p="xl" radius="lg">
        <Stack gap="lg">
          <div>
            <Title order={1} fz="1.75rem">
              {words.welcome.title}
            </Title>
            <Text c="dimmed" mt="xs">
              {words.welcome.subtitle}
            </Text>
          </div>
          {state.error !== undefined && <FaultView error={state.error} />}
          <ProfileForm
            profile={null}
            busy={state.busy}
            buttons={[
              { label: words.welcome.start, variant: "filled", onProfile: (profile) => save(profile, "/") },
              {
                label: words.welcome.sample,
                variant: "default",
                onProfile: (profile) => save(profile, "/sample"),
              },
            ]}
          />
          <Text size="sm" c="dimmed">
            {words.welcome.sampleHint}
          </Text>
          <Divider label={words.enrolment.title} />
          <EnrolByFile />
        </Stack>
      </Paper>
    </Container>
  );
}
