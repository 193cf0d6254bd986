import { Button, Stack, Text } from "@mantine/core";
import { IconVideo, IconVideoOff } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { type CameraView, openCamera, takePicture } from "#renderer/app/camera.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";

/** Between two looks, in milliseconds; a label is held before the lens for a second. */
const between = 500;
/** Pixels of width: enough to read a label of 24 mm held at arm's length. */
const lookWidth = 1000;

/** A camera as a scanner: each label held before it is told once, until another one is or none is seen. */
export function CameraScan({ onRead }: { onRead: (text: string) => void }) {
  const words = useWords().custody;
  const desk = useDesk();
  const frame = useRef<HTMLVideoElement>(null);
  const [view, setView] = useState<CameraView>();
  const [failed, setFailed] = useState(false);
  const told = useRef(onRead);
  useEffect(() => {
    told.current = onRead;
  });
  useEffect(() => {
    const video = frame.current;
    if (!view || !video) return;
    video.srcObject = view.stream;
    let gone = false;
    let before = "";
    const look = async () => {
      if (video.videoWidth === 0) return;
      const picture = await base64Of(await takePicture(view, video, lookWidth));
      const { texts } = await desk.call("custody.readPicture", { picture });
      const text = texts.find((one) => one.toLowerCase().startsWith("mucluc")) ?? "";
      if (gone) return;
      if (text !== "" && text !== before) told.current(text);
      before = text;
    };
    let timer: number | undefined;
    const again = () => {
      if (!gone)
        timer = window.setTimeout(
          () =>
            void look()
              .catch(() => undefined)
              .finally(again),
          between,
        );
    };
    again();
    return () => {
      gone = true;
      window.clearTimeout(timer);
      view.close();
    };
  }, [view, desk]);
  const open = () => {
    setFailed(false);
    openCamera("").then(setView, () => setFailed(true));
  };
  return (
    <Stack gap="xs">
      {failed && <Text role="alert">{words.cameraRefused}</Text>}
      {view && (
        <video
          ref={frame}
          autoPlay
          muted
          playsInline
          aria-label={words.cameraView}
          style={{ width: "100%", maxWidth: "28rem", background: "#000", borderRadius: "0.5rem" }}
        />
      )}
      <Button
        variant="default"
        w="fit-content"
        leftSection={
          view ? <IconVideoOff size="1.1rem" aria-hidden /> : <IconVideo size="1.1rem" aria-hidden />
        }
        onClick={() => (view ? setView(undefined) : open())}
      >
        {view ? words.cameraOff : words.camera}
      </Button>
    </Stack>
  );
}

function base64Of(picture: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () =>
      resolve(typeof reader.result === "string" ? reader.result.replace(/^[^,]*,/, "") : "");
    reader.onerror = () => reject(new Error("no picture"));
    reader.readAsDataURL(picture);
  });
}
