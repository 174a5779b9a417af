import type { Migrations } from './platform/db/index.ts';

/** The migrations of the whole house, from the lowest floor up: one line for each part that has tables. */
export const allMigrations: Migrations[] = [];
