import { type IncomingMessage, request as askHttp } from "node:http";
import { request as askHttps } from "node:https";
import { pipeline } from "node:stream/promises";
import { readAnswer, reasonOf, saidByStatus, textOf } from "./answers.ts";
import { type DeliveredObject, OwnBytesFault, type Said } from "./connector.ts";

type Place = { target: URL; token: string; timeoutMs: number };

/** Where an object is put: under the address of the records, by its digest. */
export function placeOfObject(target: URL, sha256: string): URL {
  const place = new URL(target);
  place.pathname = `${place.pathname.replace(/\/+$/, "")}/objects/${sha256}`;
  return place;
}

/**
 * Puts an object where they do not say already that they have it (`HEAD`, answered with `x-content-sha256`). It is
 * streamed; it counts as taken in only with a receipt that names its SHA-256 (`{"sha256": …}`). The line may rest no
 * longer than the time that an answer may take, however long all of it takes. Throws `OwnBytesFault`.
 */
export async function putObject(place: Place, object: DeliveredObject): Promise<Said> {
  const headers = { authorization: `Bearer ${place.token}` };
  const url = placeOfObject(place.target, object.sha256);
  try {
    const known = await begin(place, url, "HEAD", headers).answered();
    known.resume();
    const { statusCode = 0 } = known;
    if (statusCode === 401 || statusCode === 403) return saidByStatus(statusCode, String(statusCode));
    if (statusCode === 200 && known.headers["x-content-sha256"] === object.sha256)
      return { outcome: "accepted", theirId: "", detail: "was there" };
    const put = begin(place, url, "PUT", {
      ...headers,
      ...{ "content-type": object.mediaType, "content-length": String(object.size) },
      ...{
        "x-content-sha256": object.sha256,
        "content-disposition": `attachment; filename="${object.name}"`,
      },
    });
    // Who refuses early answers before all is sent: what they said counts then.
    const sending = pipeline(object.read(), put.request).then(() => undefined, asIs);
    const answer = await put.answered().catch(asIs);
    const sent = await sending;
    if (sent instanceof OwnBytesFault) throw sent;
    if (answer instanceof Error) throw answer;
    const text = await textOf(answer);
    return saidOf(answer.statusCode ?? 0, text, object.sha256);
  } catch (fault) {
    if (fault instanceof OwnBytesFault) throw fault;
    return { outcome: "again", detail: reasonOf(fault) };
  }
}

function asIs(fault: unknown): Error {
  return fault instanceof Error ? fault : new Error(String(fault));
}

function begin({ timeoutMs }: Place, url: URL, method: "HEAD" | "PUT", headers: Record<string, string>) {
  const request = (url.protocol === "https:" ? askHttps : askHttp)(url, { method, headers });
  request.setTimeout(timeoutMs, () => request.destroy(new Error("no answer in time")));
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    request.on("response", resolve);
    request.on("error", reject);
  });
  answer.catch(() => undefined);
  return {
    request,
    answered: () => {
      if (method === "HEAD") request.end();
      return answer;
    },
  };
}

function saidOf(status: number, text: string, sha256: string): Said {
  const { id, sha256: theirs, detail } = readAnswer(text);
  const said = `${status} ${detail}`.trim();
  const isTaken = (status >= 200 && status < 300) || status === 409;
  if (!isTaken) return saidByStatus(status, said);
  if (theirs === sha256) return { outcome: "accepted", theirId: id ?? "", detail: said };
  const instead = theirs === "" ? "no SHA-256" : `the SHA-256 ${theirs}`;
  return { outcome: "again", detail: `${status}: their receipt names ${instead}, not ${sha256}` };
}
