import { maskCitizenId, maskName, maskPhone } from '../../platform/identity/index.ts';
import { declaredFields, type JsonSchema } from '../catalog/index.ts';

type Form = Record<string, unknown>;

/** Formats of personal data, and how each is masked. Names and codes of organisations are public. */
const masks: Record<string, (text: string) => string> = {
	'citizen-id': maskCitizenId,
	'phone-cn': maskPhone,
	'person-name': maskName,
};

const HIDDEN = '***';

/** A form for readers who do not need its personal data: the item's schema says by formats where that is. */
export function maskForm(schema: JsonSchema, form: Form): Form {
	const fields = declaredFields(schema);
	const masked = Object.fromEntries(
		Object.entries(form).map(([name, value]) => [name, maskValue(fields.get(name), value)]),
	);
	return form['kind'] === 'PERSON' ? maskPerson(masked) : masked;
}

/** What the schema does not know is hidden: nobody has said that it is not personal. */
function maskValue(field: JsonSchema | undefined, value: unknown): unknown {
	if (!field) return HIDDEN;
	if (Array.isArray(value)) return value.map((each) => maskValue(field['items'] as JsonSchema, each));
	if (isForm(value)) return maskForm(field, value);
	const mask = masks[String(field['format'])];
	return mask && typeof value === 'string' ? mask(value) : value;
}

/** A group that describes a person, not an organisation, has its name and address masked, too. */
function maskPerson(group: Form): Form {
	const { name, address } = group;
	return {
		...group,
		...(typeof name === 'string' && { name: maskName(name) }),
		...(address !== undefined && { address: HIDDEN }),
	};
}

function isForm(value: unknown): value is Form {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The applicant as the common form part names them. */
export function applicantOf(form: Form): { name: string; isPerson: boolean } {
	const group = isForm(form['applicant']) ? form['applicant'] : {};
	return {
		name: typeof group['name'] === 'string' ? group['name'] : '',
		isPerson: group['kind'] === 'PERSON',
	};
}

/** The applicant's name for lists: whole for organisations, masked for people. */
export function maskedApplicant(form: Form, name: string): string {
	return applicantOf(form).isPerson ? maskName(name) : name;
}

/** People whose own matter it is: a person who applies, and whoever represents an organisation. */
export function actsFor(form: Form): string[] {
	const group = isForm(form['applicant']) ? form['applicant'] : {};
	const names = [group['kind'] === 'PERSON' ? group['name'] : undefined, group['representative']];
	return names.filter((name) => typeof name === 'string');
}
