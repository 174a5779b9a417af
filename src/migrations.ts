import { casesMigrations } from './modules/cases/cases.migrations.ts';
import { countingMigrations } from './modules/cases/counting.migrations.ts';
import { catalogMigrations } from './modules/catalog/catalog.migrations.ts';
import { searchMissesMigrations } from './modules/catalog/search-misses.migrations.ts';
import { organisationMigrations } from './modules/organisation/organisation.migrations.ts';
import { authMigrations } from './platform/auth/auth.migrations.ts';
import type { Migrations } from './platform/db/index.ts';
import { demoClockMigrations } from './platform/demo-clock.migrations.ts';
import { platformMigrations } from './platform/platform.migrations.ts';

/**
 * The migrations of the whole house: one line for each part that has tables. They are imported from their own
 * files and not through the rooms' doors, so that migrating loads nothing else.
 */
export const allMigrations: Migrations[] = [
	platformMigrations,
	authMigrations,
	demoClockMigrations,
	catalogMigrations,
	searchMissesMigrations,
	organisationMigrations,
	casesMigrations,
	countingMigrations,
];
