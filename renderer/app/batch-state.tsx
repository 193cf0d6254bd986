import {
  IconArrowBackUp,
  IconBox,
  IconCertificate,
  IconChecks,
  IconClipboardCheck,
  IconPackage,
  IconPencil,
  IconScan,
  IconSend,
  IconTool,
  IconTruckDelivery,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import type { BatchState } from "#shared/archive/batch.ts";
import { useWords } from "#renderer/app/words.tsx";
import { StateBadge } from "#renderer/ui/state-badge.tsx";

const looks: Record<BatchState, [ComponentType<{ size?: number | string }>, color: string]> = {
  draft: [IconPencil, "gray"],
  "handed-over": [IconTruckDelivery, "blue"],
  received: [IconPackage, "cyan"],
  preparing: [IconTool, "grape"],
  capturing: [IconScan, "violet"],
  checking: [IconClipboardCheck, "yellow"],
  accepted: [IconChecks, "lacquer"],
  returned: [IconArrowBackUp, "red"],
  packed: [IconBox, "lacquer"],
  sent: [IconSend, "lacquer"],
  acknowledged: [IconCertificate, "lacquer"],
};

/** The state of a batch, as icon and word. */
export function BatchStateBadge({ state }: { state: BatchState }) {
  const words = useWords();
  const [Icon, color] = looks[state];
  return <StateBadge Icon={Icon} label={words.common.batchStates[state]} color={color} />;
}
