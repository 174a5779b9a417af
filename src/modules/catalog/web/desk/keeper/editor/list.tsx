import { type ReactNode, useRef } from 'react';
import { elementAt, getAt, labelKey, moved, type Way, wayText } from '../paths.ts';
import { emptyOf, type Schema, shapeOf } from '../schema.ts';
import { useWords } from '../words.ts';
import { useEditing } from './editing.ts';
import { Faults, Frame } from './frame.tsx';
import type { NodeProps } from './leaves.tsx';
import { sectionOf } from './sections.ts';
import { useSummary } from './summary.tsx';
import { Tools } from './tools.tsx';

/** Members that are short enough to be open all the time. */
const FLAT = new Set([
	'legalBasis',
	'questions.options',
	'rules.specialProcedures',
	'confirm',
	'intermediaries',
]);

interface ListNodeProps extends NodeProps {
	renderEntry: (props: NodeProps) => ReactNode;
	/** The schema of a member, where it depends on the member. */
	schemaOf?: (member: unknown) => Schema;
	/** A new member; otherwise it comes from the schema. */
	makeNew?: () => unknown;
	/** More ways to add a member, beside the button. */
	adding?: ReactNode;
}

/** A list whose members can be added, moved and taken out; all by keyboard. */
export function ListNode({ schema, way, onRemove, renderEntry, schemaOf, makeNew, adding }: ListNodeProps) {
	const { source, set, faultsAt, disabled } = useEditing();
	const { t, label } = useWords();
	const members = (getAt(source, way) ?? []) as unknown[];
	const ids = useIds(members.length);
	const memberSchema = (member: unknown) => schemaOf?.(member) ?? schema.items ?? {};
	const key = labelKey(way);
	const isFlat = FLAT.has(key) || shapeOf(schema.items ?? {}) === 'TEXT';
	const change = (list: unknown[], order: number[]) => {
		ids.current = order;
		set(way, list);
	};
	const add = () => {
		const id = ids.next();
		change([...members, makeNew?.() ?? emptyOf(schema.items ?? {})], [...ids.current, id]);
		ids.added = id;
	};
	const tools = (index: number): EntryTools => ({
		move: (by) => change(moved(members, index, by), moved(ids.current, index, by)),
		remove: () =>
			change(
				members.filter((_, each) => each !== index),
				ids.current.filter((_, each) => each !== index),
			),
		isFirst: index === 0,
		isLast: index === members.length - 1,
	});
	const body = (
		<>
			<ol className={isFlat ? 'keeper-list is-flat' : 'keeper-list'}>
				{members.map((member, index) => (
					<Member
						key={ids.current[index]}
						way={[...way, index]}
						tools={disabled ? null : tools(index)}
						flat={isFlat}
						fresh={ids.added === ids.current[index]}
					>
						{renderEntry({ schema: memberSchema(member), way: [...way, index] })}
					</Member>
				))}
			</ol>
			{members.length === 0 ? <p className="keeper-none">{t('noneYet')}</p> : null}
			{disabled ? null : (
				<div className="keeper-add">
					<button type="button" className="button secondary" onClick={add}>
						+ {t('add', { name: t(`one.${key.replaceAll('.', '_')}`, { defaultValue: label(key) }) })}
					</button>
					{adding}
				</div>
			)}
		</>
	);
	// The section's heading has said it already.
	const isSaid = label(key) === t(`sections.${sectionOf(key)}`);
	if (way.length > 1) {
		return (
			<Frame way={way} onRemove={onRemove} wide group>
				{() => body}
			</Frame>
		);
	}
	return (
		<section className="is-wide" id={elementAt(wayText(way))} tabIndex={-1} aria-label={label(key)}>
			<h3 className={isSaid ? 'visually-hidden' : 'keeper-list-name'}>{label(key)}</h3>
			<Faults faults={faultsAt(wayText(way))} />
			{body}
		</section>
	);
}

/** Numbers that stay with the members of a list while these move, so that what is open stays open. */
function useIds(length: number) {
	const state = useRef({ current: [] as number[], counter: 0, added: -1, next: (): number => 0 });
	const ids = state.current;
	ids.next = () => ++ids.counter;
	if (ids.current.length !== length) ids.current = Array.from({ length }, ids.next);
	return ids;
}

interface EntryTools {
	move: (by: number) => void;
	remove: () => void;
	isFirst: boolean;
	isLast: boolean;
}

interface MemberProps {
	way: Way;
	tools: EntryTools | null;
	flat: boolean;
	/** Was added just now: open. */
	fresh: boolean;
	children: ReactNode;
}

function Member({ way, tools, flat, fresh, children }: MemberProps) {
	const { source, faultsWithin } = useEditing();
	const { t } = useWords();
	const summary = useSummary()(way, getAt(source, way));
	const faults = faultsWithin(wayText(way)).length;
	const id = elementAt(wayText(way));
	return (
		<li className={faults > 0 ? 'keeper-entry is-faulty' : 'keeper-entry'} id={id} tabIndex={-1}>
			{flat ? (
				<div className="keeper-entry-body">{children}</div>
			) : (
				<details open={fresh || undefined}>
					<summary>
						<span className="keeper-entry-number">{Number(way.at(-1)) + 1}</span>
						<span className="keeper-entry-title">{summary.title || t('untitled')}</span>
						{summary.tags}
						{faults > 0 ? <span className="keeper-count">{t('faults.count', { count: faults })}</span> : null}
					</summary>
					<div className="keeper-entry-body">{children}</div>
				</details>
			)}
			{tools ? <Tools {...tools} name={summary.title || String(Number(way.at(-1)) + 1)} /> : null}
		</li>
	);
}
