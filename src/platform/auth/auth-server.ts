import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { genericOAuth, twoFactor, username } from 'better-auth/plugins';
import type { Config, OidcConfig } from '../config.ts';
import type { Db } from '../db/index.ts';
import { PASSWORD_MAX, PASSWORD_MIN } from './password-policy.ts';

/** The header in which we hand the client's address to better-auth; what a client sends under that name is dropped. */
export const ADDRESS_HEADER = 'x-onevisit-client-address';

/** A working day and a bit: nobody signs in twice a day, and no forgotten session lives through the night and the next day. */
const SESSION_SECONDS = 12 * 60 * 60;
/** A session in use is prolonged at most this often. */
const SESSION_UPDATE_SECONDS = 60 * 60;

/**
 * The options of better-auth, whole: the migration test compares the tables with what these ask for.
 * Sessions live on the time of the machine: a demo clock must neither end nor prolong them.
 */
export function authOptions(db: Db, config: Config) {
	const { oidc } = config;
	const secure = config.mode === 'production';
	return {
		appName: 'OneVisit',
		baseURL: config.publicUrl,
		basePath: '/api/auth',
		secret: config.secret,
		database: { db: db.kysely, type: 'postgres', schemaName: 'auth', transaction: true },
		telemetry: { enabled: false },
		trustedOrigins: (request?: Request) => sameOrigin(request),
		emailAndPassword: {
			enabled: true,
			autoSignIn: true,
			minPasswordLength: PASSWORD_MIN,
			maxPasswordLength: PASSWORD_MAX,
		},
		user: {
			additionalFields: { demo: { type: 'boolean', required: false, defaultValue: false, input: false } },
		},
		account: { accountLinking: { enabled: false }, encryptOAuthTokens: true },
		session: { expiresIn: SESSION_SECONDS, updateAge: SESSION_UPDATE_SECONDS },
		// The frame limits sign-in per address (http/sign-in-limit.ts), lockout.ts per account; a third counter would only slow.
		rateLimit: { enabled: false },
		advanced: {
			cookiePrefix: 'onevisit',
			useSecureCookies: secure,
			// Said aloud, because the library would otherwise leave both out when it believes to be in a test.
			disableOriginCheck: false,
			disableCSRFCheck: false,
			defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
			ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
			database: { generateId: 'uuid' },
		},
		onAPIError: { errorURL: '/sign-in' },
		logger: { level: 'error' },
		plugins: [
			username({ minUsernameLength: 3, maxUsernameLength: 30, displayUsername: false }),
			twoFactor({ issuer: 'OneVisit', accountLockout: { maxFailedAttempts: 5, durationSeconds: 900 } }),
			...(oidc ? [genericOAuth({ config: [oidcProvider(oidc)] })] : []),
		],
	} satisfies BetterAuthOptions;
}

/** better-auth on our tables. */
export function createAuthServer(db: Db, config: Config) {
	return betterAuth(authOptions(db, config));
}

export type AuthServer = ReturnType<typeof createAuthServer>;

/**
 * A page served by this very host may call it, under whatever name people reach it (localhost, 127.0.0.1, the hall's name).
 * A foreign page cannot forge `Host`, so this is no wider than the same-origin rule.
 */
function sameOrigin(request?: Request): string[] {
	const host = request?.headers.get('host');
	return host ? [`http://${host}`, `https://${host}`] : [];
}

function oidcProvider(oidc: OidcConfig) {
	return {
		providerId: 'oidc',
		name: oidc.name,
		discoveryUrl: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
		clientId: oidc.clientId,
		clientSecret: oidc.clientSecret,
		scopes: ['openid', 'profile'],
		requireIdTokenVerification: true,
		// The identity service of a province gives no mail address; an account needs a unique one.
		mapProfileToUser: (profile: Record<string, unknown>) => ({
			email: `${String(profile.sub)}@oidc.invalid`,
			name: String(profile.name ?? profile.preferred_username ?? profile.sub),
		}),
	};
}
