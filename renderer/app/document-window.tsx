import { Modal } from "@mantine/core";
import { useWords } from "#renderer/app/words.tsx";
import { PdfView } from "#renderer/ui/pdf-view.tsx";

/** A document to look at: the name above its window, the address of its PDF, and words to mark in it. */
export type ShownDocument = { title: string; url: string; query?: string };

/** The PDF of a document over the whole window; nothing while there is none to show. */
export function DocumentWindow(props: { shown: ShownDocument | undefined; onClose: () => void }) {
  const words = useWords();
  const { shown, onClose } = props;
  return (
    <Modal
      opened={shown !== undefined}
      onClose={onClose}
      fullScreen
      title={shown?.title}
      closeButtonProps={{ "aria-label": words.common.close, size: "2.25rem" }}
      styles={{
        content: { display: "flex", flexDirection: "column" },
        body: { flex: 1, minHeight: 0, padding: 0 },
        title: { fontWeight: 600, lineHeight: 1.35 },
      }}
      transitionProps={{ duration: 0 }}
    >
      {shown && <PdfView url={shown.url} texts={words.viewer} query={shown.query ?? ""} />}
    </Modal>
  );
}
