export { authMigrations } from './auth.migrations.ts';
export { authProblems } from './auth.problems.ts';
export { type Auth, applicant, createAuth, registerAuth } from './auth.ts';
export { refuseDemoInProduction } from './demo-refusal.ts';
export { type OidcConfig, readOidc } from './oidc.ts';
export type { Account, PrincipalSource } from './sessions.ts';
