import { organisationMigrations } from './modules/organisation/index.ts';
import { authMigrations } from './platform/auth/auth.migrations.ts';
import type { Migrations } from './platform/db/index.ts';
import { demoClockMigrations } from './platform/demo-clock.migrations.ts';
import { platformMigrations } from './platform/platform.migrations.ts';

/** The migrations of the whole house, from the lowest floor up: one line for each part that has tables. */
export const allMigrations: Migrations[] = [
	platformMigrations,
	authMigrations,
	demoClockMigrations,
	organisationMigrations,
];
