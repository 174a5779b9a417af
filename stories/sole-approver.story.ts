import { restaurant } from './support/applications.ts';
import { applies, opensOwnCase } from './support/citizen.ts';
import type { Person } from './support/person.ts';
import { gives, names, opensCase, panel, sitsDown, ticks } from './support/staff.ts';
import type { Story, World } from './support/story.ts';

/** What the header of a case says about the bureau's hands: people, and handovers between them. */
async function hands(person: Person): Promise<string> {
	return (await person.page.locator('.desk-facts dd').last().textContent()) ?? '';
}

async function visits(person: Person): Promise<void> {
	await gives(person, '记录现场核查', '记录', async (form) => {
		await names(person, '到场人员', ['冯晓岚', '孙志远']);
		await ticks(form, '符合要求');
		await person.fills('核查情况', '后厨分区合理，设施齐全', form);
	});
}

async function finds(person: Person): Promise<void> {
	await gives(person, '提出审查意见', '提交审查意见', async (form) => {
		await ticks(form, '建议准予');
		await person.fills('审查说明', '符合食品安全要求', form);
	});
}

/** Acceptance, review and decision on one screen, by one person. */
async function alone(sole: Person, number: string): Promise<void> {
	await sitsDown(sole, 'sole');
	await sole.clicks('独任审批');
	await sole.page.getByRole('heading', { name: '独任审批' }).waitFor();
	await sole.clicks(new RegExp(number));
	await panel(sole).getByRole('heading', { name: '可办事项' }).waitFor();
	await sole.screen('one-screen');
	await gives(sole, '受理', '决定受理', (form) => ticks(form, '独任审批'));
	await visits(sole);
	await finds(sole);
	await gives(sole, '准予许可', '决定准予许可');
	await sole.screen('decided-alone');
}

/** The same matter through three pairs of hands. */
async function inThreeSteps(world: World, number: string): Promise<Person> {
	const clerk = await world.person('clerk', 'desktop');
	await sitsDown(clerk, 'clerk');
	await opensCase(clerk, number);
	await gives(clerk, '受理', '决定受理');
	const reviewer = await world.person('reviewer', 'desktop');
	await sitsDown(reviewer, 'reviewer1');
	await opensCase(reviewer, number);
	await visits(reviewer);
	await finds(reviewer);
	const approver = await world.person('approver', 'desktop');
	await sitsDown(approver, 'approver');
	await opensCase(approver, number);
	await gives(approver, '准予许可', '决定准予许可');
	return approver;
}

async function run(world: World): Promise<void> {
	const citizen = await world.person('citizen', 'phone');
	const sole = await world.person('sole', 'desktop');
	const first = await applies(citizen, 'huanghe', restaurant);
	await alone(sole, first);
	await opensCase(sole, first, '全部办件');
	world.check((await hands(sole)) === '1 人，交接 0 次', 'one person, nothing handed over');
	await opensOwnCase(citizen, first);
	await citizen.clicks('在线领取结果');
	await citizen.clicks('确认领取');
	await citizen.sees('已办成，证件有效');
	await citizen.screen('licence');
	const company = await world.person('company', 'desktop');
	const second = await applies(company, 'huanghe', restaurant);
	const approver = await inThreeSteps(world, second);
	world.check((await hands(approver)) === '3 人，交接 2 次', 'three people, two handovers');
	await approver.screen('three-steps');
	await sole.speaks('English');
	await sole.screen('decided-alone-en');
}

const story: Story = {
	id: 'A4',
	row: 'A4',
	title: 'One authorised person accepts, reviews and decides; the same matter in three steps beside it',
	people: ['citizen', 'sole approver', 'clerk', 'reviewer', 'approver'],
	run,
};
export default story;
