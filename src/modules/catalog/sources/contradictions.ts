/** Rules that a schema cannot say: what contradicts the law, itself, or the reader's language. */
import type { Definition, Fault, Path } from '../../../platform/definitions/index.ts';
import type { Item, ItemFile } from '../catalog.schema.ts';
import { isNode, type JsonSchema } from '../form/form.ts';
import { shapeFaults } from '../form/form-shape.ts';
import { situationFaults } from '../situations/situation-faults.ts';

/** Formats that the platform checks (form/form-check.ts), and those of the schema library that forms may use. */
const FORM_FORMATS = ['citizen-id', 'uscc', 'phone-cn', 'person-name', 'plain-date', 'email', 'uri'];

/** Everything in which an item, complete with its parts, contradicts itself. */
export function contradictions(definition: Definition<ItemFile>, item: Item): Fault[] {
	return [
		...limitFaults(definition, item),
		...procedureFaults(definition, item),
		...materialFaults(definition, item),
		...confirmFaults(definition, item),
		...situationFaults(definition, item),
	];
}

function limitFaults(definition: Definition<ItemFile>, { rules, limits, standard }: Item): Fault[] {
	const { fault } = definition;
	const { onTheSpot } = rules;
	const faults = oneLimit(definition, ['rules'], { ...rules, onTheSpot });
	limits.forEach(({ limit = rules.limit, promiseDays }, index) => {
		faults.push(...oneLimit(definition, ['limits', index], { limit, promiseDays, onTheSpot }));
	});
	if (rules.renewal && rules.validityMonths === null) {
		faults.push(fault(['rules', 'renewal'], 'RENEWAL_WITHOUT_VALIDITY'));
	}
	if (standard.limit_scene_num === 0 && !standard.handle_type.includes('2')) {
		faults.push(fault(['standard', 'limit_scene_num'], 'NO_VISIT_WITHOUT_WEB'));
	}
	return faults;
}

/** The limit of the item as a whole, or of one situation. */
function oneLimit(
	{ fault }: Definition<ItemFile>,
	path: Path,
	{ limit, promiseDays, onTheSpot }: Pick<Item['rules'], 'limit' | 'promiseDays' | 'onTheSpot'>,
): Fault[] {
	const faults: Fault[] = [];
	const act = { ART42_1: 20, ART42_2: 45, SPECIAL_LAW: undefined }[limit.basis];
	if (act !== undefined && (limit.days !== act || limit.unit !== 'WD' || limit.extension)) {
		faults.push(fault([...path, 'limit'], 'NOT_ART42', { basis: limit.basis, days: act }));
	}
	const at = [...path, 'promiseDays'];
	// Five working days span at least seven calendar days.
	const promised = limit.unit === 'WD' ? promiseDays : Math.ceil((promiseDays * 7) / 5);
	if (promised > limit.days)
		faults.push(fault(at, 'PROMISE_ABOVE_LIMIT', { promise: promiseDays, limit: limit.days }));
	if (onTheSpot && promiseDays > 1) faults.push(fault(at, 'ON_THE_SPOT_PROMISE', { promise: promiseDays }));
	return faults;
}

function procedureFaults({ fault }: Definition<ItemFile>, { rules }: Item): Fault[] {
	const faults = rules.specialProcedures.flatMap((special, index) =>
		special.basis.trim() === ''
			? [
					fault(['rules', 'specialProcedures', index, 'basis'], 'SPECIAL_WITHOUT_BASIS', {
						kind: special.kind,
					}),
				]
			: [],
	);
	if (rules.commitment && rules.safetyRelated)
		faults.push(fault(['rules', 'commitment'], 'COMMITMENT_ON_SAFETY'));
	const slow: string[] = (['siteVisit', 'technicalInspection'] as const).filter((key) => rules[key]);
	if (rules.hearing === 'MANDATORY') slow.push('hearing');
	if (rules.onTheSpot) faults.push(...slow.map((key) => fault(['rules', key], 'ON_THE_SPOT_SLOW', { key })));
	return faults;
}

