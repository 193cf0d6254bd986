import { Stack } from "@mantine/core";
import { IconLink } from "@tabler/icons-react";
import { useState } from "react";
import { type PortalLink, portalLinksSchema } from "#shared/contract/portal-links.ts";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { ReasonDialog } from "#renderer/ui/reason-dialog.tsx";
import { tell } from "./ask.ts";
import { LinkRow } from "./link-row.tsx";
import { PortalFaultView } from "./portal-fault.tsx";
import { useAnswer } from "./use-answer.ts";
import { usePortal } from "./use-portal.tsx";

/** The links that one made, of an administrator those to documents within their scope; how each stands, and withdrawing it. */
export function LinksScreen() {
  const words = useWords().portal.links;
  const isMaker = usePortal().may("share-links");
  const { value, error, again } = useAnswer(portalLinksSchema, "links");
  const [leaving, setLeaving] = useState<PortalLink>();
  const [failed, setFailed] = useState<unknown>();
  const withdraw = (link: PortalLink, reason: string) => {
    setLeaving(undefined);
    setFailed(undefined);
    tell(`links/${encodeURIComponent(link.id)}/withdrawn`, { reason })
      .catch(setFailed)
      .finally(again);
  };
  return (
    <div>
      <PageHeader title={words.title} subtitle={isMaker ? words.own : words.all} />
      {error !== undefined && <PortalFaultView error={error} onRetry={again} />}
      {failed !== undefined && <PortalFaultView error={failed} />}
      {value?.links.length === 0 && (
        <EmptyState Icon={IconLink} title={words.none} hint={isMaker ? words.noneOwn : words.noneAll} />
      )}
      {value && value.links.length > 0 && (
        <Stack component="section" aria-label={words.title} gap={0}>
          {value.links.map((link) => (
            <LinkRow key={link.id} link={link} isMaker={isMaker} onWithdraw={() => setLeaving(link)} />
          ))}
        </Stack>
      )}
      {leaving && (
        <ReasonDialog
          title={words.list.withdrawOf(leaving.recipient)}
          hint={words.list.happens(leaving.recipient)}
          label={words.list.why}
          confirm={words.list.confirm}
          cancel={words.list.cancel}
          maxLength={500}
          shortest={5}
          onConfirm={(reason) => withdraw(leaving, reason)}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </div>
  );
}
