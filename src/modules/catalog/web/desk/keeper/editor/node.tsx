import type { ReactNode } from 'react';
import { getAt, labelKey, wayText } from '../paths.ts';
import { emptyOf, type Schema, type Shape, shapeOf } from '../schema.ts';
import { useWords } from '../words.ts';
import { ChooserNode, isChosen } from './chooser.tsx';
import { ConditionNode } from './condition.tsx';
import { useEditing } from './editing.ts';
import { Faults, Frame } from './frame.tsx';
import {
	ChoiceNode,
	ChoicesNode,
	DateNode,
	LineNode,
	type NodeProps,
	NumberNode,
	TextNode,
	WordsNode,
	YesNoNode,
} from './leaves.tsx';
import { ListNode } from './list.tsx';
import { QuestionCodeNode } from './question-code.tsx';
import { belongs } from './shown.ts';

const NODES: Record<Shape, (props: NodeProps) => ReactNode> = {
	TEXT: TextNode,
	OBJECT: ObjectNode,
	CHOICE: ChoiceNode,
	CHOICES: ChoicesNode,
	WORDS: WordsNode,
	LIST: (props) => <ListNode {...props} renderEntry={(entry) => <Entry {...entry} />} />,
	YES_NO: YesNoNode,
	NUMBER: NumberNode,
	DATE: DateNode,
	LINE: LineNode,
};

/** The control for a value, from its schema; some values have a control of their own. */
export function Node(props: NodeProps) {
	const key = labelKey(props.way);
	if (props.way.at(-1) === 'when') return <ConditionNode {...props} />;
	if (key === 'questions.code') return <QuestionCodeNode {...props} />;
	if (isChosen(key)) return <ChooserNode {...props} />;
	const Shaped = NODES[shapeOf(props.schema)];
	return <Shaped {...props} />;
}

/** A group of values inside a frame with a name. */
function ObjectNode({ schema, way, onRemove }: NodeProps) {
	return (
		<Frame way={way} onRemove={onRemove} wide group>
			{() => <Fields schema={schema} way={way} />}
		</Frame>
	);
}

/** A member of a list: the list has named it already. */
function Entry({ schema, way }: NodeProps) {
	return shapeOf(schema) === 'OBJECT' ? (
		<Fields schema={schema} way={way} own />
	) : (
		<Node schema={schema} way={way} />
	);
}

interface FieldsProps extends NodeProps {
	/** Faults of the group itself are shown here; otherwise its frame shows them. */
	own?: boolean;
	/** These only, in this order. */
	names?: readonly string[];
}

/** The values of a group. What may be left out and is left out waits below as a button. */
export function Fields({ schema, way, own = false, names }: FieldsProps) {
	const { source, set, faultsAt, disabled } = useEditing();
	const { t, label } = useWords();
	const value = (getAt(source, way) ?? {}) as Record<string, unknown>;
	const required = schema.required ?? [];
	const all = (names ?? Object.keys(schema.properties ?? {})).filter((name) =>
		belongs(labelKey([...way, name]), value),
	);
	const absent = all.filter((name) => !required.includes(name) && value[name] === undefined);
	const at = (name: string) => [...way, name];
	const schemaOf = (name: string): Schema => schema.properties?.[name] ?? {};
	return (
		<div className="keeper-fields">
			{own ? <Faults faults={faultsAt(wayText(way))} /> : null}
			{all
				.filter((name) => !absent.includes(name))
				.map((name) => (
					<Node
						key={name}
						schema={schemaOf(name)}
						way={at(name)}
						onRemove={required.includes(name) ? undefined : () => set(at(name), undefined)}
					/>
				))}
			{absent.length > 0 && !disabled ? (
				<p className="keeper-absent">
					<span>{t('alsoPossible')}</span>
					{absent.map((name) => (
						<button key={name} type="button" onClick={() => set(at(name), emptyOf(schemaOf(name)))}>
							+ {label(labelKey(at(name)))}
						</button>
					))}
				</p>
			) : null}
		</div>
	);
}
