import { Alert, Anchor, Button, Grid, Group, Stack, Text, Timeline } from "@mantine/core";
import { IconAlertTriangle, IconDownload, IconEyeOff, IconSignature } from "@tabler/icons-react";
import { Link } from "wouter";
import { type CopyRequest, copyRequestSchema } from "#shared/contract/portal-copies.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { KeyValues } from "#renderer/ui/key-values.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { CopyStateBadge } from "./copy-state-badge.tsx";
import { CopySteps } from "./copy-steps.tsx";
import { PortalFaultView } from "./portal-fault.tsx";
import { useAnswer } from "./use-answer.ts";

/** A request for a copy: what is asked for, how it stands, what can be done next, and its log. */
export function CopyScreen({ id }: { id: string }) {
  const words = useWords().portal.copies;
  const address = `copies/${encodeURIComponent(id)}`;
  const { value, error, again } = useAnswer(copyRequestSchema, address);
  if (error !== undefined) return <PortalFaultView error={error} onRetry={again} />;
  if (!value) return null;
  return (
    <>
      <PageHeader
        title={`${words.title} ${value.number}`}
        back={{ to: "/copies", label: words.back }}
        dense
      />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="lg">
            <About request={value} />
            <Group gap="sm">
              <Button
                component="a"
                href={`/portal/${address}/slip`}
                variant="default"
                leftSection={<IconDownload size="1.1rem" aria-hidden />}
              >
                {words.slip}
              </Button>
              {value.copy && (
                <Button
                  component="a"
                  href={`/portal/${address}/copy`}
                  leftSection={<IconDownload size="1.1rem" aria-hidden />}
                >
                  {words.copy}
                </Button>
              )}
            </Group>
            <Warnings request={value} />
            <CopySteps key={value.steps.length} request={value} onTaken={again} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Section title={words.log}>
            <Log request={value} />
          </Section>
        </Grid.Col>
      </Grid>
    </>
  );
}

function About({ request }: { request: CopyRequest }) {
  const words = useWords().portal.copies;
  const { time } = useFormat();
  const { wish } = request;
  return (
    <Section title={words.kinds[wish.kind]} actions={<CopyStateBadge state={request.state} />}>
      <KeyValues
        rows={[
          {
            name: words.document,
            value: (
              <Anchor component={Link} href={`/item/${encodeURIComponent(request.itemId)}`}>
                {request.title || request.itemId}
              </Anchor>
            ),
          },
          {
            name: words.asker,
            value: request.walkIn ? `${request.asker} (${words.byArchivist})` : request.asker,
          },
          { name: words.askedAt, value: time(request.askedAt) },
          { name: words.copies, value: String(wish.copies) },
          { name: words.way, value: words.ways[wish.way] },
          { name: words.purpose, value: wish.purpose },
          { name: words.contact, value: wish.contact },
        ]}
      />
    </Section>
  );
}

/** What is to be known of the copy before it goes out. */
function Warnings({ request }: { request: CopyRequest }) {
  const words = useWords().portal.copies;
  const made = request.steps.findLast(({ to }) => to === "made");
  if (!request.copy || !made || !request.parties.includes("archivist")) return null;
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        <IconEyeOff size="1rem" aria-hidden style={{ verticalAlign: "-0.15em" }} />{" "}
        {request.lifted ? words.lifted : words.covered}
      </Text>
      {made.unread.length > 0 && !request.lifted && (
        <Alert color="yellow" variant="light" icon={<IconAlertTriangle aria-hidden />}>
          {words.unread(made.unread.join(", "))}
        </Alert>
      )}
      {request.wish.kind === "certified" && (
        <Alert variant="light" icon={<IconSignature aria-hidden />}>
          {words.unsigned}
        </Alert>
      )}
    </Stack>
  );
}

function Log({ request }: { request: CopyRequest }) {
  const words = useWords().portal.copies;
  const { time } = useFormat();
  return (
    <Timeline active={request.steps.length} bulletSize={16} lineWidth={2}>
      {request.steps.map((step, at) => (
        <Timeline.Item key={at} title={words.states[step.to]}>
          <Text size="sm" c="dimmed">
            {[step.by, time(step.at), step.pages > 0 ? words.pages(step.pages) : ""]
              .filter(Boolean)
              .join(" · ")}
          </Text>
          {step.lift && <Text size="sm">{words.lifted}</Text>}
          {step.reason !== "" && <Text size="sm">{step.reason}</Text>}
        </Timeline.Item>
      ))}
    </Timeline>
  );
}
