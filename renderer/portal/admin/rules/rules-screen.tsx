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
import type { EditedSteps } from "#shared/rules/batch-steps.ts";
import type { Milestones } from "#shared/rules/milestones.ts";
import {
  changedFiles,
  type Circular,
  type FileDifference,
  fileDifferences,
} from "#shared/rules/rule-files.ts";
import { stepDifferences } from "#shared/rules/step-differences.ts";
import { milestoneDifferences } from "#shared/rules/rule-differences.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { ask } from "#renderer/portal/ask.ts";
import { PortalFaultView } from "#renderer/portal/portal-fault.tsx";
import { useAnswer } from "#renderer/portal/use-answer.ts";
import { AdminFrame } from "#renderer/portal/admin/admin-frame.tsx";
import { carryDays, type DaysDraft, draftOfDays, readDays } from "./days-draft.ts";
import { DaysForm } from "./days-form.tsx";
import { CentresForm } from "./centres-form.tsx";
import { CircularForm } from "./circular-form.tsx";
import type { Told } from "./difference-list.tsx";
import { FilesForm } from "./files-form.tsx";
import type { ChosenFile } from "./read-rule-file.ts";
import { carrySteps, draftOfSteps, readSteps, type StepsDraft } from "./steps-draft.ts";
import { StepsForm } from "./steps-form.tsx";
import { tellSteps } from "./tell-steps.ts";
import { PublishPart } from "./publish-part.tsx";
import { tellData } from "./tell-data.ts";
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
  const [, navigate] = useLocation();
  const [edited, setEdited] = useState(() => draftOf(present));
  const [failed, setFailed] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  if (edited.from !== present) {
    const [begun, is] = [draftOf(edited.from), draftOf(present)];
    const days = carryDays(edited.days, begun.days, is.days);
    const circular = carryCircular(edited.circular, begun.circular, is.circular);
    const steps = carrySteps(edited.steps, begun.steps, is.steps);
    setEdited({ from: present, days, steps, circular, chosen: edited.chosen });
  }
  const days = readDays(edited.days);
  const steps = readSteps(edited.steps);
  const readOnly = !present.mayPublish;
  const { circular, chosen } = edited;
  const lists = chosen ? fileDifferences(present.files, chosen.files) : [];
  const differences = [
    ...tellData(circularDifference(present, circular), lists, words),
    ...useDifferences(present, days.milestones, steps.steps),
  ];
  const publish = (reason: string) => {
    const change: RuleChange = { expected: present.version, reason };
    if (milestoneDifferences(present.milestones, days.milestones).length > 0)
      change.milestones = days.milestones;
    if (stepDifferences(present.batchSteps, steps.steps).length > 0) change.steps = steps.steps;
    if (circularDifference(present, circular)) change.circular = circular;
    if (chosen && lists.length > 0) change.files = changedFiles(present.files, chosen.files);
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
  const setSteps = (next: StepsDraft) => setEdited({ ...edited, steps: next });
  return (
    <Stack gap="lg">
      {readOnly && (
        <Alert icon={<IconInfoCircle aria-hidden />} variant="light">
          {words.portal.admin.rules.readOnly}
        </Alert>
      )}
      <CircularForm
        {...{ draft: circular, readOnly }}
        onChange={(next) => setEdited({ ...edited, circular: next })}
      />
      <DaysForm
        {...{ draft: edited.days, faults: days.faults, read: days.milestones, readOnly }}
        batchSteps={{ ...steps.steps, version: present.batchSteps.version }}
        onChange={(next) => setEdited({ ...edited, days: next })}
      />
      <StepsForm {...{ draft: edited.steps, faults: steps.faults, readOnly }} onChange={setSteps} />
      <CentresForm
        {...{ draft: edited.steps, faults: steps.faults, units: present.units, readOnly }}
        onChange={setSteps}
      />
      <FilesForm
        {...{ present: present.files, version: present.version, chosen, differences: lists, readOnly }}
        onChoose={(next) => setEdited({ ...edited, chosen: next })}
      />
      {failed !== undefined && <PortalFaultView error={failed} />}
      {!readOnly && (
        <PublishPart
          differences={differences}
          faulty={Object.keys(days.faults).length + steps.faults.size > 0 || lists.some(isOlder)}
          version={present.version + 1}
          busy={busy}
          onPublish={publish}
        />
      )}
    </Stack>
  );
}

type Edited = {
  from: PortalRules;
  days: DaysDraft;
  steps: StepsDraft;
  circular: Circular;
  chosen: ChosenFile | undefined;
};

function draftOf(from: PortalRules): Edited {
  return {
    ...{ from, days: draftOfDays(from.milestones), steps: draftOfSteps(from.batchSteps) },
    ...{ circular: from.circular, chosen: undefined },
  };
}

/** What was chosen stays, what was left as it was follows what is in force now. */
function carryCircular(draft: Circular, begun: Circular, present: Circular): Circular {
  return {
    profile: draft.profile === begun.profile ? present.profile : draft.profile,
    open: draft.open === begun.open ? present.open : draft.open,
  };
}

function circularDifference({ circular: before }: PortalRules, after: Circular) {
  return before.profile === after.profile && before.open === after.open ? undefined : { before, after };
}

/** A list takes the place of the one in force only with a later version. */
function isOlder({ before, after }: FileDifference): boolean {
  return after <= before;
}

function useDifferences(present: PortalRules, milestones: Milestones, steps: EditedSteps): Told[] {
  const words = useWords();
  const { date } = useFormat();
  const nameOf = (scope: string) => present.units.find((unit) => unit.scope === scope)?.name ?? scope;
  return [
    ...milestoneDifferences(present.milestones, milestones).map((one) => tellDays(one, words, date)),
    ...stepDifferences(present.batchSteps, steps).map((one) => tellSteps(one, words, date, nameOf)),
  ];
}
