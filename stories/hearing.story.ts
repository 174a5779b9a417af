import { gives, names, opensCase, sitsDown, ticks, waitsWorkdays } from './support/staff.ts';
import type { Story, World } from './support/story.ts';

/** The demo's karaoke bar: its hearing is announced, and notified for the fourth working day of the story. */
const KARAOKE_BAR = '济南济阳星光娱乐有限公司';
const DAYS_TO_HEARING = 4;

async function run(world: World): Promise<void> {
	const reviewer = await world.person('reviewer', 'desktop');
	const chair = await world.person('chair', 'phone');
	const approver = await world.person('approver', 'desktop');
	const clerk = await world.person('clerk', 'desktop');

	await sitsDown(reviewer, 'reviewer1');
	const row = reviewer.page.getByRole('row').filter({ hasText: KARAOKE_BAR });
	const karaoke = (await row.getByRole('link').first().textContent()) ?? '';
	await opensCase(reviewer, karaoke);
	await reviewer.sees('听证期间不计入期限');
	await reviewer.screen('hearing-notified');
	await gives(reviewer, '记录现场核查', '记录', async (form) => {
		await names(reviewer, '到场人员', ['孙志远', '周雨桐']);
		await ticks(form, '符合要求');
		await reviewer.fills('核查情况', '疏散通道畅通，隔声合格', form);
	});
	await gives(reviewer, '提出审查意见', '提交审查意见', async (form) => {
		await ticks(form, '建议准予');
		await reviewer.fills('审查说明', '条件具备，待听证后决定', form);
	});
	for (let day = 0; day < DAYS_TO_HEARING; day++) await waitsWorkdays(reviewer, 1);

	await sitsDown(chair, 'reviewer3');
	await opensCase(chair, karaoke, '全部办件');
	await gives(chair, '记录听证', '记录', async (form) => {
		await chair.fills('听证笔录', '笔录第 7 号：居民代表同意，建议 24 时前停止营业', form);
		await ticks(form, '已签字');
		await chair.screen('record');
	});

	await sitsDown(approver, 'approver');
	await opensCase(approver, karaoke);
	await gives(approver, '准予许可', '决定准予许可', async (form) => {
		await approver.fills('如何依据听证笔录', '采纳笔录意见，核定营业时间至 24 时', form);
		await approver.screen('decision-on-record');
	});

	await sitsDown(clerk, 'clerk');
	await opensCase(clerk, karaoke);
	await gives(clerk, '送达', '确认送达', async (form) => {
		await ticks(form, '窗口领取');
		await clerk.fills('收件人', '梁星光', form);
		await clerk.fills('送达凭证', '窗口签收', form);
	});
	await clerk.sees('许可有效');

	await opensCase(approver, karaoke, '全部办件');
	await gives(approver, '撤销许可', '决定撤销', async (form) => {
		await ticks(form, '以欺骗、贿赂等手段取得');
		await approver.fills('理由', '投资人声明不实', form);
		await ticks(form, '不会造成重大损害');
		await approver.screen('revocation');
	});
	await opensCase(clerk, karaoke, '全部办件');
	await gives(clerk, '注销许可', '办理注销', async (form) => {
		await ticks(form, '许可被撤销、撤回或者吊销');
	});
	await clerk.sees('已注销');
	await clerk.screen('cancelled');
	await clerk.clicks(/^文书/);
	await clerk.sees('听证通知书');
	await clerk.speaks('English');
	await clerk.screen('documents-en');
}

const story: Story = {
	id: 'hearing',
	row: 'A3',
	title: 'A mandatory hearing, the decision on its record, and the end of the licence',
	people: ['reviewer', 'chair of the hearing', 'approver', 'clerk'],
	run,
};
export default story;
