import { bookshop } from './support/applications.ts';
import { applies, opensOwnCase } from './support/citizen.ts';
import { opensFigures, opensNumber } from './support/figures.ts';
import { gives, opensCase, sitsDown, ticks } from './support/staff.ts';
import type { Story, World } from './support/story.ts';

async function run(world: World): Promise<void> {
	const supervisor = await world.person('supervisor', 'desktop');
	await sitsDown(supervisor, 'supervisor');
	await opensFigures(supervisor);
	const before = await opensNumber(supervisor, '全程网办');
	const citizen = await world.person('citizen', 'phone');
	const number = await applies(citizen, 'wangxiaoming', bookshop);
	const sole = await world.person('sole', 'desktop');
	await sitsDown(sole, 'sole');
	await opensCase(sole, number);
	await gives(sole, '受理', '决定受理', (form) => ticks(form, '独任审批'));
	await gives(sole, '准予许可', '决定准予许可');
	await opensOwnCase(citizen, number);
	await citizen.clicks('在线领取结果');
	await citizen.clicks('确认领取');
	await citizen.sees('已办成，证件有效');
	await citizen.screen('licence-without-a-visit');
	await opensFigures(supervisor);
	const after = await opensNumber(supervisor, '全程网办', async () => {
		await supervisor.sees(number);
		await supervisor.screen('cases-on-line');
	});
	world.check(after === before + 1, 'the case that went the whole way on line is counted, once');
	await supervisor.opens('/desk/all');
	await supervisor.clicks(number);
	await supervisor.page.getByRole('heading', { level: 1, name: bookshop.item }).waitFor();
	const facts = supervisor.page.locator('.desk-facts > div', { hasText: '到场次数' });
	world.check((await facts.locator('dd').textContent()) === '0', 'nobody had to come');
}

const story: Story = {
	id: 'A6',
	row: 'A6',
	title: 'The whole way without paper or a visit, and the online rate counts it',
	people: ['supervisor', 'citizen', 'sole approver'],
	run,
};
export default story;
