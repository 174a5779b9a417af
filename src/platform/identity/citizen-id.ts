/** Why a number cannot be a 公民身份号码. */
export type CitizenIdFault = 'LENGTH' | 'CHARACTERS' | 'REGION' | 'DATE' | 'CHECK_DIGIT';

export type CitizenIdResult =
	| { ok: true; value: string; birthDate: string; region: string }
	| { ok: false; fault: CitizenIdFault };

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/**
 * The first two digits of GB/T 2260, the provinces. The four digits behind them are not checked against a list:
 * numbers keep the code of the county of birth registration after it was renamed (370125 is now 370115).
 */
const PROVINCES = new Set(
	'11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
		' ',
	),
);

/**
 * The check character of GB 11643-1999 for the first seventeen digits.
 * @param digits seventeen digits
 */
export function citizenIdCheckCharacter(digits: string): string {
	const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
	return CHECK_CHARACTERS.charAt(sum % 11);
}

/**
 * Reads a 公民身份号码 (GB 11643-1999): spaces around it and a small x are forgiven, nothing else.
 * A wrong number blocks: it cannot belong to anybody.
 */
export function readCitizenId(text: string): CitizenIdResult {
	const value = text.trim().toUpperCase();
	if (value.length !== 18) return { ok: false, fault: 'LENGTH' };
	if (!/^\d{17}[\dX]$/.test(value)) return { ok: false, fault: 'CHARACTERS' };
	const region = value.slice(0, 6);
	if (!PROVINCES.has(region.slice(0, 2))) return { ok: false, fault: 'REGION' };
	const birthDate = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;
	if (!isDate(birthDate)) return { ok: false, fault: 'DATE' };
	if (citizenIdCheckCharacter(value) !== value.charAt(17)) return { ok: false, fault: 'CHECK_DIGIT' };
	return { ok: true, value, birthDate, region };
}

/** A day that the calendar knows, in the centuries in which living people were born. */
function isDate(text: string): boolean {
	const date = new Date(`${text}T00:00:00Z`);
	return (
		!Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && text >= '1800' && text < '2200'
	);
}
