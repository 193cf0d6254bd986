import { Alert, Button, Group, List, Modal, Progress, Radio, Stack, Text } from "@mantine/core";
import { IconPackageExport } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import {
  type CarriedPackages,
  type FormName,
  formNames,
  type MadePackages,
} from "#shared/contract/packages.ts";
import { isTreeProfile } from "#shared/package/tree-profile.ts";
import { CarriedNotice } from "#renderer/app/carried-notice.tsx";
import { CarryPackages } from "#renderer/app/carry-packages.tsx";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { saveObject } from "#renderer/app/save-object.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";

type Answer = Pick<MadePackages, "made" | "lacking"> & { tree: boolean };

const filesShown = 20;
const lacksShown = 6;

/** Asks for a kind of archival package, makes those of a file or a batch, saves them, and says what lacks of the rest. */
export function SavePackages(props: {
  of: "file" | "batch";
  id: string;
  label: string;
  onClose: () => void;
}) {
  const all = useWords();
  const words = all.packages;
  const desk = useDesk();
  const { count } = useFormat();
  const { of, id, label, onClose } = props;
  const [profile, setProfile] = useState<FormName>("sip-hoso-tt05");
  const [progress, setProgress] = useState<{ done: number; total: number }>();
  const [answer, setAnswer] = useState<Answer>();
  const [carried, setCarried] = useState<CarriedPackages>();
  const busy = progress !== undefined;
  useEffect(() => desk.on("packages.progress", (value) => setProgress((shown) => shown && value)), [desk]);
  const make = async () => {
    setProgress({ done: 0, total: 0 });
    setAnswer(undefined);
    setCarried(undefined);
    try {
      const made = await desk.call("packages.make", { of, id, profile });
      if (made.digest !== "") await saveObject(desk, made.digest, made.name);
      setAnswer({ ...made, tree: isTreeProfile(profile) });
    } catch (error) {
      notifyFault(all, error);
    }
    setProgress(undefined);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title(label)}
      closeButtonProps={{ "aria-label": all.common.close, size: "2.25rem" }}
      transitionProps={{ duration: 0 }}
      size="lg"
    >
      <Stack gap="md">
        <Radio.Group
          label={words.kind}
          value={profile}
          onChange={(value) => setProfile(formNames.find((name) => name === value) ?? profile)}
        >
          <Stack gap="sm" mt="xs">
            {formNames.map((name) => (
              <Radio
                key={name}
                value={name}
                label={words.profiles[name].label}
                description={words.profiles[name].hint}
                disabled={busy}
              />
            ))}
          </Stack>
        </Radio.Group>
        {progress && (
          <Stack gap="xs">
            <Text role="status" className="figures">
              {words.busy(count(progress.done), count(progress.total))}
            </Text>
            <Progress
              value={progress.total === 0 ? 0 : (100 * progress.done) / progress.total}
              animated
              aria-label={words.title(label)}
            />
          </Stack>
        )}
        {answer && <Outcome answer={answer} />}
        {carried && <CarriedNotice carried={carried} />}
        <CarryPackages
          {...{ of, id, profile, busy }}
          onBusy={(begins) => {
            setProgress(begins ? { done: 0, total: 0 } : undefined);
            if (begins) setAnswer(undefined);
            if (begins) setCarried(undefined);
          }}
          onCarried={(found) => {
            setAnswer({ ...found, tree: isTreeProfile(profile) });
            setCarried(found);
          }}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {all.common.close}
          </Button>
          <Button
            leftSection={<IconPackageExport size="1.1rem" aria-hidden />}
            loading={busy}
            onClick={() => void make()}
          >
            {words.start}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** How many packages were made, and what keeps the other files from having one. */
function Outcome({ answer }: { answer: Answer }) {
  const words = useWords().packages;
  const { count } = useFormat();
  const { made, lacking, tree } = answer;
  const said = tree ? words.madeTree : words.made;
  const say = ({ ordinal, field, fault }: MadePackages["lacking"][number]["lacks"][number]) => {
    const name = words.fields[field] ?? field;
    return ordinal === undefined
      ? words.ofFile(name, words.lacks[fault])
      : words.ofItem(count(ordinal), name, words.lacks[fault]);
  };
  return (
    <Alert role="status" variant="light" color={lacking.length > 0 ? "yellow" : "lacquer"}>
      <Text>{made.length === 0 ? words.none : said(count(made.length))}</Text>
      {lacking.length > 0 && (
        <Stack gap="xs" mt="xs" mah="18rem" style={{ overflowY: "auto" }} tabIndex={0}>
          <Text>{words.lacking(count(lacking.length))}</Text>
          {lacking.slice(0, filesShown).map(({ fileId, code, lacks }) => (
            <Stack key={fileId} gap={0}>
              <Text fw={600} className="figures">
                {code}
              </Text>
              <List size="sm">
                {lacks.slice(0, lacksShown).map((lack) => (
                  <List.Item key={`${lack.ordinal ?? 0} ${lack.field} ${lack.fault}`}>{say(lack)}</List.Item>
                ))}
                {lacks.length > lacksShown && (
                  <List.Item>{words.more(count(lacks.length - lacksShown))}</List.Item>
                )}
              </List>
            </Stack>
          ))}
        </Stack>
      )}
    </Alert>
  );
}
