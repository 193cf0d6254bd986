import { Button, FileButton, Text } from "@mantine/core";
import { IconQrcode } from "@tabler/icons-react";
import { useState } from "react";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { inBase64 } from "#renderer/app/in-base64.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";

/** Pixels of the longer side: enough for a code that fills a good part of a photo. */
const side = 1600;

/** Reads the line of a report out of a picture of its QR code; says where there is none in it. */
export function ReadCode({ onRead }: { onRead: (text: string) => void }) {
  const all = useWords();
  const words = all.reports.rollUp;
  const desk = useDesk();
  const [missed, setMissed] = useState(false);
  const read = async (file: File) => {
    setMissed(false);
    const small = await shrink(file).catch(() => undefined);
    const { texts } = small
      ? await desk.call("custody.readPicture", { picture: await inBase64(small) })
      : { texts: [] };
    const line = texts.find((text) => text.startsWith("MLBC"));
    if (line === undefined) setMissed(true);
    else onRead(line);
  };
  return (
    <>
      <FileButton
        accept="image/*"
        onChange={(file) => file && void read(file).catch((error: unknown) => notifyFault(all, error))}
      >
        {(button) => (
          <Button {...button} variant="default" w="fit-content" leftSection={<IconQrcode aria-hidden />}>
            {words.fromPicture}
          </Button>
        )}
      </FileButton>
      {missed && (
        <Text role="alert" size="sm">
          {words.noCode}
        </Text>
      )}
    </>
  );
}

/** A picture as JPEG, small enough to be handed to the desk; rejects what is none. */
async function shrink(file: Blob): Promise<Blob> {
  const image = await createImageBitmap(file);
  const scale = Math.min(1, side / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  return new Promise((resolve, reject) => {
    canvas.toBlob((made) => (made ? resolve(made) : reject(new Error("no picture"))), "image/jpeg", 0.9);
  });
}
