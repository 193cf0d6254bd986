export const terms = {
  waits: "chờ tỉnh duyệt",
};
