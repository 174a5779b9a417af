import { maskCitizenId, maskName, maskPhone } from '../../platform/identity/index.ts';

type Form = Record<string, unknown>;

/** Fields of any form that hold personal data, and how each is masked. Company names and codes are public. */
const masks: Record<string, (text: string) => string> = {
	idNumber: maskCitizenId,
	phone: maskPhone,
	contact: maskName,
	representative: maskName,
};

/** A form for readers who do not need its personal data. */
export function maskForm(form: Form): Form {
	return Object.fromEntries(
		Object.entries(form).map(([field, value]) => {
			if (Array.isArray(value)) return [field, value.map((each) => (isForm(each) ? maskForm(each) : each))];
			if (isForm(value)) return [field, maskPerson(value)];
			return [field, typeof value === 'string' && masks[field] ? masks[field](value) : value];
		}),
	);
}

/** A group that describes a person, not an organisation, has its name and address masked, too. */
function maskPerson(group: Form): Form {
	const masked = maskForm(group);
	if (group['kind'] !== 'PERSON') return masked;
	const { name } = group;
	return {
		...masked,
		...(typeof name === 'string' && { name: maskName(name) }),
		...(masked['address'] !== undefined && { address: '***' }),
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
