/** The floors of the house from below; a room on one floor uses rooms on the floors under it. Kept in step with docs and src/modules by tools/check/architecture.test.ts. */
const floors = [
	['catalog', 'organisation', 'calendar'],
	['cases', 'hall', 'procurement', 'finance', 'lab'],
	['licences', 'ratings', 'federation'],
	['bundles', 'reviews'],
	['projects'],
	['supervision'],
	['environment'],
];

const test = '\\.test\\.tsx?$';
const room = (names) => `^src/modules/(${names.join('|')})/`;

/** No room of a floor may see another room of its floor, or any room above it. */
const floorRules = floors.flatMap((floor, level) =>
	floor.map((name) => ({
		name: `floor-${name}`,
		severity: 'error',
		comment: `Arrows point down: ${name} may use the rooms on the floors under it only, so that it can be read, tested and replaced without those above. News travels up as events.`,
		from: { path: room([name]) },
		to: {
			path: room(
				floors
					.slice(level)
					.flat()
					.filter((other) => other !== name),
			),
		},
	})),
);

module.exports = {
	forbidden: [
		{
			name: 'law-imports-nothing',
			severity: 'error',
			comment:
				'The law is pure functions over plain values: it must run in a browser, in a laboratory and in fifty years. Not even node: is allowed.',
			from: { path: '^src/law/', pathNot: test },
			to: { pathNot: '^src/law/' },
		},
		{
			name: 'law-tests-know-the-law-only',
			severity: 'error',
			comment: 'Tests of the law may use test tools and node:, but no other part of the house.',
			from: { path: '^src/law/.+\\.test\\.ts$' },
			to: { path: '^src/(?!law/)' },
		},
		{
			name: 'law-through-its-door',
			severity: 'error',
			comment: 'The law is used through src/law/index.ts, so that its inside can change.',
			from: { path: '^(src/(?!law/)|tools/|stories/|bench/)' },
			to: { path: '^src/law/', pathNot: ['^src/law/index\\.ts$', '^src/law/locales/'] },
		},
		{
			name: 'platform-knows-no-rooms',
			severity: 'error',
			comment:
				'The platform has no domain words: it knows neither the law nor any room, so that every room can stand on it.',
			from: { path: '^src/platform/' },
			to: { path: '^src/(?!platform/)' },
		},
		...floorRules,
		{
			name: 'room-through-its-door',
			severity: 'error',
			comment: 'A room is entered through its index.ts (server) or web/index.ts (browser) only.',
			from: { path: '^src/modules/([^/]+)/' },
			to: {
				path: '^src/modules/([^/]+)/',
				pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/(web/)?index\\.tsx?$'],
			},
		},
		{
			name: 'room-through-its-door-from-outside',
			severity: 'error',
			comment:
				'A room is entered through its index.ts (server) or web/index.ts (browser) only. Its migrations are collected in src/migrations.ts.',
			from: { path: '^(src/(?!modules/)|tools/|stories/|bench/)' },
			to: {
				path: '^src/modules/',
				pathNot: [
					'^src/modules/[^/]+/(web/)?index\\.tsx?$',
					'^src/modules/[^/]+/[^/]+\\.migrations\\.ts$',
					'^src/modules/[^/]+/locales/',
				],
			},
		},
		{
			name: 'server-knows-no-screen',
			severity: 'error',
			comment: 'Screens import what they show, never the other way round: the server runs without React.',
			from: { path: '^src/', pathNot: ['^src/web/', '^src/modules/[^/]+/web/'] },
			to: { path: ['^src/web/', '^src/modules/[^/]+/web/'], pathNot: '/locales/' },
		},
		{
			name: 'screen-knows-no-server',
			severity: 'error',
			comment: 'What runs in a browser cannot use node: modules.',
			from: { path: ['^src/web/', '^src/modules/[^/]+/web/'], pathNot: [test, '^src/web/build/'] },
			to: { dependencyTypes: ['core'] },
		},
		{
			name: 'top-floor',
			severity: 'error',
			comment:
				'main.ts, server.ts, rooms.ts and migrations.ts put the house together; nothing inside it may depend on them.',
			from: { path: '^src/', pathNot: ['^src/(main|server|migrations|rooms)\\.ts$', test] },
			to: { path: '^src/(main|server|migrations|rooms)\\.ts$' },
		},
		{
			name: 'no-circle',
			severity: 'error',
			comment: 'Two files that need each other are one file, or three.',
			from: { path: '^src/' },
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
		},
		{
			name: 'resolvable',
			severity: 'error',
			comment:
				'An import that leads nowhere cannot be checked. (Modules that a Vite plugin makes up are called virtual:.)',
			from: {},
			to: { couldNotResolve: true, pathNot: '^virtual:' },
		},
	],
	options: {
		// TypeScript 7 has no compiler API that the cruiser can use; swc reads the sources, type imports included.
		parser: 'swc',
		doNotFollow: { path: 'node_modules' },
		exclude: { path: ['^dist/', '^tools/check/fixture/'] },
		enhancedResolveOptions: {
			extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
			exportsFields: ['exports'],
			conditionNames: ['import', 'node', 'default', 'types'],
		},
	},
};
