import { opensFigures, opensNumber } from './support/figures.ts';
import { sitsDown } from './support/staff.ts';
import type { Story, World } from './support/story.ts';

/** Numbers of the whole bureau, as they are read aloud. */
const NUMBERS = ['办结件数', '发过补正告知', '零跑腿', '到场一次', '到场多次', '按承诺办结', '超过承诺'];
const ITEM = '食品经营许可';

async function run(world: World): Promise<void> {
	const supervisor = await world.person('supervisor', 'desktop');
	await sitsDown(supervisor, 'supervisor');
	await opensFigures(supervisor);
	await supervisor.clicks('今年');
	await supervisor.screen('figures');
	const counted: Record<string, number> = {};
	for (const label of NUMBERS) counted[label] = await opensNumber(supervisor, label);
	const of = (...labels: string[]) => labels.reduce((sum, label) => sum + (counted[label] ?? 0), 0);
	world.check(of('零跑腿', '到场一次', '到场多次') === of('办结件数'), 'visits add up to the cases decided');
	world.check(of('按承诺办结', '超过承诺') === of('办结件数'), 'each was decided as promised or later');
	await opensNumber(supervisor, `${ITEM}，办结件数`, async () => {
		await supervisor.screen('cases-of-an-item');
		await supervisor.clicks(/^去掉条件：办结于/);
		await supervisor.settles();
	});
	await supervisor.clicks('去年');
	await supervisor.sees('没有办结的办件');
	await supervisor.clicks('今年');
	await supervisor.speaks('English');
	await supervisor.sees('Online rate');
	await supervisor.screen('figures-en');
	const citizen = await world.person('citizen', 'phone');
	await citizen.opens('/items/food-business');
	await citizen.sees('今年实际办得怎样');
	await citizen.screen('guide-with-figures');
}

const story: Story = {
	id: 'A8',
	row: 'A8',
	title: 'Statutory, promised and real time side by side; each number opens into its cases',
	people: ['supervisor', 'citizen'],
	run,
};
export default story;
