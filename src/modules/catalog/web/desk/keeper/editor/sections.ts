/** The parts of an item in the order in which people think of them, and what of the file belongs to each. */

export const SECTIONS = {
	basics: [
		'name',
		'summary',
		'aliases',
		'theme',
		'organ',
		'window',
		'authority',
		'jointOrgans',
		'quantityLimit',
		'services',
		'cancelledFrom',
	],
	standard: ['standard'],
	legal: ['legalBasis'],
	conditions: ['conditions', 'reviewStandards', 'intermediaries'],
	rules: ['rules', 'limits'],
	questions: ['questions', 'warnings'],
	materials: ['materials'],
	form: ['form'],
	fees: ['fees'],
	result: ['result'],
	faq: ['faq'],
	confirm: ['confirm'],
	effect: ['effectiveFrom'],
} as const;

export type Section = keyof typeof SECTIONS;
export const SECTION_NAMES = Object.keys(SECTIONS) as Section[];

/** The section in which a value is edited: by the first step of its way. What has no place of its own is told with the basics. */
export function sectionOf(way: string): Section {
	const first = way.split(/[.[]/)[0] ?? '';
	return SECTION_NAMES.find((name) => (SECTIONS[name] as readonly string[]).includes(first)) ?? 'basics';
}
