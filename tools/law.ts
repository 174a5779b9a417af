/** `npm run --silent law -- add | between | replay …`: the law on the command line. See docs/law-cli.md. */
import { answerLines } from './law/lines.ts';
import { type CliLanguage, fill, wordsOf } from './law/words.ts';

/** What was asked cannot be read at all. */
const UNREADABLE = 2;

/** Runs one command line. Answers on stdout, faults of the call on stderr; returns the exit code. */
async function run(args: readonly string[]): Promise<number> {
	const { language, rest, unknown } = readArguments(args);
	const words = wordsOf(language);
	const usage = (code: keyof typeof words.cli.usage, params: Record<string, string> = {}) => {
		process.stderr.write(`${fill(words.cli.usage[code], params)}\n\n${words.cli.help}\n`);
		return UNREADABLE;
	};
	if (unknown !== undefined) return usage('UNKNOWN_OPTION', { option: unknown });
	const [command, ...values] = rest;
	if (command === undefined || command === 'help') {
		process.stdout.write(`${words.cli.help}\n`);
		return command === undefined ? UNREADABLE : 0;
	}
	switch (command) {
		case 'add':
		case 'between': {
			if (values.length === 1 && values[0] === '-') return answerLines(command, process.stdin, language);
			if (values.length !== 2) return usage('TWO_VALUES', { command });
			return answerLines(command, [values.join(' ')], language);
		}
		case 'replay': {
			const [file] = values;
			if (file === undefined || values.length > 1) return usage('ONE_FILE');
			const { replayFile } = await import('./law/replay.ts');
			return replayFile(file, language);
		}
		default:
			return usage('UNKNOWN_COMMAND', { command });
	}
}

/** `--lang en` may stand anywhere; a negative number of days is a value, not an option. */
function readArguments(args: readonly string[]): { language: CliLanguage; rest: string[]; unknown?: string } {
	let language: CliLanguage = 'zh-CN';
	const rest: string[] = [];
	for (let index = 0; index < args.length; index++) {
		const argument = args[index] ?? '';
		if (argument === '--help' || argument === '-h') return { language, rest: ['help'] };
		const lang = argument === '--lang' ? args[++index] : /^--lang=(.*)$/.exec(argument)?.[1];
		if (lang === 'en' || lang === 'zh-CN') language = lang;
		else if (argument.startsWith('--')) return { language, rest, unknown: [argument, lang].join(' ').trim() };
		else rest.push(argument);
	}
	return { language, rest };
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	// Whoever reads us has seen enough (`| head`).
	if (error.code === 'EPIPE') process.exit(0);
	throw error;
});
process.exitCode = await run(process.argv.slice(2));
