import type { Person } from './person.ts';

/** Opens the bureau's figures from the navigation of the desk. */
export async function opensFigures(person: Person): Promise<void> {
	await person.opens('/desk');
	await person.clicks('办件统计');
	await person.page.getByRole('heading', { name: '办件统计' }).waitFor();
	await person.settles();
}

/**
 * Opens a number of the figures, looks that the list holds as many cases as it said, and goes back.
 * @param label what the number counts, as it is read aloud
 * @returns how many cases
 */
export async function opensNumber(
	person: Person,
	label: string,
	look: () => Promise<void> = async () => undefined,
): Promise<number> {
	const number = person.page.getByRole('link', { name: new RegExp(`^${label}：.*件，打开清单$`) }).first();
	const count = Number(/(\d+) 件，打开清单$/.exec((await number.textContent()) ?? '')?.[1]);
	await number.click();
	await person.page.getByRole('heading', { name: '全部办件' }).waitFor();
	await person.settles();
	await person.sees(new RegExp(`^共 ${count} 件$`));
	await look();
	await person.page.goBack();
	await person.page.getByRole('heading', { name: '办件统计' }).waitFor();
	await person.settles();
	return count;
}
