import { Button, Group, Stack, Text } from "@mantine/core";
import { IconBan, IconCircleCheck, IconPlugConnected, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { type PortalPartner, portalPartnersSchema } from "#shared/contract/portal-admin.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { ReasonDialog } from "#renderer/ui/reason-dialog.tsx";
import { StateBadge } from "#renderer/ui/state-badge.tsx";
import { tell } from "#renderer/portal/ask.ts";
import { GivenSecret } from "#renderer/portal/given-secret.tsx";
import { PortalFaultView } from "#renderer/portal/portal-fault.tsx";
import { useAnswer } from "#renderer/portal/use-answer.ts";
import { AdminFrame } from "./admin-frame.tsx";
import { ConnectorList } from "./connector-list.tsx";
import { NewPartnerDialog } from "./new-partner-dialog.tsx";

const shortestReason = 5;

/** The systems that are given records: letting one in, whose token is shown once, and taking its token back. */
export function PartnersScreen() {
  const words = useWords().portal.admin.partners;
  const { value, error, again } = useAnswer(portalPartnersSchema, "admin/partners");
  const [adding, setAdding] = useState(false);
  const [given, setGiven] = useState<{ name: string; token: string }>();
  const [leaving, setLeaving] = useState<PortalPartner>();
  const [failed, setFailed] = useState<unknown>();
  const withdraw = (partner: PortalPartner, reason: string) => {
    setLeaving(undefined);
    setFailed(undefined);
    tell(`admin/partners/${encodeURIComponent(partner.id)}/revoked`, { reason })
      .catch(setFailed)
      .finally(again);
  };
  return (
    <AdminFrame>
      <div>
        <PageHeader
          title={words.title}
          subtitle={words.subtitle}
          actions={
            <Button
              leftSection={<IconPlus size="1.1rem" aria-hidden />}
              onClick={() => setAdding(true)}
              disabled={!value}
            >
              {words.add}
            </Button>
          }
        />
        {error !== undefined && <PortalFaultView error={error} onRetry={again} />}
        {failed !== undefined && <PortalFaultView error={failed} />}
        {value?.partners.length === 0 && (
          <EmptyState Icon={IconPlugConnected} title={words.none} hint={words.noneHint} />
        )}
        {value && value.partners.length > 0 && (
          <Stack component="section" aria-label={words.list} gap={0}>
            {value.partners.map((partner) => (
              <PartnerRow key={partner.id} partner={partner} onWithdraw={() => setLeaving(partner)} />
            ))}
          </Stack>
        )}
        {value && <ConnectorList connectors={value.connectors} />}
      </div>
      {adding && value && (
        <NewPartnerDialog
          units={value.units}
          onClose={() => setAdding(false)}
          onAdded={(name, token) => {
            setAdding(false);
            setGiven({ name, token });
            again();
          }}
        />
      )}
      {given && (
        <GivenSecret
          title={words.tokenTitle}
          hint={words.tokenHint(given.name)}
          secret={given.token}
          done={words.tokenDone}
          onClose={() => setGiven(undefined)}
        />
      )}
      {leaving && (
        <ReasonDialog
          title={words.withdrawOf(leaving.name)}
          hint={words.happens(leaving.name)}
          label={words.reason}
          confirm={words.confirm}
          cancel={words.cancel}
          maxLength={500}
          shortest={shortestReason}
          onConfirm={(reason) => withdraw(leaving, reason)}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </AdminFrame>
  );
}

function PartnerRow({ partner, onWithdraw }: { partner: PortalPartner; onWithdraw: () => void }) {
  const { portal } = useWords();
  const words = portal.admin.partners;
  const { time } = useFormat();
  const isOut = partner.revokedAt !== "";
  const facts = [
    `${words.created}: ${time(partner.createdAt)}`,
    `${words.asked}: ${partner.askedAt === "" ? words.never : time(partner.askedAt)}`,
    ...(isOut ? [words.outSince(time(partner.revokedAt))] : []),
    ...(partner.reason === "" ? [] : [words.reasonOf(partner.reason)]),
  ];
  return (
    <Group
      component="article"
      aria-label={partner.name}
      align="flex-start"
      justify="space-between"
      gap="md"
      py="md"
      style={{ borderBottom: "1px solid var(--mantine-color-default-border)" }}
    >
      <Stack gap="0.35rem" flex="1 1 20rem" miw={0}>
        <Group gap="sm">
          <Text fw={600} style={{ overflowWrap: "anywhere" }}>
            {partner.name}
          </Text>
          <StateBadge
            Icon={isOut ? IconBan : IconCircleCheck}
            color={isOut ? "red" : "green"}
            label={isOut ? words.out : words.inUse}
          />
        </Group>
        <Text size="sm">
          {words.givenOf(partner.unitName, portal.find.levels[partner.level], words.pdfKinds[partner.pdfs])}
        </Text>
        <Group gap="0.15rem 1.25rem">
          {facts.map((fact) => (
            <Text key={fact} size="sm" c="dimmed" className="figures" style={{ overflowWrap: "anywhere" }}>
              {fact}
            </Text>
          ))}
        </Group>
      </Stack>
      {!isOut && (
        <Button
          variant="default"
          size="compact-md"
          aria-label={words.withdrawOf(partner.name)}
          onClick={onWithdraw}
        >
          {words.withdraw}
        </Button>
      )}
    </Group>
  );
}
