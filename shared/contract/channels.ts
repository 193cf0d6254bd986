/** The two channels between Electron's preload script and its main process. */
export const callChannel = "mucluc:call";
export const eventChannel = "mucluc:event";
