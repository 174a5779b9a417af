import type { ReactNode } from 'react';
import type { Text } from '../../../../catalog.schema.ts';
import { checkFeel } from '../../../../situations/feel.ts';
import { conditionText } from '../../../../situations/words.ts';
import { labelKey, type Way } from '../paths.ts';
import { useWords } from '../words.ts';
import { useEditing } from './editing.ts';

interface Summary {
	title: string;
	tags: ReactNode;
}

const NAMES = ['name', 'question', 'title', 'text', 'note'];

/** What a member of a list is called while it is closed, and what matters about it. */
export function useSummary() {
	const { parts, source, item } = useEditing();
	const { text, option } = useWords();
	const shared = (name: unknown) => parts?.materials.find((part) => part.name === name)?.title;
	const nameOf = (member: Record<string, unknown>, way: Way): string => {
		const own = NAMES.map((name) => member[name]).find(
			(value) => typeof value === 'object' && value !== null,
		);
		const words = text((own as Text | undefined) ?? shared(member.use));
		const firstCondition = labelKey(way) === 'limits' ? condition(member.when) : '';
		return words || firstCondition || String(member.code ?? member.use ?? '');
	};
	const questions = source.questions ?? [];
	const condition = (when: unknown): string =>
		typeof when === 'string' && checkFeel(when, questions).length === 0
			? text(conditionText(when, questions))
			: '';
	return (way: Way, value: unknown): Summary => {
		const member = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
		const key = labelKey(way);
		const inherited = key === 'materials' ? item?.materials[Number(way.at(-1))]?.necessity : undefined;
		const kind =
			member.necessity ?? inherited ?? member.effect ?? (key === 'questions' ? member.kind : undefined);
		const kindKey = member.effect
			? `${key}.effect`
			: key === 'questions'
				? `${key}.kind`
				: `${key}.necessity`;
		return {
			title: nameOf(member, way),
			tags: (
				<>
					{member.use ? <span className="desk-mark">{option('materials', 'SHARED')}</span> : null}
					{kind ? <span className="desk-mark">{option(kindKey, String(kind))}</span> : null}
					{member.when && key !== 'limits' ? (
						<span className="keeper-only-when">{condition(member.when)}</span>
					) : null}
				</>
			),
		};
	};
}
