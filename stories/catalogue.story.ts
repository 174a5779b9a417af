import { signsIn } from './support/citizen.ts';
import type { Person } from './support/person.ts';
import type { Story, World } from './support/story.ts';

const options = (person: Person) => person.page.getByRole('listbox').getByRole('option');

/** Types into the search field and answers with what is offered while typing. */
async function offered(person: Person, words: string): Promise<string[]> {
	const field = person.page.locator('input[role="combobox"]');
	// What was offered for other words has to go first.
	await field.fill('');
	await options(person).first().waitFor({ state: 'detached' });
	await field.fill(words);
	await options(person).first().waitFor();
	return options(person).allTextContents();
}

async function run(world: World): Promise<void> {
	const citizen = await world.person('citizen', 'phone');
	await citizen.opens('/');
	for (const [words, item] of [
		['我要开饭店', '食品经营许可'],
		['kai fandian', '食品经营许可'],
		['挖马路', '挖掘城市道路'],
		['開飯店', '食品经营许可'],
	] as const) {
		const names = await offered(citizen, words);
		world.check(names.length <= 3, `at most three are offered for ${words}`);
		world.check(names[0]?.includes(item) === true, `${words} offers ${item} first, not ${names[0]}`);
	}
	await offered(citizen, '我要开饭店');
	await citizen.screen('offered-while-typing');

	await citizen.fills('搜索事项', '天气预报');
	await citizen.presses('Enter');
	await citizen.sees('没有找到');
	await citizen.screen('nothing-found');

	await offered(citizen, '我要开饭店');
	await citizen.presses('ArrowDown');
	await citizen.presses('Enter');
	await citizen.page.getByRole('heading', { level: 1, name: '食品经营许可' }).waitFor();
	await citizen.sees('因人而异');
	await citizen.page.locator('.materials summary').nth(2).click();
	await citizen.screen('guide');
	const form = await citizen.fetches('申请表样表 (PDF)', 'application-sample.pdf');
	world.check(form.subarray(0, 5).toString() === '%PDF-', 'the sample of the form is a PDF');
	const folded = citizen.page.locator('main details:not([open])');
	const before = await folded.count();
	await citizen.page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
	world.check((await folded.count()) === 0, 'nothing stays folded up on paper');
	await citizen.page.emulateMedia({ media: 'print' });
	await citizen.screen('guide-on-paper');
	await citizen.page.emulateMedia({ media: 'screen' });
	await citizen.page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
	world.check((await folded.count()) === before, 'after printing the page is as it was');

	// What a search engine reads, without running anything.
	const source = await citizen.page.request.get(citizen.page.url(), { headers: { accept: 'text/html' } });
	world.check((await source.text()).includes('"@type":"GovernmentService"'), 'the guide says what it is');

	const foreigner = await world.person('foreigner', 'desktop', 'en');
	await foreigner.opens('/');
	await offered(foreigner, 'open a restarant');
	await foreigner.screen('offered-in-english');
	await options(foreigner).first().click();
	await foreigner.page.getByRole('heading', { level: 1, name: 'Food business licence' }).waitFor();
	await foreigner.screen('guide-in-english');

	const keeper = await world.person('keeper', 'desktop');
	await signsIn(keeper, 'keeper1');
	await keeper.opens('/desk/catalog/misses');
	await keeper.sees('天气预报');
	await keeper.screen('words-that-found-nothing');
}

const story: Story = {
	id: 'A1',
	row: 'A1',
	title:
		'An item found in plain words, pinyin and English; its guide on the screen and on paper; a miss seen by the bureau',
	people: ['citizen', 'foreigner', 'keeper'],
	run,
};
export default story;