function materialFaults({ fault }: Definition<ItemFile>, { rules, materials }: Item): Fault[] {
	const faults: Fault[] = [];
	const seen = new Set<string>();
	materials.forEach((material, index) => {
		const { code, necessity } = material;
		const at = (field: string) => ['materials', index, field];
		if (seen.has(code)) faults.push(fault(at('code'), 'MATERIAL_TWICE', { code }));
		seen.add(code);
		if (necessity === 'TOLERABLE' && rules.onTheSpot)
			faults.push(fault(at('necessity'), 'ON_THE_SPOT_TOLERANCE', { code }));
		if (necessity === 'TOLERABLE' && material.toleranceDays === undefined) {
			faults.push(fault(at('toleranceDays'), 'TOLERANCE_WITHOUT_DAYS', { code }));
		}
		if (necessity !== 'TOLERABLE' && material.toleranceDays !== undefined) {
			faults.push(fault(at('toleranceDays'), 'DAYS_WITHOUT_TOLERANCE', { code }));
		}
		if (necessity === 'BY_PROMISE' && !material.commitment)
			faults.push(fault(at('commitment'), 'PROMISE_WITHOUT_TEXT', { code }));
		if (necessity === 'BY_PROMISE' && !rules.commitment)
			faults.push(fault(at('necessity'), 'PROMISE_NOT_ALLOWED', { code }));
		if (material.source !== 'APPLICANT' && !material.issuer)
			faults.push(fault(at('issuer'), 'SOURCE_WITHOUT_ISSUER', { code }));
	});
	if (rules.commitment && !materials.some(({ necessity }) => necessity === 'BY_PROMISE')) {
		faults.push(fault(['rules', 'commitment'], 'COMMITMENT_WITHOUT_MATERIAL'));
	}
	return faults;
}

function confirmFaults({ fault }: Definition<ItemFile>, item: Item): Fault[] {
	return item.confirm.flatMap(({ field }, index) => {
		let node: unknown = item;
		for (const step of field.split('.')) node = memberOf(node, step);
		return node === undefined ? [fault(['confirm', index, 'field'], 'CONFIRM_NOWHERE', { field })] : [];
	});
}

/** A member of an object, or of a list by its code, statute or place: a code outlives a new order. */
function memberOf(node: unknown, step: string): unknown {
	if (!Array.isArray(node)) return (node as Record<string, unknown> | undefined)?.[step];
	return node.find((each) => [each?.code, each?.statute].includes(step)) ?? node[Number(step)];
}

/** Texts whose English still holds Chinese characters. */
export function textFaults<T>({ value, fault }: Definition<T>): Fault[] {
	const faults: Fault[] = [];
	const walk = (node: unknown, path: Path) => {
		if (typeof node !== 'object' || node === null) return;
		const record = node as Record<string, unknown>;
		if (
			typeof record['zh-CN'] === 'string' &&
			typeof record.en === 'string' &&
			/\p{Script=Han}/u.test(record.en)
		) {
			faults.push(fault([...path, 'en'], 'UNTRANSLATED', { text: record['zh-CN'] }));
		}
		for (const [key, child] of Object.entries(record))
			walk(child, [...path, Array.isArray(node) ? Number(key) : key]);
	};
	walk(value, []);
	return faults;
}

/** Fields without a title in both languages, unknown formats, required fields that do not exist. */
export function formFaults<T>(definition: Definition<T>, schema: JsonSchema, path: Path): Fault[] {
	const { fault } = definition;
	const faults = shapeFaults(definition, schema, path);
	if (faults.length > 0) return faults;
	const walk = (node: JsonSchema, at: Path) => {
		const properties = (node.properties ?? {}) as Record<string, JsonSchema>;
		for (const [name, field] of Object.entries(properties)) {
			if (!at.includes('if')) faults.push(...fieldFaults(fault, field, [...at, 'properties', name], name));
			walk(field, [...at, 'properties', name]);
		}
		((node.required ?? []) as string[]).forEach((name, index) => {
			if (!at.includes('if') && at.length === path.length && !(name in properties)) {
				faults.push(fault([...at, 'required', index], 'REQUIRED_NOWHERE', { name }));
			}
		});
		for (const key of ['if', 'then', 'else', 'items'] as const) {
			if (isNode(node[key])) walk(node[key], [...at, key]);
		}
		((node.allOf ?? []) as JsonSchema[]).forEach((each, index) => void walk(each, [...at, 'allOf', index]));
	};
	walk(schema, path);
	return faults;
}

function fieldFaults(
	fault: Definition<unknown>['fault'],
	field: JsonSchema,
	at: Path,
	name: string,
): Fault[] {
	const faults: Fault[] = [];
	const translated = (value: unknown) =>
		isNode(value) && [value['zh-CN'], value.en].every((each) => typeof each === 'string' && each !== '');
	if (!translated(field.title)) faults.push(fault([...at, 'title'], 'FIELD_WITHOUT_TITLE', { name }));
	if (field.description !== undefined && !translated(field.description))
		faults.push(fault([...at, 'description'], 'FIELD_WITHOUT_TITLE', { name }));
	((field.oneOf ?? []) as JsonSchema[]).forEach((choice, index) => {
		if (!translated(choice.title))
			faults.push(fault([...at, 'oneOf', index], 'FIELD_WITHOUT_TITLE', { name }));
	});
	const format = field.format;
	if (typeof format === 'string' && !FORM_FORMATS.includes(format)) {
		faults.push(fault([...at, 'format'], 'FORMAT_UNKNOWN', { format, allowed: FORM_FORMATS.join(', ') }));
	}
	return faults;
}
