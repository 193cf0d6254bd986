/** A camera that is on. */
export type CameraView = {
  id: string;
  name: string;
  stream: MediaStream;
  width: number;
  height: number;
  cameras: readonly { id: string; name: string }[];
  close(): void;
};

/** More than any document camera has: each gives the most it can. */
const finest = { width: { ideal: 7680 }, height: { ideal: 5760 } };

/** Of JPEG, as scanners' pages have it. */
const quality = 0.92;

/** Turns a camera on at its finest, the given one or any; rejects where there is none or a person refuses. */
export async function openCamera(deviceId: string): Promise<CameraView> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { ...finest, ...(deviceId === "" ? {} : { deviceId: { exact: deviceId } }) },
  });
  const [track] = stream.getVideoTracks();
  if (!track) throw new Error("the camera gives no picture");
  const known = await navigator.mediaDevices.enumerateDevices();
  const cameras = known
    .filter(({ kind }) => kind === "videoinput")
    .map(({ deviceId: id, label }, at) => ({ id, name: label || `Camera ${at + 1}` }));
  const { deviceId: id = "", width = 0, height = 0 } = track.getSettings();
  return {
    id,
    name: (track.label || "Camera").slice(0, 100),
    stream,
    width,
    height,
    cameras,
    close: () => track.stop(),
  };
}

/** What the camera sees now, as JPEG in its own resolution, or narrower where `most` pixels of width are enough. */
export function takePicture(view: CameraView, frame: HTMLVideoElement, most = Infinity): Promise<Blob> {
  const canvas = document.createElement("canvas");
  const [width, height] = [frame.videoWidth || view.width, frame.videoHeight || view.height];
  canvas.width = Math.min(width, most);
  canvas.height = Math.round((height * canvas.width) / Math.max(1, width));
  canvas.getContext("2d")?.drawImage(frame, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (picture) => (picture ? resolve(picture) : reject(new Error("no picture"))),
      "image/jpeg",
      quality,
    );
  });
}
