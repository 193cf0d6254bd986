export { mayEdit } from "#renderer/work/may-edit.ts";
