import type { Text } from '../../../../catalog.schema.ts';
import { checkFeel } from '../../../../situations/feel.ts';
import type { Question } from '../../../../situations/situations.schema.ts';
import { conditionText } from '../../../../situations/words.ts';
import { useParts } from '../data.ts';
import { useWords } from '../words.ts';
import { keyOfPath, stepName, useRowName } from './row-name.ts';

type Members = Record<string, unknown>;

interface ValueProps {
	value: unknown;
	path: string;
	/** The questions that conditions in it are about. */
	questions: readonly Question[];
}

const isText = (value: unknown): value is Text =>
	typeof value === 'object' && value !== null && typeof (value as Members)['zh-CN'] === 'string';
const isNothing = (value: unknown): boolean =>
	value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Any value of an item, as people read it. */
export function Value({ value, path, questions }: ValueProps) {
	const { t } = useWords();
	const key = keyOfPath(path);
	if (isNothing(value)) return <>{t('none')}</>;
	if (key.startsWith('form.ui')) return <code>{JSON.stringify(value)}</code>;
	if (typeof value === 'boolean') return <>{t(value ? 'yes' : 'no')}</>;
	if (typeof value === 'string' && /(^|\.)when(\.|$)/.test(key)) {
		return <Condition expression={value} questions={questions} />;
	}
	if (typeof value === 'string' || typeof value === 'number') return <Scalar value={value} name={key} />;
	if (isText(value)) return <Both text={value} />;
	if (Array.isArray(value)) {
		return (
			<ul className="keeper-values">
				{value.map((member, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: nothing moves in a finished value
					<li key={index}>
						<Value value={member} path={path} questions={questions} />
					</li>
				))}
			</ul>
		);
	}
	return <Group value={value as Members} path={path} questions={questions} />;
}

function Group({ value, path, questions }: ValueProps & { value: Members }) {
	const words = useWords();
	const keys = keyOfPath(path).split('.');
	return (
		<dl className="keeper-value">
			{Object.entries(value).map(([name, each]) => (
				<div key={name}>
					<dt>{stepName(words, [...keys, name])}</dt>
					<dd>
						<Value value={each} path={`${path}.${name}`} questions={questions} />
					</dd>
				</div>
			))}
		</dl>
	);
}

function Both({ text }: { text: Text }) {
	const { t } = useWords();
	if (!text['zh-CN'] && !text.en) return <>{t('none')}</>;
	return (
		<>
			<span lang="zh-CN">{text['zh-CN']}</span>
			<span lang="en" className="keeper-english">
				{text.en}
			</span>
		</>
	);
}

/** Names of shared parts, by the last step of the way to them. */
const PARTS = {
	statute: 'statutes',
	window: 'windows',
	use: 'materials',
	parts: 'forms',
	blank: 'blanks',
} as const;

/** A word of a dictionary in its own words; a part or a value to confirm by what it is called. */
function Scalar({ value, name }: { value: string | number; name: string }) {
	const { option, text } = useWords();
	const nameOf = useRowName(undefined);
	const parts = useParts().data;
	const kind = PARTS[name.slice(name.lastIndexOf('.') + 1) as keyof typeof PARTS];
	const part = kind && parts?.[kind].find((each) => each.name === value);
	if (part) return <>{text(part.title)}</>;
	return <>{name === 'confirm.field' ? nameOf(String(value)) : option(name, value)}</>;
}

function Condition({ expression, questions }: { expression: string; questions: readonly Question[] }) {
	const { text } = useWords();
	const isSound = checkFeel(expression, questions).length === 0;
	return (
		<>
			{isSound ? text(conditionText(expression, questions)) : null}
			<code className="keeper-english">{expression}</code>
		</>
	);
}
