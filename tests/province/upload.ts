import { Upload } from "tus-js-client";

/** Uploads with the client desks use; answers when the province has acknowledged the last byte. */
export function upload(
  address: string,
  token: string,
  bytes: Buffer,
  digest: string,
  mediaType = "application/pdf",
) {
  return new Promise<void>((resolve, reject) => {
    new Upload(bytes, {
      endpoint: `${address}/objects`,
      chunkSize: 256 * 1024,
      retryDelays: [],
      metadata: { digest, mediaType },
      headers: { authorization: `Bearer ${token}` },
      onSuccess: () => resolve(),
      onError: reject,
    }).start();
  });
}
