export { DataLockedError } from './data-lock.ts';
export { grantTo, type Privilege, tenantTable } from './grants.ts';
export { type Migrations, migrate } from './migrate.ts';
export { type Db, type DbOptions, openDb } from './open-db.ts';
export type { Database } from './schema.ts';
export { joinDatabase, type RunningDatabase, startDatabase } from './start-database.ts';
