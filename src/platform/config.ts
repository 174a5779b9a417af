import path from 'node:path';
import { DEMO_SECRET, formFaults, isPort, productionFaults } from './config-faults.ts';

/** What the server is told from outside. Made by `readConfig` only, so whatever holds one holds a checked one. */
export interface Config {
	/** `production` refuses everything that is there for convenience in a demo. */
	mode: 'demo' | 'production';
	/** TCP port; 0 takes a free one. */
	port: number;
	/** Address to listen on. */
	host: string;
	/** Absolute directory of the embedded database, the uploaded files and the secrets made up for it. */
	dataDir: string;
	/** Your own PostgreSQL, as the role that the server runs as. Without it the embedded one is used. */
	databaseUrl?: string;
	/** The same database as its owner, for migrations; `databaseUrl` when left out. */
	databaseOwnerUrl?: string;
	/** Start of the demo clock: an instant or a date. */
	now?: string;
	/** Signs sessions. */
	secret: string;
	/** Address that people type, without a slash at the end. */
	publicUrl: string;
	/** GB/T 2260 code of the district. */
	jurisdiction: string;
	/** Whether the caller's address is taken from `X-Forwarded-For`, which a proxy in front sets. */
	behindProxy: boolean;
	/** A service that one can also sign in with. */
	oidc?: OidcConfig;
}

/** An OpenID Connect service that vouches for people, e.g. that of the province. */
export interface OidcConfig {
	issuer: string;
	clientId: string;
	clientSecret: string;
	/** Shown on the sign-in button; the host of the issuer when left out. */
	name: string;
}

/** One variable that cannot stand as it is. */
export interface ConfigFault {
	variable: string;
	problem: string;
	/** What would be right. */
	remedy: string;
}

/** Every fault of the configuration at once, so that nobody has to start five times. */
export class ConfigError extends Error {
	readonly code = 'CONFIG_INVALID';
	readonly faults: ConfigFault[];
	constructor(faults: ConfigFault[]) {
		const lines = faults.map(({ variable, problem, remedy }) => `  ${variable}: ${problem}. ${remedy}`);
		super(`The configuration cannot be used:\n${lines.join('\n')}`);
		this.name = 'ConfigError';
		this.faults = faults;
	}
}

/** Reads and checks the environment. An empty variable counts as left out. @throws ConfigError with every fault. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
	const given = (name: string) => env[name]?.trim() || undefined;
	const port = Number(given('PORT') ?? 3000);
	const now = given('ONEVISIT_NOW');
	const databaseUrl = given('DATABASE_URL');
	const databaseOwnerUrl = given('DATABASE_OWNER_URL');
	const oidc = readOidc(given);
	const config: Config = {
		mode: given('ONEVISIT_MODE') === 'production' ? 'production' : 'demo',
		port,
		host: given('ONEVISIT_HOST') ?? '127.0.0.1',
		dataDir: path.resolve(given('ONEVISIT_DATA') ?? '.onevisit'),
		secret: given('ONEVISIT_SECRET') ?? DEMO_SECRET,
		publicUrl: (given('ONEVISIT_URL') ?? `http://localhost:${isPort(port) ? port : 3000}`).replace(
			/\/+$/,
			'',
		),
		jurisdiction: given('ONEVISIT_JURISDICTION') ?? '370115',
		behindProxy: given('ONEVISIT_BEHIND_PROXY') === '1',
		...(databaseUrl && { databaseUrl }),
		...(databaseOwnerUrl && { databaseOwnerUrl }),
		...(now && { now }),
		...(oidc && { oidc }),
	};
	const faults = [
		...formFaults(config, given),
		...(config.mode === 'production' ? productionFaults(config, given('ONEVISIT_URL')) : []),
	];
	if (faults.length > 0) throw new ConfigError(faults);
	return config;
}

function readOidc(given: (name: string) => string | undefined): OidcConfig | undefined {
	const issuer = given('ONEVISIT_OIDC_ISSUER');
	if (!issuer) return undefined;
	return {
		issuer,
		clientId: given('ONEVISIT_OIDC_CLIENT_ID') ?? '',
		clientSecret: given('ONEVISIT_OIDC_CLIENT_SECRET') ?? '',
		name: given('ONEVISIT_OIDC_NAME') ?? (URL.canParse(issuer) ? new URL(issuer).host : issuer),
	};
}
