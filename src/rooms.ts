import type { FastifyInstance } from 'fastify';
import { openReckoning, registerCalendar } from './modules/calendar/index.ts';
import { caseRules, countItemUses, registerCases } from './modules/cases/index.ts';
import { catalogRules, guideRoutes, registerCatalog, registerSearch } from './modules/catalog/index.ts';
import {
	type DemoAccount,
	type OrganisationFile,
	type Profile,
	registerOrganisation,
} from './modules/organisation/index.ts';
import { chinaDay } from './platform/clock.ts';
import type { DemoClock } from './platform/demo-clock.ts';
import type { Platform } from './platform/platform.ts';

export type { DemoAccount } from './modules/organisation/index.ts';

/** Furnishes the house, from the lowest floor up, and fills the demo. Answers the ways into the demo. */
export async function registerRooms(
	app: FastifyInstance,
	platform: Platform,
	demoClock: DemoClock | undefined,
	report?: (line: string) => void,
): Promise<{ accounts: DemoAccount[] }> {
	const { clock, jobs, relay } = platform;
	const reckoning = openReckoning();
	registerCalendar(app, reckoning.calendar);
	const { catalog, blanks } = await registerCatalog(app, platform, {
		uses: () => countItemUses(platform.db),
		...(report && { report }),
	});
	await registerSearch(app, platform, catalog);
	const organisation = registerOrganisation(app, platform, {
		permissions: [caseRules, catalogRules],
		calendar: reckoning.calendar,
		demoClock,
	});
	guideRoutes(app, {
		catalog,
		locales: platform.locales,
		publicUrl: platform.config.publicUrl,
		bureau: organisation.definition.bureau,
		blanks,
		today: () => chinaDay(clock.now()),
	});
	const cases = registerCases(app, platform, {
		catalog,
		reckoning,
		bureau: organOf(organisation.definition),
		knownApplicant: async (account) => applicantGroup(await organisation.findProfile(account)),
		staffNames: async () => {
			const staff = await organisation.staffAt(clock.now());
			return new Map(staff.map(({ id, name }) => [id, name]));
		},
		onCommit: relay.nudge,
	});
	const settle = async () => void (await cases.settle());
	await jobs.schedule('settle-cases', '*/10 * * * *', settle);
	demoClock?.onMoved(settle);
	if (!demoClock) return { accounts: [] };
	const { accounts, principals } = await organisation.seedDemo();
	await cases.seedDemo(principals);
	return { accounts };
}

/** The organ as its documents name it; documents are written in Chinese. */
function organOf({ bureau }: OrganisationFile) {
	return {
		name: bureau.name['zh-CN'],
		address: bureau.address.text['zh-CN'],
		hotline: bureau.hotline.number,
		government: bureau.reviewOrgan['zh-CN'],
	};
}

/** A profile as the first group of every application form. */
function applicantGroup(profile: Profile | undefined): Record<string, unknown> | undefined {
	if (!profile) return undefined;
	const { kind, name, idNumber, phone, company } = profile;
	const contact = { contact: name, ...(phone && { phone }) };
	if (kind === 'CITIZEN' || !company)
		return { kind: 'PERSON', name, ...(idNumber && { idNumber }), ...contact };
	const { creditCode } = company;
	return { kind: 'ORGANISATION', name: company.name, ...(creditCode && { creditCode }), ...contact };
}
