import type { Text } from '../../../../catalog.schema.ts';
import { useWords } from '../words.ts';
import { keyOfPath } from './row-name.ts';

type Members = Record<string, unknown>;

const isText = (value: unknown): value is Text =>
	typeof value === 'object' && value !== null && typeof (value as Members)['zh-CN'] === 'string';

/** Any value of an item, as people read it. */
export function Value({ value, path }: { value: unknown; path: string }) {
	const { t, option, label } = useWords();
	const key = keyOfPath(path);
	if (value === null || value === undefined || value === '') return <>{t('none')}</>;
	if (typeof value === 'boolean') return <>{t(value ? 'yes' : 'no')}</>;
	if (typeof value === 'string' || typeof value === 'number') return <>{option(key, value)}</>;
	if (isText(value)) {
		return (
			<>
				<span lang="zh-CN">{value['zh-CN']}</span>
				<span lang="en" className="keeper-english">
					{value.en}
				</span>
			</>
		);
	}
	if (Array.isArray(value)) {
		if (value.length === 0) return <>{t('none')}</>;
		return (
			<ul className="keeper-values">
				{value.map((member, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: nothing moves in a finished value
					<li key={index}>
						<Value value={member} path={path} />
					</li>
				))}
			</ul>
		);
	}
	return (
		<dl className="keeper-value">
			{Object.entries(value).map(([name, each]) => (
				<div key={name}>
					<dt>{label(`${key}.${name}`)}</dt>
					<dd>
						<Value value={each} path={`${path}.${name}`} />
					</dd>
				</div>
			))}
		</dl>
	);
}
