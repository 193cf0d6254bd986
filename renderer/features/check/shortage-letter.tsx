import { Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { IconDownload, IconMailForward } from "@tabler/icons-react";
import { useState } from "react";
import type { Batch } from "#shared/archive/batch.ts";
import type { Lack } from "#shared/archive/lack.ts";
import { formFormats } from "#shared/contract/forms.ts";
import { dayInVietnam } from "#shared/base/vietnam-time.ts";
import { cleanText } from "#shared/inventory/clean-text.ts";
import { readDate } from "#shared/inventory/read-date.ts";
import { shortagesOf } from "#shared/forms/shortage-letter.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { saveObject } from "#renderer/app/save-object.ts";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useUnitNames } from "#renderer/app/unit-names.ts";
import { useWords } from "#renderer/app/words.tsx";
import { noteLetter } from "#renderer/work/note-letter.ts";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";

const wallClock = () => Date.now();

/** The letter that asks a batch's unit for what it has to bring; nothing to press where it lacks nothing of its own. */
export function ShortageLetter({ batch, lacks }: { batch: Batch; lacks: readonly Lack[] | undefined }) {
  const all = useWords();
  const words = all.check.shortage;
  const [open, setOpen] = useState(false);
  const count = shortagesOf(lacks ?? []).length;
  return (
    <>
      <ExplainedButton
        variant="default"
        leftSection={<IconMailForward size="1.1rem" aria-hidden />}
        reason={count === 0 ? words.nothing : undefined}
        onClick={() => setOpen(true)}
      >
        {words.open}
      </ExplainedButton>
      {open && <MakeLetter batch={batch} count={count} onClose={() => setOpen(false)} />}
    </>
  );
}

function MakeLetter({ batch, count, onClose }: { batch: Batch; count: number; onClose: () => void }) {
  const all = useWords();
  const words = all.check.shortage;
  const format = useFormat();
  const desk = useDesk();
  const nameOf = useUnitNames();
  const work = useWork();
  const { profile } = work;
  const [typed, setTyped] = useState("");
  const day = readDate(cleanText(typed));
  const before = typed.trim() === "" ? "" : day?.length === 10 ? day : undefined;
  const save = (kind: (typeof formFormats)[number]) => {
    const unit = nameOf(profile.scope);
    const place = unit.replace(/^(huyện|thị xã|thành phố)\s+/iu, "");
    const said = {
      ...{ parent: `UBND ${unit}`, agency: "Phòng Nội vụ", place, date: dayInVietnam(wallClock()) },
      ...{ preparer: profile.name, position: "", year: "" },
    };
    desk
      .call("batches.shortageLetter", { batchId: batch.id, before: before ?? "", format: kind, words: said })
      .then(async ({ digest, name }) => {
        await saveObject(desk, digest, name);
        await noteLetter(work, batch.id, { count, before: before ?? "", digest });
      })
      .catch((error: unknown) => notifyFault(all, error));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title(batch.number)}
      closeButtonProps={{ "aria-label": all.common.close, size: "2.25rem" }}
      transitionProps={{ duration: 0 }}
    >
      <Stack gap="md">
        <Text>{words.count(format.count(count), nameOf(batch.scope))}</Text>
        <TextInput
          label={words.before}
          description={words.beforeHint}
          placeholder="25/05/2025"
          value={typed}
          error={before === undefined ? words.noDate : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
          w="14rem"
        />
        <Group justify="flex-end" gap="sm">
          {formFormats.map((kind) => (
            <ExplainedButton
              key={kind}
              variant="default"
              leftSection={<IconDownload size="1.1rem" aria-hidden />}
              aria-label={words.save(kind.toUpperCase())}
              reason={before === undefined ? words.noDate : undefined}
              onClick={() => save(kind)}
            >
              {kind.toUpperCase()}
            </ExplainedButton>
          ))}
        </Group>
      </Stack>
    </Modal>
  );
}
