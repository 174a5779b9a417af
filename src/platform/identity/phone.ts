/** Mobile numbers, and fixed lines with their area code and perhaps an extension. */
const PHONE = /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(-\d{1,6})?)$/;

/** Whether a text is a telephone number of the mainland; spaces between the digits do not matter. */
export function isPhone(text: string): boolean {
	return PHONE.test(text.replaceAll(' ', ''));
}
