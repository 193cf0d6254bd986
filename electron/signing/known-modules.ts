import { existsSync } from "node:fs";

/** Where modules of tokens usually are: OpenSC (cards and many tokens), SafeNet eToken, SoftHSM. */
const usual = {
  win32: [
    "C:\\Program Files\\OpenSC Project\\OpenSC\\pkcs11\\opensc-pkcs11.dll",
    "C:\\Windows\\System32\\eTPKCS11.dll",
  ],
  linux: [
    "/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so",
    "/usr/lib/libeTPkcs11.so",
    "/usr/lib/softhsm/libsofthsm2.so",
  ],
  darwin: ["/Library/OpenSC/lib/opensc-pkcs11.so", "/usr/local/lib/libeTPkcs11.dylib"],
};

/** Modules that are on this machine at their usual places; a person may name another. */
export function knownModules(platform: NodeJS.Platform = process.platform): string[] {
  const paths = platform === "win32" || platform === "darwin" ? usual[platform] : usual.linux;
  return paths.filter((path) => existsSync(path));
}
