import path from 'node:path';

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
}

/** Known to everybody who can read; production refuses it. */
const DEMO_SECRET = 'onevisit-demo-secret-not-for-production';

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
	};
	const faults = [
		...formFaults(config, given),
		...(config.mode === 'production' ? productionFaults(config, given('ONEVISIT_URL')) : []),
	];
	if (faults.length > 0) throw new ConfigError(faults);
	return config;
}

/** Values that are not what they should be, in every mode. */
function formFaults(config: Config, given: (name: string) => string | undefined): ConfigFault[] {
	const faults: ConfigFault[] = [];
	const check = (right: boolean, variable: string, remedy: string) => {
		if (!right) faults.push({ variable, problem: `"${hide(given(variable))}" is not allowed`, remedy });
	};
	const mode = given('ONEVISIT_MODE') ?? 'demo';
	check(mode === 'demo' || mode === 'production', 'ONEVISIT_MODE', 'Use demo or production');
	check(isPort(config.port), 'PORT', 'Use a number from 0 to 65535');
	check(
		isUrl(config.publicUrl, ['http:', 'https:']),
		'ONEVISIT_URL',
		'Use an address like https://approval.example.gov.cn',
	);
	check(
		/^\d{6}$/.test(config.jurisdiction),
		'ONEVISIT_JURISDICTION',
		'Use the six digits of GB/T 2260, like 370115',
	);
	check(
		['1', '0', undefined].includes(given('ONEVISIT_BEHIND_PROXY')),
		'ONEVISIT_BEHIND_PROXY',
		'Use 1 or 0',
	);
	check(
		config.now === undefined || isInstantOrDate(config.now),
		'ONEVISIT_NOW',
		'Use 2026-09-18 or 2026-09-18T09:00:00+08:00',
	);
	const remedy = 'Use an address like postgres://user:password@host:5432/database';
	check(!config.databaseUrl || isUrl(config.databaseUrl, POSTGRES), 'DATABASE_URL', remedy);
	check(!config.databaseOwnerUrl || isUrl(config.databaseOwnerUrl, POSTGRES), 'DATABASE_OWNER_URL', remedy);
	if (config.databaseOwnerUrl && !config.databaseUrl) {
		faults.push({
			variable: 'DATABASE_OWNER_URL',
			problem: 'it stands alone',
			remedy: 'Give DATABASE_URL too, or neither',
		});
	}
	return faults;
}

/** What is fine in a demo and dangerous with real people's data. */
function productionFaults(config: Config, url: string | undefined): ConfigFault[] {
	const faults: ConfigFault[] = [];
	if (config.secret === DEMO_SECRET) {
		faults.push({
			variable: 'ONEVISIT_SECRET',
			problem: 'it is missing or the default',
			remedy: SECRET_REMEDY,
		});
	} else if (config.secret.length < 32) {
		faults.push({
			variable: 'ONEVISIT_SECRET',
			problem: 'it is shorter than 32 characters',
			remedy: SECRET_REMEDY,
		});
	}
	if (!config.databaseUrl) {
		faults.push({
			variable: 'DATABASE_URL',
			problem: 'it is missing',
			remedy: 'Production uses a PostgreSQL (15 or newer) of your own, which you back up',
		});
	}
	if (!url) {
		faults.push({
			variable: 'ONEVISIT_URL',
			problem: 'it is missing',
			remedy: 'Give the https address that people type',
		});
	} else if (
		!config.publicUrl.startsWith('https:') &&
		!(config.behindProxy && isLoopback(config.publicUrl))
	) {
		faults.push({
			variable: 'ONEVISIT_URL',
			problem: 'it is not https, so passwords would travel in the clear',
			remedy:
				'Put TLS in front, see docs/deploy.md (http is allowed on localhost with ONEVISIT_BEHIND_PROXY=1, to try things out)',
		});
	}
	if (config.now) {
		faults.push({
			variable: 'ONEVISIT_NOW',
			problem: 'it would move legal deadlines',
			remedy: 'Leave it out',
		});
	}
	return faults;
}

function isPort(port: number): boolean {
	return Number.isInteger(port) && port >= 0 && port <= 65535;
}

const POSTGRES = ['postgres:', 'postgresql:'];
const SECRET_REMEDY = 'Make one with: openssl rand -base64 48';

function isUrl(text: string, protocols: string[]): boolean {
	return URL.canParse(text) && protocols.includes(new URL(text).protocol);
}

function isLoopback(url: string): boolean {
	return URL.canParse(url) && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}

/** `2026-02-30` parses in JavaScript, as March; it is not a day. An instant must say its offset. */
function isInstantOrDate(text: string): boolean {
	const parts = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/.exec(text);
	const day = parts?.[1];
	if (!day || Number.isNaN(Date.parse(text))) return false;
	return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

/** A password in an address stays out of the message, which ends in logs. */
function hide(value: string | undefined): string {
	return (value ?? '').replace(/:\/\/[^@/]*@/, '://…@');
}
