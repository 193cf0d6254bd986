/** The version that the province says it is. */
export const provinceVersion = "0.1.0";
