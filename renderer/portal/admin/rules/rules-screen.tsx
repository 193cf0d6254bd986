import { Alert, Stack, Text } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { useState } from "react";
import { useLocation } from "wouter";
import {
  type PortalRules,
  portalRulesSchema,
  publishedRulesSchema,
  type RuleChange,
} from "#shared/contract/portal-rules.ts";
import { milestoneDifferences } from "#shared/rules/rule-differences.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { ask } from "#renderer/portal/ask.ts";
import { PortalFaultView } from "#renderer/portal/portal-fault.tsx";
import { useAnswer } from "#renderer/portal/use-answer.ts";
import { AdminFrame } from "#renderer/portal/admin/admin-frame.tsx";
import { carryDays, draftOfDays, readDays } from "./days-draft.ts";
import { DaysForm } from "./days-form.tsx";
import { PublishPart } from "./publish-part.tsx";
import { tellDays } from "./tell-days.ts";

/** Editing the rules of the province: what is in force, changed in forms, compared with it, and published. */
export function RulesScreen() {
  const words = useWords().portal.admin.rules;
  const { value, error, again } = useAnswer(portalRulesSchema, "admin/rules");
  return (
    <AdminFrame>
      <div>
        <PageHeader
          title={words.title}
          back={{ to: "/admin/packs", label: words.back }}
          subtitle={value && <InForce {...value} />}
        />
        {error !== undefined && <PortalFaultView error={error} onRetry={again} />}
        {value && <RulesEditor present={value} onOutdated={again} />}
      </div>
    </AdminFrame>
  );
}

function InForce({ version, issuedAt, issuedBy, reason }: PortalRules) {
  const words = useWords().portal.admin.rules;
  const { time } = useFormat();
  if (version === 0) return words.bundled;
  return (
    <>
      {words.inForce(version, time(issuedAt), issuedBy)}
      {reason !== "" && <Text>{words.because(reason)}</Text>}
    </>
  );
}

/** Where others publish meanwhile, what was typed is kept and the rest is as they set it. */
function RulesEditor({ present, onOutdated }: { present: PortalRules; onOutdated: () => void }) {
  const words = useWords();
  const { date } = useFormat();
  const [, navigate] = useLocation();
  const [edited, setEdited] = useState({ from: present, days: draftOfDays(present.milestones) });
  const [failed, setFailed] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  if (edited.from !== present) {
    const days = carryDays(edited.days, draftOfDays(edited.from.milestones), draftOfDays(present.milestones));
    setEdited({ from: present, days });
  }
  const { milestones, faults } = readDays(edited.days);
  const differences = milestoneDifferences(present.milestones, milestones);
  const publish = (reason: string) => {
    const change: RuleChange = { expected: present.version, reason, milestones };
    setBusy(true);
    setFailed(undefined);
    ask(publishedRulesSchema, "admin/rules", change)
      .then(
        () => navigate("/admin/packs"),
        (error: unknown) => {
          setFailed(error);
          onOutdated();
        },
      )
      .finally(() => setBusy(false));
  };
  return (
    <Stack gap="lg">
      {!present.mayPublish && (
        <Alert icon={<IconInfoCircle aria-hidden />} variant="light">
          {words.portal.admin.rules.readOnly}
        </Alert>
      )}
      <DaysForm
        draft={edited.days}
        faults={faults}
        read={milestones}
        batchSteps={present.batchSteps}
        readOnly={!present.mayPublish}
        onChange={(days) => setEdited({ ...edited, days })}
      />
      {failed !== undefined && <PortalFaultView error={failed} />}
      {present.mayPublish && (
        <PublishPart
          differences={differences.map((one) => tellDays(one, words, date))}
          faulty={Object.keys(faults).length > 0}
          version={present.version + 1}
          busy={busy}
          onPublish={publish}
        />
      )}
    </Stack>
  );
}
