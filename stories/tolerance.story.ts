import { LATER, restaurantInHaste } from './support/applications.ts';
import { applies, opensOwnCase, uploads } from './support/citizen.ts';
import { gives, names, opensCase, panel, sitsDown, ticks } from './support/staff.ts';
import type { Story, World } from './support/story.ts';

async function run(world: World): Promise<void> {
	const citizen = await world.person('citizen', 'desktop');
	const clerk = await world.person('clerk', 'phone');
	const reviewer = await world.person('reviewer', 'desktop');
	const approver = await world.person('approver', 'desktop');
	const number = await applies(citizen, 'huanghe', restaurantInHaste);
	await sitsDown(clerk, 'clerk');
	await opensCase(clerk, number);
	await gives(clerk, '受理', '决定受理', async (form) => {
		await ticks(form, '三环节审批（受理、审核、办结）');
		for (const paper of LATER) await ticks(form, `后补：${paper}`);
		await ticks(form, '申请人已签署容缺受理承诺书');
		await clerk.screen('tolerance');
	});
	await sitsDown(reviewer, 'reviewer1');
	await opensCase(reviewer, number, '全部办件');
	await gives(reviewer, '记录现场核查', '记录', async (form) => {
		await names(reviewer, '到场人员', ['孙志远', '吴海涛']);
		await ticks(form, '符合要求');
		await reviewer.fills('核查情况', '后厨分区合理，设施齐全', form);
	});
	await gives(reviewer, '提出审查意见', '提交审查意见', async (form) => {
		await ticks(form, '建议准予');
		await reviewer.fills('审查说明', '符合食品安全要求，容缺材料待补', form);
	});
	await sitsDown(approver, 'approver');
	await opensCase(approver, number, '全部办件');
	const grant = panel(approver).getByRole('button', { name: /^准予许可/ });
	await grant.click();
	await approver.screen('nothing-issued-while-owed');
	world.check((await grant.getAttribute('aria-expanded')) === 'true', 'granting is refused, and says why');
	await opensOwnCase(citizen, number);
	await citizen.sees('还有 2 份材料要补交');
	for (const paper of LATER) await uploads(citizen, paper);
	await citizen.screen('owed-papers');
	await citizen.clicks('补交 2 份材料');
	await citizen.page.getByText('还有 2 份材料要补交').waitFor({ state: 'detached' });
	await opensCase(approver, number);
	await gives(approver, '准予许可', '决定准予许可');
	await opensCase(clerk, number);
	await gives(clerk, '送达', '确认送达', async (form) => {
		await ticks(form, '窗口领取');
		await clerk.fills('收件人', '李秀兰', form);
		await clerk.fills('送达凭证', '本人签收', form);
	});
	await clerk.screen('delivered');
	await opensOwnCase(citizen, number);
	await citizen.sees('已办成，证件有效');
	await citizen.screen('licence');
	await citizen.speaks('English');
	await citizen.screen('licence-en');
}

const story: Story = {
	id: 'A5',
	row: 'A5',
	title: 'Accepted with two papers owed; nothing is issued before they are in',
	people: ['citizen', 'clerk', 'reviewer', 'approver'],
	run,
};
export default story;
