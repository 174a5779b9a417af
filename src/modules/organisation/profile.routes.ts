import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { requirePrincipal } from '../../platform/http/principal.ts';
import type { Language } from '../../platform/locales.ts';
import type { OrganisationPlatform } from './organisation.platform.ts';
import { PROFILE_KINDS } from './organisation.schema.ts';
import {
	changeProfile,
	findProfile,
	maskProfile,
	type Profile,
	profileWarnings,
	saveProfile,
} from './profiles.ts';

const text = (maxLength: number) => Type.String({ maxLength });
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

const ProfileBody = Type.Object(
	{
		kind: Type.Optional(Type.Enum(PROFILE_KINDS)),
		name: Type.Optional(text(100)),
		idNumber: Type.Optional(orNull(text(30))),
		phone: Type.Optional(orNull(text(30))),
		company: Type.Optional(
			orNull(
				Type.Object(
					{ name: text(200), creditCode: Type.Optional(orNull(text(30))) },
					{ additionalProperties: false },
				),
			),
		),
	},
	{ additionalProperties: false },
);

/** Numbers are masked; only whole ones are taken. */
const ProfileView = Type.Object({
	kind: Type.Enum(PROFILE_KINDS),
	name: Type.String(),
	idNumber: orNull(Type.String()),
	phone: orNull(Type.String()),
	company: orNull(Type.Object({ name: Type.String(), creditCode: orNull(Type.String()) })),
	/** Whether everything is there that an application needs. */
	complete: Type.Boolean(),
	warnings: Type.Array(Type.Object({ path: Type.String(), code: Type.String(), text: Type.String() })),
});

/** Everybody's own profile: real name, number, phone, company. */
export function registerProfileRoutes(app: FastifyInstance, platform: OrganisationPlatform): void {
	const { db, clock, locales } = platform;
	const routes = app.withTypeProvider<TypeBoxTypeProvider>();

	const view = (profile: Profile, language: Language) => ({
		...maskProfile(profile),
		complete: profile.idNumber !== null && profile.phone !== null,
		warnings: profileWarnings(profile).map(({ path, code }) => ({
			path,
			code,
			text: locales.t(language, `organisation.faults.${code}`),
		})),
	});

	routes.get(
		'/api/profile',
		{ schema: { tags: ['account'], summary: 'Own profile, masked', response: { 200: ProfileView } } },
		async (request) => {
			const { id, name } = requirePrincipal(request);
			return view((await findProfile(db, id)) ?? emptyProfile(name), request.language);
		},
	);

	routes.put(
		'/api/profile',
		{
			schema: {
				tags: ['account'],
				summary: 'Change the own profile; what is left out stays',
				'x-problems': ['SIGN_IN_REQUIRED', 'SESSION_LAPSED', 'PROFILE_INVALID'],
				body: ProfileBody,
				response: { 200: ProfileView },
			},
		},
		async (request) => {
			const { id, name, jurisdiction } = requirePrincipal(request);
			const before = (await findProfile(db, id)) ?? emptyProfile(name);
			const after = changeProfile(before, request.body);
			await saveProfile(db, { jurisdiction, accountId: id, at: clock.now() }, after);
			return view(after, request.language);
		},
	);
}

function emptyProfile(name: string): Profile {
	return { kind: 'CITIZEN', name, idNumber: null, phone: null, company: null };
}
