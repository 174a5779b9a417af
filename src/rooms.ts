import type { FastifyInstance } from 'fastify';
import { openReckoning, registerCalendar } from './modules/calendar/index.ts';
import { caseRules, registerCases } from './modules/cases/index.ts';
import { registerCatalog } from './modules/catalog/index.ts';
import {
	type DemoAccount,
	type OrganisationFile,
	type Profile,
	registerOrganisation,
} from './modules/organisation/index.ts';
import type { DemoClock } from './platform/demo-clock.ts';
import type { Platform } from './platform/platform.ts';

export type { DemoAccount } from './modules/organisation/index.ts';

/** Furnishes the house, from the lowest floor up, and fills the demo. Answers the ways into the demo. */
export async function registerRooms(
	app: FastifyInstance,
	platform: Platform,
	demoClock: DemoClock | undefined,
): Promise<{ accounts: DemoAccount[] }> {
	const reckoning = openReckoning();
	registerCalendar(app, reckoning.calendar);
	const catalog = registerCatalog(app);
	const organisation = registerOrganisation(app, platform, {
		permissions: [caseRules],
		calendar: reckoning.calendar,
		demoClock,
	});
	const cases = registerCases(app, platform, {
		catalog,
		reckoning,
		bureau: letterhead(organisation.definition.bureau),
		knownApplicant: async (accountId) => applicantGroup(await organisation.findProfile(accountId)),
		staffNames: async () => {
			const staff = await organisation.staffAt(platform.clock.now());
			return new Map(staff.map(({ id, name }) => [id, name]));
		},
		onCommit: platform.relay.nudge,
	});
	const settle = async () => void (await cases.settle());
	await platform.jobs.schedule('settle-cases', '*/10 * * * *', settle);
	demoClock?.onMoved(settle);
	return { accounts: demoClock ? await organisation.seedDemo() : [] };
}

/** The organ as its documents name it; they are in Chinese. */
function letterhead({ name, address, hotline, reviewOrgan }: OrganisationFile['bureau']) {
	return {
		name: name['zh-CN'],
		address: address.text['zh-CN'],
		hotline: hotline.number,
		government: reviewOrgan['zh-CN'],
	};
}

/** What the bureau holds about an account, as the common form group `applicant` of data/catalog takes it. */
function applicantGroup(profile: Profile | undefined): Record<string, unknown> | undefined {
	if (!profile) return undefined;
	const { kind, name, idNumber, phone, company } = profile;
	const contact = { contact: name, ...(phone && { phone }) };
	if (kind === 'CITIZEN') return { kind: 'PERSON', name, ...(idNumber && { idNumber }), ...contact };
	if (!company) return { kind: 'ORGANISATION', ...contact };
	const { name: companyName, creditCode } = company;
	return { kind: 'ORGANISATION', name: companyName, ...(creditCode && { creditCode }), ...contact };
}
