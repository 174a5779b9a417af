/** What is odd about a 统一社会信用代码. */
export type CreditCodeFault = 'LENGTH' | 'CHARACTERS' | 'ORGANISATION_CHECK' | 'CHECK_CHARACTER';

export type CreditCodeResult =
	| { ok: true; value: string }
	| { ok: false; value: string; fault: CreditCodeFault };

/** GB 32100-2015: no I, O, S, V, Z. */
export const CREDIT_CODE_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** 3^i mod 31. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** GB 11714: letters count from A = 10, not skipping any. */
const ORGANISATION_CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * The check character of a credit code.
 * @param body the first seventeen characters, all of them from {@link CREDIT_CODE_CHARACTERS}
 */
export function creditCodeCheckCharacter(body: string): string {
	const sum = WEIGHTS.reduce(
		(total, weight, index) => total + weight * CREDIT_CODE_CHARACTERS.indexOf(body.charAt(index)),
		0,
	);
	return CREDIT_CODE_CHARACTERS.charAt((31 - (sum % 31)) % 31);
}

/**
 * The check character of the organisation code in positions 9–17 (X means 10).
 * @param body its first eight characters
 */
export function organisationCodeCheckCharacter(body: string): string {
	const sum = ORGANISATION_WEIGHTS.reduce(
		(total, weight, index) => total + weight * ORGANISATION_CHARACTERS.indexOf(body.charAt(index)),
		0,
	);
	const check = (11 - (sum % 11)) % 11;
	return check === 10 ? 'X' : String(check);
}

/**
 * Reads a 统一社会信用代码 (GB 32100-2015). A fault is a reason to warn and never one to block:
 * early pilot codes such as 91350203M0001QAY9B are real and fail the check.
 */
export function readCreditCode(text: string): CreditCodeResult {
	const value = text.trim().toUpperCase();
	if (value.length !== 18) return { ok: false, value, fault: 'LENGTH' };
	if ([...value].some((character) => !CREDIT_CODE_CHARACTERS.includes(character))) {
		return { ok: false, value, fault: 'CHARACTERS' };
	}
	if (creditCodeCheckCharacter(value) !== value.charAt(17))
		return { ok: false, value, fault: 'CHECK_CHARACTER' };
	if (organisationCodeCheckCharacter(value.slice(8)) !== value.charAt(16)) {
		return { ok: false, value, fault: 'ORGANISATION_CHECK' };
	}
	return { ok: true, value };
}
