export { DataLockedError } from './data-lock.ts';
export { grantTo, tenantTable } from './grants.ts';
export { type Migrations, migrate } from './migrate.ts';
export { type Db, openDb } from './open-db.ts';
export { joinDatabase, type RunningDatabase, startDatabase } from './start-database.ts';
