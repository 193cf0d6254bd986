import { Button, Group, Modal, Radio, Stack } from "@mantine/core";
import { useState } from "react";
import type { MadeForm } from "#shared/contract/forms.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { MadeFormView } from "#renderer/app/made-form.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";

/** Makes the labels of the points in use (empty id), or of one, to put up where they are. */
export function PointLabels({ id, onClose }: { id: string; onClose: () => void }) {
  const all = useWords();
  const words = all.points;
  const desk = useDesk();
  const [paper, setPaper] = useState<"a4" | "thermal">("a4");
  const [made, setMade] = useState<MadeForm>();
  const [busy, setBusy] = useState(false);
  const make = () => {
    setBusy(true);
    desk
      .call("points.labels", { id, paper })
      .then(setMade, (fault: unknown) => notifyFault(all, fault))
      .finally(() => setBusy(false));
  };
  return (
    <Modal
      opened
      centered
      size="xl"
      title={words.labelsTitle}
      onClose={onClose}
      closeButtonProps={{ "aria-label": all.common.close }}
      transitionProps={{ duration: 0 }}
    >
      <Stack>
        <Radio.Group
          label={words.paper}
          value={paper}
          onChange={(value) => setPaper(value === "thermal" ? "thermal" : "a4")}
        >
          <Group gap="lg" mt="0.3rem">
            <Radio value="a4" label={words.papersOf.a4} />
            <Radio value="thermal" label={words.papersOf.thermal} />
          </Group>
        </Radio.Group>
        <Group>
          <Button loading={busy} onClick={make}>
            {words.make}
          </Button>
        </Group>
        {made && <MadeFormView made={made} />}
      </Stack>
    </Modal>
  );
}
