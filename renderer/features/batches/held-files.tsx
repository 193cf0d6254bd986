import { Alert } from "@mantine/core";
import { IconHandStop } from "@tabler/icons-react";
import type { ArchiveFile } from "#shared/archive/file.ts";
import { countHolds } from "#shared/archive/paper-hold.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";

/** How many files of a batch are kept back for each reason; nothing where none are. */
export function HeldFiles({ files }: { files: readonly ArchiveFile[] }) {
  const words = useWords().holds;
  const { count } = useFormat();
  const counts = countHolds(files);
  if (counts.length === 0) return null;
  const said = counts.map((one) =>
    words.counted(words.reasons[one.code].toLocaleLowerCase("vi"), count(one.count)),
  );
  return (
    <Alert color="orange" variant="light" py="xs" mb="xs" role="status" icon={<IconHandStop aria-hidden />}>
      {words.inBatch(said.join(", "))}
    </Alert>
  );
}
