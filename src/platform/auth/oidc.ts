/** An OpenID Connect service that vouches for people, e.g. that of the province. */
export interface OidcConfig {
	issuer: string;
	clientId: string;
	clientSecret: string;
	/** Shown on the sign-in button. */
	name: string;
}

/**
 * Reads `ONEVISIT_OIDC_{ISSUER,CLIENT_ID,CLIENT_SECRET,NAME}`.
 * @returns undefined when no issuer is set
 * @throws Error naming what is missing or wrong
 */
export function readOidc(env: NodeJS.ProcessEnv): OidcConfig | undefined {
	const issuer = env.ONEVISIT_OIDC_ISSUER;
	if (!issuer) return undefined;
	const clientId = env.ONEVISIT_OIDC_CLIENT_ID ?? '';
	const clientSecret = env.ONEVISIT_OIDC_CLIENT_SECRET ?? '';
	const missing = Object.entries({
		ONEVISIT_OIDC_CLIENT_ID: clientId,
		ONEVISIT_OIDC_CLIENT_SECRET: clientSecret,
	}).flatMap(([name, value]) => (value ? [] : [name]));
	if (missing.length > 0) throw new Error(`ONEVISIT_OIDC_ISSUER is set, but ${missing.join(' and ')} is not`);
	if (!URL.canParse(issuer)) throw new Error('ONEVISIT_OIDC_ISSUER is not an address (https://…)');
	return { issuer, clientId, clientSecret, name: env.ONEVISIT_OIDC_NAME ?? new URL(issuer).host };
}
