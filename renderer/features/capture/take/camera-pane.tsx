import { Alert, Group, NativeSelect, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconCamera, IconVideo, IconVideoOff } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { type CameraView, openCamera, takePicture } from "#renderer/app/camera.ts";

/** The document camera: its picture, and a shutter by Space. A picture is saved before the next can be taken. */
export function CameraPane({ target }: { target: { batchId: string; itemId: string } }) {
  const words = useWords();
  const { scan } = words;
  const desk = useDesk();
  const frame = useRef<HTMLVideoElement>(null);
  const [view, setView] = useState<CameraView>();
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const session = useRef({ id: "", for: "" });
  const { batchId, itemId } = target;
  useEffect(() => {
    if (frame.current) frame.current.srcObject = view?.stream ?? null;
    return () => view?.close();
  }, [view]);
  const endSession = () => {
    const { id } = session.current;
    session.current = { id: "", for: "" };
    if (id !== "") void desk.call("scan.stop", { sessionId: id }).catch(() => undefined);
  };
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the session ends with the pane
  useEffect(() => endSession, []);
  const open = (deviceId: string) => {
    setFailed(false);
    openCamera(deviceId).then(
      (opened) => {
        setView(opened);
        frame.current?.focus();
      },
      () => setFailed(true),
    );
  };
  const close = () => {
    endSession();
    setView(undefined);
  };
  const shoot = async () => {
    if (!view || !frame.current || busy) return;
    setBusy(true);
    try {
      const picture = await takePicture(view, frame.current);
      const { digest } = await desk.store(picture);
      const place = `${batchId}/${itemId}/${view.name}`;
      if (session.current.for !== place) {
        endSession();
        const { sessionId } = await desk.call("scan.openCamera", { name: view.name, batchId, itemId });
        session.current = { id: sessionId, for: place };
      }
      await desk.call("scan.addShot", { sessionId: session.current.id, digest });
    } catch (error) {
      notifyFault(words, error);
    }
    setBusy(false);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== " " || event.repeat) return;
    event.preventDefault();
    void shoot();
  };
  return (
    <Stack gap="md">
      {failed && (
        <Alert
          color="red"
          variant="light"
          icon={<IconAlertTriangle aria-hidden />}
          title={scan.cameraRefused}
          role="alert"
        >
          {scan.cameraRefusedHint}
        </Alert>
      )}
      {!view && <Text c="dimmed">{scan.cameraAsk}</Text>}
      {view && view.cameras.length > 1 && (
        <NativeSelect
          label={scan.camera}
          value={view.id}
          data={view.cameras.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => open(event.currentTarget.value)}
        />
      )}
      <video
        ref={frame}
        autoPlay
        muted
        playsInline
        tabIndex={view ? 0 : -1}
        hidden={!view}
        aria-label={scan.cameraView}
        onKeyDown={press}
        style={{ width: "100%", maxHeight: "32rem", background: "#000", borderRadius: "0.5rem" }}
      />
      {view && (
        <Text size="sm" c="dimmed" className="figures">
          {scan.shotSize(view.width, view.height)}
        </Text>
      )}
      <Group gap="sm">
        {view ? (
          <>
            <ExplainedButton
              leftSection={<IconCamera size="1.1rem" />}
              reason={busy ? scan.shooting : undefined}
              onClick={() => void shoot()}
            >
              {scan.shoot}
            </ExplainedButton>
            <ExplainedButton variant="default" leftSection={<IconVideoOff size="1.1rem" />} onClick={close}>
              {scan.cameraOff}
            </ExplainedButton>
          </>
        ) : (
          <ExplainedButton leftSection={<IconVideo size="1.1rem" />} onClick={() => open("")}>
            {scan.cameraOn}
          </ExplainedButton>
        )}
      </Group>
    </Stack>
  );
}
