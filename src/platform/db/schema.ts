/** Written by `npm run db:types` from a freshly migrated database. */
// biome-ignore lint/suspicious/noEmptyInterface: no tables yet.
export interface Database {}
