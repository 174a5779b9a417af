import type { Config, ConfigFault, OidcConfig } from './config.ts';

/** Known to everybody who can read; production refuses it. */
export const DEMO_SECRET = 'onevisit-demo-secret-not-for-production';

/** What the default or a copied example looks like. */
const PUBLIC_SECRET = /onevisit|change-?me|insecure|default|example/i;

/** Shorter secrets can be guessed from a cookie. */
const SECRET_MIN = 32;

const SECRET_REMEDY = 'Make one with: openssl rand -base64 48';

const POSTGRES = ['postgres:', 'postgresql:'];

/** Values that are not what they should be, in every mode. */
export function formFaults(config: Config, given: (name: string) => string | undefined): ConfigFault[] {
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
	return [...faults, ...oidcFaults(config.oidc)];
}

/** A service is configured whole or not at all. */
function oidcFaults(oidc: OidcConfig | undefined): ConfigFault[] {
	if (!oidc) return [];
	const faults: ConfigFault[] = [];
	if (!isUrl(oidc.issuer, ['http:', 'https:'])) {
		faults.push({
			variable: 'ONEVISIT_OIDC_ISSUER',
			problem: 'it is not an address',
			remedy: 'Use an address like https://id.example.gov.cn',
		});
	}
	const parts = { ONEVISIT_OIDC_CLIENT_ID: oidc.clientId, ONEVISIT_OIDC_CLIENT_SECRET: oidc.clientSecret };
	for (const [variable, value] of Object.entries(parts)) {
		if (value !== '') continue;
		faults.push({
			variable,
			problem: 'it is missing',
			remedy: 'The service of ONEVISIT_OIDC_ISSUER gives it',
		});
	}
	return faults;
}

/** What is fine in a demo and dangerous with real people's data. */
export function productionFaults(config: Config, url: string | undefined): ConfigFault[] {
	const faults: ConfigFault[] = [];
	if (PUBLIC_SECRET.test(config.secret)) {
		faults.push({
			variable: 'ONEVISIT_SECRET',
			problem: 'it is missing, the default, or copied from an example',
			remedy: SECRET_REMEDY,
		});
	} else if (config.secret.length < SECRET_MIN) {
		faults.push({
			variable: 'ONEVISIT_SECRET',
			problem: `it is shorter than ${SECRET_MIN} characters`,
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

/** Whether a number can be a TCP port; 0 asks for a free one. */
export function isPort(port: number): boolean {
	return Number.isInteger(port) && port >= 0 && port <= 65535;
}

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
