import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { chinaDay } from '../../platform/clock.ts';
import type { Language, Locales } from '../../platform/locales.ts';
import { type PermissionBuilder, permissionsOf } from '../../platform/permissions.ts';
import type { OrganisationPlatform } from './organisation.platform.ts';
import { type Bureau, wordsIn } from './organisation.schema.ts';

const SessionView = Type.Object({
	principal: Type.Union([
		Type.Object({
			id: Type.String(),
			username: Type.String(),
			name: Type.String(),
			roles: Type.Array(Type.String()),
			/** Codes of the items that they may handle alone. */
			soleItems: Type.Array(Type.String()),
			/** CASL raw rules of all rooms; the browser builds its ability from them. */
			permissions: Type.Array(Type.Unknown()),
		}),
		Type.Null(),
	]),
	bureau: Type.Object({
		name: Type.String(),
		address: Type.String(),
		hotline: Type.String(),
		hours: Type.String(),
	}),
	demo: Type.Object({ enabled: Type.Boolean(), now: Type.Union([Type.String(), Type.Null()]) }),
	/** The day in China. */
	today: Type.String(),
	now: Type.String(),
	/** Name of the identity service that one can also sign in with. */
	identityService: Type.Union([Type.String(), Type.Null()]),
});

/** Who is here, where, what day it is, and what they may do: the first question of every page. */
export function registerSessionRoute(
	app: FastifyInstance,
	platform: OrganisationPlatform,
	known: { bureau: Bureau; permissions: readonly PermissionBuilder[] },
): void {
	const { clock, config, locales, auth } = platform;
	app.withTypeProvider<TypeBoxTypeProvider>().get(
		'/api/session',
		{
			schema: {
				tags: ['account'],
				summary: 'Who is signed in, the bureau, the day',
				response: { 200: SessionView },
			},
		},
		async ({ principal, language }) => {
			const now = clock.now();
			const demo = config.mode === 'demo';
			return {
				principal: principal
					? {
							id: principal.id,
							username: principal.username,
							name: principal.name,
							roles: [...principal.roles],
							soleItems: [...principal.soleItems],
							permissions: permissionsOf(principal, known.permissions),
						}
					: null,
				bureau: bureauView(known.bureau, locales, language),
				demo: { enabled: demo, now: demo ? now.toISOString() : null },
				today: chinaDay(now),
				now: now.toISOString(),
				identityService: auth.identityService,
			};
		},
	);
}

/** The bureau in a language; what no source confirms says so. */
function bureauView(bureau: Bureau, locales: Locales, language: Language) {
	const declared = (text: string, confirmed: boolean) =>
		confirmed ? text : locales.t(language, 'organisation.toBeConfirmed', { text });
	const { name, address, hours, hotline } = bureau;
	return {
		name: wordsIn(name, language),
		address: declared(wordsIn(address.text, language), address.confirmed),
		hours: declared(wordsIn(hours.text, language), hours.confirmed),
		hotline: declared(hotline.number, hotline.confirmed),
	};
}
