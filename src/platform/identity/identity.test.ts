import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	CREDIT_CODE_CHARACTERS,
	citizenIdCheckCharacter,
	creditCodeCheckCharacter,
	isPhone,
	maskCitizenId,
	maskName,
	maskPhone,
	organisationCodeCheckCharacter,
	readCitizenId,
	readCreditCode,
} from './index.ts';

describe('公民身份号码', () => {
	it.each(['11010519491231002X', '440524188001010014', '37011519900307123X', ' 37011519900307123x '])(
		'accepts %s',
		(number) => {
			expect(readCitizenId(number)).toMatchObject({ ok: true, value: number.trim().toUpperCase() });
		},
	);

	it.each([
		['370115199003071231', 'CHECK_DIGIT'],
		['370115199002301232', 'DATE'],
		['37011519900307123Y', 'CHARACTERS'],
		['3701151990030712', 'LENGTH'],
		['990115199003071238', 'REGION'],
		['', 'LENGTH'],
	])('refuses %s because of %s', (number, fault) => {
		expect(readCitizenId(number)).toEqual({ ok: false, fault });
	});

	it('accepts the county that was renamed', () => {
		const body = '37012519800229001';
		expect(readCitizenId(body + citizenIdCheckCharacter(body))).toMatchObject({ ok: true, region: '370125' });
	});

	const validIds = fc
		.record({
			region: fc.constantFrom('370115', '370125', '110105', '830000'),
			birth: fc.date({ min: new Date('1900-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }),
			order: fc.integer({ min: 0, max: 999 }),
		})
		.map(({ region, birth, order }) => {
			const body =
				region + birth.toISOString().slice(0, 10).replaceAll('-', '') + String(order).padStart(3, '0');
			return body + citizenIdCheckCharacter(body);
		});

	it('notices every single wrong digit', () => {
		fc.assert(
			fc.property(validIds, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (id, at, by) => {
				const wrong = id.slice(0, at) + String((Number(id[at]) + by) % 10) + id.slice(at + 1);
				expect(readCitizenId(id).ok).toBe(true);
				expect(readCitizenId(wrong).ok).toBe(false);
			}),
		);
	});

	it('notices every swap of two neighbours that differ', () => {
		fc.assert(
			fc.property(validIds, fc.integer({ min: 0, max: 15 }), (id, at) => {
				fc.pre(id[at] !== id[at + 1]);
				expect(readCitizenId(id.slice(0, at) + id[at + 1] + id[at] + id.slice(at + 2)).ok).toBe(false);
			}),
		);
	});
});

describe('统一社会信用代码', () => {
	it.each([
		'91350200MA2YJ1XR9G',
		'91440101MA5CJQ4N59',
		'11100000000013338W',
		'91370115MA3ABCD157',
		'92370115MA3TE2T21T',
		'11370115MB0000019U',
		' 91370115ma3abcd157',
	])('accepts %s', (code) => {
		expect(readCreditCode(code)).toEqual({ ok: true, value: code.trim().toUpperCase() });
	});

	it.each([
		['91350200MA2YJ1XR9H', 'CHECK_CHARACTER'],
		['91350200MA2YJ1XRIG', 'CHARACTERS'],
		['9135020072831954', 'LENGTH'],
		['91350203M0001QAY9B', 'CHECK_CHARACTER'],
		['91350100M0001TGQXM', 'CHECK_CHARACTER'],
	])('warns of %s because of %s, and keeps what was typed', (code, fault) => {
		expect(readCreditCode(code)).toEqual({ ok: false, value: code, fault });
	});

	it('warns when only the organisation code inside is wrong', () => {
		const body = '91370115MA3ABCD14';
		expect(readCreditCode(body + creditCodeCheckCharacter(body))).toMatchObject({
			fault: 'ORGANISATION_CHECK',
		});
	});

	it('notices every single wrong character', () => {
		const character = fc.integer({ min: 0, max: 30 });
		fc.assert(
			fc.property(
				fc.array(character, { minLength: 8, maxLength: 8 }),
				fc.integer({ min: 0, max: 17 }),
				character,
				(organisation, at, to) => {
					const eight = organisation.map((index) => CREDIT_CODE_CHARACTERS.charAt(index)).join('');
					const body = `91370115${eight}${organisationCodeCheckCharacter(eight)}`;
					const code = body + creditCodeCheckCharacter(body);
					const replacement = CREDIT_CODE_CHARACTERS.charAt(to);
					fc.pre(replacement !== code[at]);
					expect(readCreditCode(code).ok).toBe(true);
					expect(readCreditCode(code.slice(0, at) + replacement + code.slice(at + 1)).ok).toBe(false);
				},
			),
		);
	});
});

describe('telephone numbers', () => {
	it.each(['13800001234', '0531-84231999', '053184231999', '0531-84231999-801', '138 0000 1234'])(
		'%s is one',
		(number) => expect(isPhone(number)).toBe(true),
	);

	it.each(['12345', '12800001234', '84231999', '138-0000-1234', '0531-84231999-', ''])(
		'%s is none',
		(number) => expect(isPhone(number)).toBe(false),
	);
});

describe('masks', () => {
	it.each([
		['王小明', '王*明'],
		['王明', '王*'],
		['欧阳小明', '欧**明'],
		['阿依古丽·买买提', '阿******提'],
		['王', '*'],
		['', '*'],
	])('of the name %s', (name, masked) => expect(maskName(name)).toBe(masked));

	it('of numbers', () => {
		expect(maskCitizenId('37011519900307123X')).toBe('370***********123X');
		expect(maskPhone('13800001234')).toBe('138****1234');
		expect(maskPhone('84231')).toBe('*****');
	});

	it('never shows the birth date of an ID number, nor more than seven characters', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^\d{17}[\dX]$/), (number) => {
				const masked = maskCitizenId(number);
				expect(masked).toHaveLength(18);
				expect(masked.replaceAll('*', '')).toHaveLength(7);
				expect(masked.slice(6, 14)).toBe('********');
			}),
		);
	});
});
