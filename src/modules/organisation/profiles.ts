import { sql } from 'kysely';
import type { Db } from '../../platform/db/index.ts';
import { type Fault, Problem } from '../../platform/http/problem.ts';
import { signposts } from '../../platform/http/signposts.ts';
import {
	isPhone,
	maskCitizenId,
	maskPhone,
	readCitizenId,
	readCreditCode,
} from '../../platform/identity/index.ts';
import { organisationProblems } from './organisation.problems.ts';

/** What an applicant has told us about themselves, whole. For forms and letters; answers to screens are masked. */
export interface Profile {
	kind: 'CITIZEN' | 'COMPANY';
	/** The citizen, or the person who acts for the company (经办人). */
	name: string;
	idNumber: string | null;
	phone: string | null;
	company: { name: string; creditCode: string | null } | null;
}

/** A change: what is left out stays, `null` takes away. */
export interface ProfileChange {
	kind?: 'CITIZEN' | 'COMPANY';
	name?: string;
	idNumber?: string | null;
	phone?: string | null;
	company?: { name: string; creditCode?: string | null } | null;
}

interface Row {
	kind: 'CITIZEN' | 'COMPANY';
	name: string;
	id_number: string | null;
	phone: string | null;
	company_name: string | null;
	credit_code: string | null;
}

/** The profile of an account, if it has one. */
export async function findProfile(db: Db, accountId: string): Promise<Profile | undefined> {
	const { rows } = await sql<Row>`
		SELECT kind, name, id_number, phone, company_name, credit_code
		FROM profiles WHERE account_id = ${accountId}`.execute(db.kysely);
	const row = rows[0];
	if (!row) return undefined;
	return {
		kind: row.kind,
		name: row.name,
		idNumber: row.id_number,
		phone: row.phone,
		company: row.company_name === null ? null : { name: row.company_name, creditCode: row.credit_code },
	};
}

/** Writes a profile, in place of the one before. */
export async function saveProfile(
	db: Db,
	owner: { jurisdiction: string; accountId: string; at: Date },
	profile: Profile,
): Promise<void> {
	const { kind, name, idNumber, phone, company } = profile;
	await sql`
		INSERT INTO profiles (jurisdiction, account_id, kind, name, id_number, phone, company_name, credit_code, updated_at)
		VALUES (${owner.jurisdiction}, ${owner.accountId}, ${kind}, ${name}, ${idNumber}, ${phone},
			${company?.name ?? null}, ${company?.creditCode ?? null}, ${owner.at})
		ON CONFLICT (jurisdiction, account_id) DO UPDATE SET
			kind = excluded.kind, name = excluded.name, id_number = excluded.id_number, phone = excluded.phone,
			company_name = excluded.company_name, credit_code = excluded.credit_code,
			updated_at = excluded.updated_at`.execute(db.kysely);
}

/**
 * A profile with a change applied. Numbers are checked: a wrong 公民身份号码 or phone number blocks,
 * a wrong 统一社会信用代码 only warns (see {@link profileWarnings}).
 * @throws Problem 422 `PROFILE_INVALID` naming everything that is wrong
 */
export function changeProfile(before: Profile, change: ProfileChange): Profile {
	const idNumber = change.idNumber === undefined ? before.idNumber : tidy(change.idNumber);
	const phone = change.phone === undefined ? before.phone : tidy(change.phone);
	const after: Profile = {
		kind: change.kind ?? before.kind,
		name: (change.name ?? before.name).trim(),
		idNumber,
		phone,
		company: change.company === undefined ? before.company : tidyCompany(change.company),
	};
	const faults = profileFaults(after);
	if (faults.length > 0) {
		throw new Problem({
			code: organisationProblems.PROFILE_INVALID,
			params: { count: faults.length },
			details: faults,
			signposts: [{ code: 'CORRECT_PROFILE', action: 'CORRECT' }, signposts.hotline],
		});
	}
	return after;
}

function profileFaults({ kind, name, idNumber, phone, company }: Profile): Fault[] {
	const faults: Fault[] = [];
	if (name === '') faults.push({ path: '/name', code: 'NAME_BLANK' });
	if (idNumber !== null) {
		const read = readCitizenId(idNumber);
		if (!read.ok) faults.push({ path: '/idNumber', code: `ID_NUMBER_${read.fault}` });
	}
	if (phone !== null && !isPhone(phone)) faults.push({ path: '/phone', code: 'PHONE_INVALID' });
	if (kind === 'COMPANY' && !company?.name) faults.push({ path: '/company', code: 'COMPANY_MISSING' });
	return faults;
}

/** What is odd in a profile and yet may be right: a credit code that fails its check. */
export function profileWarnings({ company }: Profile): Fault[] {
	if (!company?.creditCode) return [];
	const read = readCreditCode(company.creditCode);
	return read.ok ? [] : [{ path: '/company/creditCode', code: `CREDIT_CODE_${read.fault}` }];
}

/** The profile as it is shown: numbers masked, the company's public data whole. */
export function maskProfile(profile: Profile): Profile {
	return {
		...profile,
		idNumber: profile.idNumber && maskCitizenId(profile.idNumber),
		phone: profile.phone && maskPhone(profile.phone),
	};
}

function tidy(text: string | null): string | null {
	return text?.trim().toUpperCase() || null;
}

function tidyCompany(company: NonNullable<ProfileChange['company']> | null): Profile['company'] {
	return company && { name: company.name.trim(), creditCode: tidy(company.creditCode ?? null) };
}
