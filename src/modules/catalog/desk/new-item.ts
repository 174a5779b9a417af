/** Where an item begins that nobody has written yet: the shape without the words, which the check then asks for. */
export function newItem({
	code,
	effectiveFrom,
	jurisdiction,
}: {
	code: string;
	effectiveFrom: string;
	jurisdiction: string;
}): object {
	const text = () => ({ 'zh-CN': '', en: '' });
	return {
		code,
		version: 1,
		effectiveFrom,
		name: text(),
		summary: text(),
		aliases: { 'zh-CN': [], en: [] },
		theme: 'BUSINESS',
		standard: {
			catalog_code: null,
			task_code: null,
			local_task_code: `LOCAL-${jurisdiction}-${code.toUpperCase()}`,
			task_type: '01',
			use_level: '4',
			server_type: ['1', '2'],
			handle_type: ['1', '2'],
			limit_scene_num: 0,
		},
		organ: { name: text(), presence: 'TRANSFERRED' },
		legalBasis: [],
		conditions: [],
		rules: {
			limit: { basis: 'ART42_1', days: 20, unit: 'WD' },
			promiseDays: 20,
			onTheSpot: false,
			soleApproval: false,
			commitment: false,
			specialProcedures: [],
			hearing: 'ON_REQUEST',
			siteVisit: false,
			technicalInspection: false,
			safetyRelated: false,
			validityMonths: null,
		},
		materials: [],
		form: { parts: ['applicant'], schema: { properties: {} } },
		result: { name: text(), kind: 'LICENCE' },
		window: 'main-hall',
		fees: [],
		faq: [],
		confirm: [],
	};
}
