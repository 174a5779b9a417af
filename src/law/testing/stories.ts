import type { Calendar } from '../calendar.ts';
import type { CommandOf } from '../commands.ts';
import type { ItemRules } from '../item-rules.ts';
import type { LawOptions } from '../options.ts';
import { type Scenario, scenario } from './scenario.ts';

export const submit: CommandOf<'Submit'> = {
	type: 'Submit',
	materials: ['form', 'plan', 'proof'],
	channel: 'ONLINE',
};
export const threeStep: CommandOf<'Accept'> = { type: 'Accept', procedure: 'THREE_STEP' };
export const sole: CommandOf<'Accept'> = { type: 'Accept', procedure: 'SOLE' };
export const review: CommandOf<'Review'> = { type: 'Review', opinion: 'GRANT', text: 'meets the conditions' };
export const refusal: CommandOf<'Refuse'> = { type: 'Refuse', reasons: 'no second exit', basis: 'a law' };
export const deliver: CommandOf<'Deliver'> = {
	type: 'Deliver',
	method: 'WINDOW',
	recipient: 'applicant',
	proof: 'signature',
};

type Begin = (item?: Partial<ItemRules>, options?: Partial<LawOptions>) => Scenario;

/** Beginnings that many stories share; they begin on Monday, 2 March 2026. */
export function beginnings(calendar: Calendar): Record<'begin' | 'underReview' | 'licensed', Begin> {
	const begin: Begin = (item, options) => scenario(calendar, item, options);
	const underReview: Begin = (item, options) =>
		begin(item, options)
			.does('2026-03-02', 'applicant', submit)
			.does('2026-03-02', 'clerk', threeStep)
			.does('2026-03-03', 'reviewer', { type: 'StartReview' });
	const licensed: Begin = (item, options) =>
		underReview(item, options)
			.does('2026-03-04', 'reviewer', review)
			.does('2026-03-05', 'approver', { type: 'Grant' })
			.does('2026-03-06', 'clerk', deliver);
	return { begin, underReview, licensed };
}
