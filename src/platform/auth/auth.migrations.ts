import { sql } from 'kysely';
import { grantTo, type Migrations } from '../db/index.ts';

/** The tables of better-auth as its own schema helper draws them (a test compares), and our counter of attempts. */
const STATEMENTS = [
	'create schema auth',
	`create table auth."user" (
		"id" uuid primary key default gen_random_uuid(),
		"name" text not null,
		"email" text not null unique,
		"emailVerified" boolean not null default false,
		"image" text,
		"createdAt" timestamptz not null default current_timestamp,
		"updatedAt" timestamptz not null default current_timestamp,
		"username" text unique,
		"twoFactorEnabled" boolean default false,
		"demo" boolean not null default false
	)`,
	`create table auth.session (
		"id" uuid primary key default gen_random_uuid(),
		"expiresAt" timestamptz not null,
		"token" text not null unique,
		"createdAt" timestamptz not null default current_timestamp,
		"updatedAt" timestamptz not null,
		"ipAddress" text,
		"userAgent" text,
		"userId" uuid not null references auth."user" ("id") on delete cascade
	)`,
	`create table auth.account (
		"id" uuid primary key default gen_random_uuid(),
		"accountId" text not null,
		"providerId" text not null,
		"userId" uuid not null references auth."user" ("id") on delete cascade,
		"accessToken" text,
		"refreshToken" text,
		"idToken" text,
		"accessTokenExpiresAt" timestamptz,
		"refreshTokenExpiresAt" timestamptz,
		"scope" text,
		"password" text,
		"createdAt" timestamptz not null default current_timestamp,
		"updatedAt" timestamptz not null
	)`,
	`create table auth.verification (
		"id" uuid primary key default gen_random_uuid(),
		"identifier" text not null,
		"value" text not null,
		"expiresAt" timestamptz not null,
		"createdAt" timestamptz not null default current_timestamp,
		"updatedAt" timestamptz not null default current_timestamp
	)`,
	`create table auth."twoFactor" (
		"id" uuid primary key default gen_random_uuid(),
		"secret" text not null,
		"backupCodes" text not null,
		"userId" uuid not null references auth."user" ("id") on delete cascade,
		"verified" boolean,
		"failedVerificationCount" integer,
		"lockedUntil" timestamptz
	)`,
	'create index "session_userId_idx" on auth.session ("userId")',
	'create index "account_userId_idx" on auth.account ("userId")',
	'create index "verification_identifier_idx" on auth.verification ("identifier")',
	'create index "twoFactor_secret_idx" on auth."twoFactor" ("secret")',
	'create index "twoFactor_userId_idx" on auth."twoFactor" ("userId")',
	`create table auth.attempts (
		key text primary key,
		failures integer not null,
		since timestamptz not null
	)`,
	'create index attempts_since_idx on auth.attempts (since)',
];

const TABLES = ['user', 'session', 'account', 'verification', 'twoFactor', 'attempts'];

export const authMigrations: Migrations = {
	auth_001_accounts: {
		async up(db) {
			for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
			for (const table of TABLES)
				await grantTo(db, `auth.${table}`, ['select', 'insert', 'update', 'delete']);
		},
	},
};
