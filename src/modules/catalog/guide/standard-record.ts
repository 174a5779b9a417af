import type { Item } from '../catalog.schema.ts';
import { textIn } from '../form/form.ts';

/** The organ that publishes the list. */
export interface Publisher {
	name: string;
	/** 统一社会信用代码. */
	creditCode: string;
	language: string;
}

/** Codes that GB/T 39046-2020 does not give; after the dictionaries in use (facts, section 4.2), for the bureau to confirm. */
const SOURCE_TYPES = { APPLICANT: '10', GOVERNMENT: '20', OTHER: '99' } as const;
const MATERIAL_TYPES = { ORIGINAL: '1', COPY: '2', BOTH: '3' } as const;
const MATERIAL_FORMATS = { PAPER: '1', ELECTRONIC: '2', BOTH: '3' } as const;
const NECESSITIES = { REQUIRED: '1', OPTIONAL: '2', TOLERABLE: '3', BY_PROMISE: '1' } as const;
const UNITS = { WD: '1', CD: '2' } as const;

/** An item under the field names of the national implementation list (实施清单, GB/T 39046-2020). */
export function toStandardRecord(item: Item, publisher: Publisher) {
	const say = (text: Parameters<typeof textIn>[0] | undefined) => text && textIn(text, publisher.language);
	const { standard, rules, window } = item;
	return {
		...standard,
		local_catalog_code: item.code,
		task_name: say(item.name),
		task_version: String(item.version),
		/** 1: in use. */
		task_state: '1',
		dept_name: publisher.name,
		dept_code: publisher.creditCode,
		power_source: say(item.authority),
		by_law: item.legalBasis.map((basis) => basisText(basis, publisher.language)),
		accept_condition: item.conditions.map((each) => say(each)),
		anticipate_day: rules.limit.days,
		anticipate_type: UNITS[rules.limit.unit],
		promise_day: rules.promiseDays,
		promise_type: UNITS.WD,
		special_procedure: rules.specialProcedures.map(({ kind, basis }) => `${kind} ${basis}`),
		/** 办件类型: 1 on the spot, 2 with a promise. */
		project_type: rules.onTheSpot ? '1' : '2',
		is_fee: item.fees.length > 0 ? '1' : '0',
		fee_list: item.fees.map((fee) => ({
			fee_name: say(fee.name),
			fee_stand: say(fee.standard),
			fee_basis: basisText(fee.basis, publisher.language),
			is_desc: fee.reduction ? '1' : '0',
			desc_explain: say(fee.reduction),
		})),
		transact_addr: say(window.address),
		transact_time: say(window.hours),
		link_way: window.hotline,
		supervise_way: window.complaint,
		result_name: say(item.result.name),
		count_limit: say(item.quantityLimit),
		union_dept: (item.jointOrgans ?? []).map((each) => say(each)),
		plan_effective_date: item.effectiveFrom,
		plan_cancel_date: item.cancelledFrom,
		material_list: item.materials.map((material, index) => ({
			name: say(material.name),
			material_code: material.code,
			is_need: NECESSITIES[material.necessity],
			material_type: MATERIAL_TYPES[material.type],
			material_format: MATERIAL_FORMATS[material.form],
			source_type: SOURCE_TYPES[material.source],
			source_explain: say(material.issuer),
			page_num: material.copies,
			by_law: basisText(material.basis, publisher.language),
			accept_stand: say(material.acceptStandard),
			fill_explain: say(material.sample),
			situation: say(material.condition),
			order_num: index + 1,
		})),
		question_list: item.faq.map(({ question, answer }) => ({ question: say(question), answer: say(answer) })),
		/** Values that the bureau has yet to confirm: nobody should take them for law. */
		unconfirmed: item.confirm.map(({ field, note }) => ({ field, note: say(note) })),
	};
}

/** 《食品安全法》第35条, or the statute alone; marked while nobody has confirmed it. */
function basisText({ name, articles, sure }: Item['legalBasis'][number], language: string) {
	return { statute: textIn(name, language), ...(articles && { articles }), confirmed: sure };
}
