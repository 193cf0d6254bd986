import { documentTypeName } from "#shared/archive/codes.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { KeyValues } from "#renderer/ui/key-values.tsx";
import { Section } from "#renderer/ui/section.tsx";
import type { Document } from "#renderer/work/batch-documents.ts";

/** What the inventory says of an item, to hold against its pages. */
export function ItemFields({ document, pageCount }: { document: Document; pageCount: number }) {
  const words = useWords();
  const { names, ...texts } = words.check.item;
  const { date, count } = useFormat();
  const { file, item } = document;
  const pages =
    item.pageCount > 0
      ? words.capture.items.counter(count(pageCount), count(item.pageCount))
      : words.capture.items.counterOnly(count(pageCount));
  return (
    <Section title={texts.fields}>
      <KeyValues
        rows={[
          { name: names.subject, value: item.subject },
          { name: names.type, value: documentTypeName(item.type) },
          { name: names.number, value: [item.number, item.symbol].filter(Boolean).join("/") },
          { name: names.issuedDate, value: date(item.issuedDate) },
          { name: names.issuer, value: item.issuer },
          { name: names.signer, value: item.signer },
          { name: names.leaves, value: item.leaves },
          { name: texts.pages, value: pages },
          { name: texts.file, value: `${file.code} · ${file.title}` },
          { name: names.note, value: item.note },
        ]}
      />
    </Section>
  );
}
