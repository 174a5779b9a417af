import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

/** Where an installed Chrome or Chromium usually lies, by platform. */
const USUAL_PLACES: Partial<Record<NodeJS.Platform, string[]>> = {
	darwin: [
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
		'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
	],
	linux: [
		'/usr/bin/google-chrome',
		'/usr/bin/google-chrome-stable',
		'/usr/bin/chromium',
		'/usr/bin/chromium-browser',
		'/snap/bin/chromium',
	],
};

/** A browser program and the environment that it needs. */
interface Program {
	path: string;
	env: Record<string, string>;
}

/**
 * Starts the browser of the stories: the one inside the npm package where it has a binary (Linux x64),
 * otherwise `CHROME_PATH` or an installed one.
 * @throws Error that says what is missing and what to do about it
 */
export async function openBrowser(): Promise<Browser> {
	const program = await findProgram();
	return await chromium.launch({
		executablePath: program.path,
		env: { ...process.env, ...program.env } as Record<string, string>,
		// No sandbox: containers and root have none, and only our own server is visited.
		args: [
			'--no-sandbox',
			// Native controls (dates) speak the language of the browser, not of the page.
			'--lang=zh-CN',
			'--no-zygote',
			'--disable-gpu',
			'--disable-dev-shm-usage',
			'--font-render-hinting=none',
		],
	});
}

async function findProgram(): Promise<Program> {
	const own = process.env.CHROME_PATH;
	if (own) {
		if (!existsSync(own)) throw new Error(`CHROME_PATH names ${own}, and there is no such file.`);
		return { path: own, env: await fontEnvironment() };
	}
	if (process.platform === 'linux' && process.arch === 'x64') return await bundledProgram();
	const installed = USUAL_PLACES[process.platform]?.find((place) => existsSync(place));
	if (installed) return { path: installed, env: await fontEnvironment() };
	throw new Error(
		`The bundled Chromium is made for Linux x64; this machine is ${process.platform} ${process.arch}, and no Chrome or Chromium was found.\n` +
			'Install one, or say where it is: CHROME_PATH=/path/to/chrome npm run story',
	);
}

/** One folder per user and package version, so that nobody meets another's files or an older browser. */
function cacheFolder(name: string, version: string): string {
	return join(tmpdir(), `onevisit-${name}-${version}-${userInfo().username}`);
}

async function bundledProgram(): Promise<Program> {
	const { default: bundle, inflate } = await import('@sparticuz/chromium');
	const bin = join(moduleFolder('@sparticuz/chromium'), 'bin');
	const version = await packageVersion(moduleFolder('@sparticuz/chromium'));
	const folder = cacheFolder('chromium', version);
	if (!existsSync(join(folder, 'chromium'))) {
		await intoFolder(folder, async () => {
			await bundle.executablePath(bin);
			await inflate(join(bin, 'al2023.tar.br'));
		});
	}
	const path = join(folder, 'chromium');
	const fonts = await fontEnvironment();
	// Where the machine lacks a library of the browser, the package brings it; the machine's own come first.
	return lacksLibraries(path)
		? { path, env: { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } }
		: { path, env: fonts };
}

/** The package extracts into the temp folder; it is pointed at a new one that gets its name when it is whole. */
async function intoFolder(folder: string, extract: () => Promise<void>): Promise<void> {
	const draft = await mkdtemp(`${folder}-`);
	const before = process.env.TMPDIR;
	process.env.TMPDIR = draft;
	try {
		await extract();
	} finally {
		if (before === undefined) delete process.env.TMPDIR;
		else process.env.TMPDIR = before;
	}
	try {
		await rename(draft, folder);
	} catch (error) {
		// Another run was quicker: its folder is as good as ours.
		await rm(draft, { recursive: true, force: true });
		if (!existsSync(join(folder, 'chromium'))) throw error;
	}
}

function lacksLibraries(path: string): boolean {
	try {
		return execFileSync('ldd', [path], { encoding: 'utf8' }).includes('not found');
	} catch (error) {
		// A machine without ldd says nothing about its libraries; the browser itself will.
		return (error as NodeJS.ErrnoException).code !== 'ENOENT';
	}
}

function moduleFolder(name: string): string {
	let folder = dirname(fileURLToPath(import.meta.resolve(name)));
	while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
	return folder;
}

async function packageVersion(folder: string): Promise<string> {
	const { default: manifest } = (await import(join(folder, 'package.json'), {
		with: { type: 'json' },
	})) as { default: { version: string } };
	return manifest.version;
}

/** A bare machine has no Chinese font: the browser gets the one that the legal documents are set in. */
async function fontEnvironment(): Promise<Record<string, string>> {
	if (process.platform !== 'linux') return {};
	const source = moduleFolder('@expo-google-fonts/noto-sans-sc');
	const folder = cacheFolder('fonts', await packageVersion(source));
	await mkdir(join(folder, 'cache'), { recursive: true });
	for (const weight of ['400Regular', '500Medium', '600SemiBold', '700Bold']) {
		const target = join(folder, weight);
		if (existsSync(target) && (await readdir(target)).length > 0) continue;
		await cp(join(source, weight), target, { recursive: true });
	}
	const file = join(folder, 'fonts.conf');
	await writeFile(file, fontsConfiguration(folder));
	return { FONTCONFIG_FILE: file };
}

function fontsConfiguration(folder: string): string {
	return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	<dir>${folder}</dir>
	<dir>/usr/share/fonts</dir>
	<cachedir>${join(folder, 'cache')}</cachedir>
	<alias><family>sans-serif</family><prefer><family>Noto Sans SC</family></prefer></alias>
	<alias><family>serif</family><prefer><family>Noto Sans SC</family></prefer></alias>
	<alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family><family>Noto Sans SC</family></prefer></alias>
</fontconfig>
`;
}
