import type { Locator } from 'playwright-core';
import { signsIn } from './citizen.ts';
import type { Person } from './person.ts';

/** Signs in; staff arrive at the to-do list. */
export async function sitsDown(person: Person, username: string): Promise<void> {
	await signsIn(person, username);
	await person.page.getByRole('heading', { name: '待办' }).waitFor();
	await person.settles();
}

/** Opens a case from a list, by its number. */
export async function opensCase(
	person: Person,
	number: string,
	list: '待办' | '全部办件' = '待办',
): Promise<void> {
	await person.opens(list === '待办' ? '/desk' : '/desk/all');
	await person.clicks(number);
	await person.page.getByRole('heading', { name: '可办事项' }).waitFor();
	await person.settles();
}

/** The panel in which commands are given. */
export function panel(person: Person): Locator {
	return person.page.locator('.desk-case-side');
}

/** Gives a command: opens its form, answers it, sends it, and waits until the panel offers the next step. */
export async function gives(
	person: Person,
	command: string,
	send: string,
	answer: (form: Locator) => Promise<void> = async () => undefined,
): Promise<void> {
	const side = panel(person);
	await person.clicks(command, side);
	await side.getByRole('heading', { name: command, exact: true }).waitFor();
	await answer(side);
	await side.getByRole('button', { name: send, exact: true }).click();
	await side.getByRole('heading', { name: '可办事项' }).waitFor();
	await person.settles();
}

/** Ticks a radio or box by its words. */
export async function ticks(within: Locator, words: string): Promise<void> {
	await within.getByLabel(words, { exact: true }).first().check();
}

/** Chooses colleagues by name. */
export async function names(person: Person, label: string, colleagues: string[]): Promise<void> {
	for (const colleague of colleagues) await person.chooses(label, colleague, panel(person));
	await person.presses('Escape');
}

/** Answers the questions at the window with the keyboard alone: a digit each, then Enter. */
export async function byDigits(clerk: Person, digits: string[]): Promise<void> {
	await clerk.page.locator('.questions').waitFor();
	for (const digit of digits) {
		await clerk.settles();
		await clerk.presses(digit);
	}
	await clerk.settles();
	await clerk.presses('Enter');
}

/** One fault of the supplement notice. */
export interface Fault {
	name: string;
	fault: string;
	remedy: string;
}

/** Judges every paper and every field by key: all in order but those with a fault. */
export async function judges(person: Person, form: Locator, faults: Fault[]): Promise<void> {
	const rows = form.locator('.desk-judge > li');
	await rows.first().waitFor();
	for (const found of faults) {
		const row = rows
			.filter({ has: person.page.locator('.desk-judge-name', { hasText: found.name }) })
			.first();
		await row.focus();
		await person.presses('2');
		await row.getByLabel(`问题：${found.name}`).fill(found.fault);
		await person.presses('Enter');
		await row.getByLabel(`如何改正：${found.name}`).fill(found.remedy);
		await person.presses('Enter');
	}
	const groups = form.locator('.desk-judge-group');
	for (let group = await groups.count(); group > 0; group--) await person.presses('0');
}

/** Moves the demo clock with the bar at the top. */
export async function waitsWorkdays(person: Person, days: 1 | 5 | 10): Promise<void> {
	const today = person.page.locator('.demo-date time');
	const before = await today.getAttribute('datetime');
	await person.clicks(`+${days} 个工作日`);
	await person.page.waitForFunction(
		(then) => document.querySelector('.demo-date time')?.getAttribute('datetime') !== then,
		before,
	);
	await person.settles();
}
