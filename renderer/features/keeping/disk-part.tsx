import type { RoomReport } from "#shared/contract/keeping.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { KeyValues } from "#renderer/ui/key-values.tsx";
import { Section } from "#renderer/ui/section.tsx";

/** How much of the disk is left, and from when on nothing more is taken in. */
export function DiskPart({ room }: { room: RoomReport }) {
  const words = useWords().keeping.disk;
  const format = useFormat();
  return (
    <Section title={words.title} hint={words.states[room.state]}>
      <KeyValues
        rows={[
          { name: words.free, value: words.of(format.bytes(room.free), format.bytes(room.total)) },
          { name: words.stopAt, value: format.bytes(room.stopBelow) },
          { name: words.reserve, value: room.reserve > 0 ? format.bytes(room.reserve) : words.reserveUsed },
        ]}
      />
    </Section>
  );
}
