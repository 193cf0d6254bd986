import { useParams } from "wouter";
import { toFile, toFonds } from "#renderer/app/addresses.ts";
import { MissingRecord } from "#renderer/app/missing-record.tsx";
import { useRecord } from "#renderer/app/use-record.ts";
import { useWords } from "#renderer/app/words.tsx";
import { WorkbookImport } from "./workbook-import.tsx";

/** Imports a workbook into a fonds. */
export function FondsWorkbookScreen() {
  const { fondsId = "" } = useParams();
  const words = useWords();
  const fonds = useRecord("fonds", fondsId);
  if (fonds === undefined) return null;
  const back = { to: toFonds(fondsId), label: fonds?.name ?? words.inventory.title };
  if (fonds === null) return <MissingRecord back={{ to: "/inventory", label: words.inventory.title }} />;
  return <WorkbookImport fondsId={fondsId} into={words.workbook.into(fonds.name)} back={back} />;
}

/** Imports a workbook of items into one file. */
export function FileWorkbookScreen() {
  const { fileId = "" } = useParams();
  const words = useWords();
  const file = useRecord("files", fileId);
  if (file === undefined) return null;
  if (file === null) return <MissingRecord back={{ to: "/inventory", label: words.inventory.title }} />;
  const back = { to: toFile(fileId), label: file.code };
  return (
    <WorkbookImport
      fondsId={file.fondsId}
      fileId={fileId}
      into={words.workbook.intoFile(file.code)}
      back={back}
    />
  );
}
