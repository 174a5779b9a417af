import { authMigrations } from './platform/auth/index.ts';
import type { Migrations } from './platform/db/index.ts';
import { demoClockMigrations } from './platform/demo-clock.migrations.ts';

/** The migrations of the whole house, from the lowest floor up: one line for each part that has tables. */
export const allMigrations: Migrations[] = [authMigrations, demoClockMigrations];
