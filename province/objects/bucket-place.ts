/** Where objects lie in a store that speaks S3, and with whose key they are asked for. */
export type BucketPlace = {
  endpoint: URL;
  bucket: string;
  /** Before each object's name; empty, or ends with a slash. */
  prefix: string;
  region: string;
  key: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
};

const bucketName = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const prefixName = /^[A-Za-z0-9._-]+(?:\/[A-Za-z0-9._-]+)*$/;
const loopback = new Set(["127.0.0.1", "localhost", "[::1]"]);

/**
 * Reads `OBJECTS_URL` (`s3://bucket/prefix?endpoint=https://…&region=…`); the key comes by `AWS_ACCESS_KEY_ID` and
 * `AWS_SECRET_ACCESS_KEY`, never by the address, which is shown and logged. Throws on what cannot be meant, and on an
 * endpoint that is neither TLS nor this machine. The message never repeats the address.
 */
export function readBucketPlace(
  text: string,
  environment: Readonly<Record<string, string | undefined>>,
): BucketPlace {
  const url = addressIn(text, "OBJECTS_URL");
  if (url.protocol !== "s3:") throw new Error("OBJECTS_URL does not begin with s3://");
  if (url.username !== "" || url.password !== "")
    throw new Error(
      "OBJECTS_URL has a key in it: hand it over as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
    );
  for (const name of url.searchParams.keys())
    if (name !== "endpoint" && name !== "region") throw new Error(`OBJECTS_URL has an unknown part: ${name}`);
  const bucket = url.hostname;
  if (!bucketName.test(bucket) || url.port !== "") throw new Error("OBJECTS_URL names no bucket");
  const prefix = url.pathname.replace(/^\/+|\/+$/g, "");
  if (prefix !== "" && (!prefixName.test(prefix) || /(?:^|\/)\.\.?(?:\/|$)/.test(prefix)))
    throw new Error("OBJECTS_URL: the prefix may have letters, digits, dots, hyphens and underscores alone");
  const region = url.searchParams.get("region") || environment["AWS_REGION"] || "us-east-1";
  const accessKeyId = environment["AWS_ACCESS_KEY_ID"] ?? "";
  const secretAccessKey = environment["AWS_SECRET_ACCESS_KEY"] ?? "";
  if (accessKeyId === "" || secretAccessKey === "")
    throw new Error("OBJECTS_URL needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
  const sessionToken = environment["AWS_SESSION_TOKEN"] ?? "";
  return {
    endpoint: endpointIn(url.searchParams.get("endpoint") ?? `https://s3.${region}.amazonaws.com`),
    ...{ bucket, region },
    prefix: prefix === "" ? "" : `${prefix}/`,
    key: { accessKeyId, secretAccessKey, ...(sessionToken === "" ? {} : { sessionToken }) },
  };
}

function endpointIn(text: string): URL {
  const endpoint = addressIn(text, "the endpoint in OBJECTS_URL");
  if (endpoint.username !== "" || endpoint.password !== "")
    throw new Error("the endpoint in OBJECTS_URL has a key in it");
  const safe =
    endpoint.protocol === "https:" || (endpoint.protocol === "http:" && loopback.has(endpoint.hostname));
  if (!safe) throw new Error("the endpoint in OBJECTS_URL is not https: (http: is for this machine alone)");
  if (endpoint.pathname !== "/" || endpoint.search !== "")
    throw new Error("the endpoint in OBJECTS_URL has a path");
  return endpoint;
}

function addressIn(text: string, name: string): URL {
  try {
    return new URL(text);
  } catch {
    throw new Error(`${name} is no address`);
  }
}
