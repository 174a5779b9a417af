export { type Auth, applicant, createAuth, registerAuth } from './auth.ts';
export { refuseDemoInProduction } from './demo-refusal.ts';
export type { PrincipalSource } from './sessions.ts';
