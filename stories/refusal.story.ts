import { bookshop } from './support/applications.ts';
import { applies, opensOwnCase } from './support/citizen.ts';
import { gives, opensCase, sitsDown, ticks } from './support/staff.ts';
import type { Story, World } from './support/story.ts';

const REASONS = '经营场所为住宅，不符合出版物零售场所的要求';

async function run(world: World): Promise<void> {
	const citizen = await world.person('citizen', 'phone');
	const clerk = await world.person('clerk', 'desktop');
	const reviewer = await world.person('reviewer', 'phone');
	const approver = await world.person('approver', 'desktop');
	const number = await applies(citizen, 'wangxiaoming', bookshop);
	await sitsDown(clerk, 'clerk');
	await opensCase(clerk, number);
	await gives(clerk, '受理', '决定受理');
	await sitsDown(reviewer, 'reviewer2');
	await opensCase(reviewer, number);
	await gives(reviewer, '开始审查', '开始审查');
	await gives(reviewer, '提出审查意见', '提交审查意见', async (form) => {
		await ticks(form, '建议不予');
		await reviewer.fills('审查说明', REASONS, form);
	});
	await sitsDown(approver, 'approver');
	await opensCase(approver, number);
	await gives(approver, '不予许可', '决定不予许可', async (form) => {
		await approver.fills('理由', REASONS, form);
		await approver.fills('法律依据', '出版管理条例第三十五条', form);
		await approver.screen('refusal-written');
	});
	await opensOwnCase(citizen, number);
	await citizen.sees(REASONS);
	await citizen.sees(/申请行政复议/);
	await citizen.sees(/提起行政诉讼/);
	await citizen.screen('refused-with-remedies');
	const letter = await citizen.fetches(/不予.*决定书/, 'refusal.pdf');
	world.check(letter.subarray(0, 5).toString() === '%PDF-', 'the letter can be read');
	await citizen.speaks('English');
	await citizen.screen('refused-en');
	await approver.speaks('English');
	await approver.screen('closed-en');
}

const story: Story = {
	id: 'refusal',
	row: 'A3',
	title: 'Refused with reasons and remedies; the letter is in the citizen’s hands',
	people: ['citizen', 'clerk', 'reviewer', 'approver'],
	run,
};
export default story;
