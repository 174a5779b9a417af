import { Problem } from '../http/problem.ts';

/** Long rather than twisted (NIST SP 800-63B): no classes of characters, no forced change. */
export const PASSWORD_MIN = 10;
/** Hashing costs time; nobody needs more. */
export const PASSWORD_MAX = 128;

/** Starts of passwords that every attacker tries first. */
const COMMON = [
	'password',
	'passw0rd',
	'qwerty',
	'123456',
	'1234567890',
	'0123456789',
	'1q2w3e4r',
	'1qaz2wsx',
	'abc123',
	'admin',
	'iloveyou',
	'letmein',
	'welcome',
	'woaini',
];

/**
 * Refuses a password that is too short, too long, or easily guessed.
 * @throws Problem 422 with what would be right
 */
export function checkPassword(password: string, username: string): void {
	const fault = passwordFault(password, username);
	if (!fault) return;
	throw new Problem({
		code: fault,
		params: { min: PASSWORD_MIN, max: PASSWORD_MAX },
		signposts: [{ code: 'CHOOSE_PASSWORD', params: { min: PASSWORD_MIN } }],
		details: [{ path: '/password', code: fault, params: { min: PASSWORD_MIN, max: PASSWORD_MAX } }],
	});
}

function passwordFault(password: string, username: string) {
	const lower = password.toLowerCase();
	const length = [...password].length;
	if (length < PASSWORD_MIN) return 'PASSWORD_TOO_SHORT';
	if (length > PASSWORD_MAX) return 'PASSWORD_TOO_LONG';
	if (username.length >= 3 && lower.includes(username.toLowerCase())) return 'PASSWORD_CONTAINS_USERNAME';
	const filled = COMMON.some((start) => lower.startsWith(start) && length - start.length < 5);
	if (filled || new Set(lower).size < 5) return 'PASSWORD_TOO_COMMON';
	return undefined;
}
