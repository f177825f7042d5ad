/** The version of the format of reports (`specs/schemas/report.schema.json`), as each of them begins. */
export const REPORT_VERSION = { lockstep: 1, version: 2 } as const;
