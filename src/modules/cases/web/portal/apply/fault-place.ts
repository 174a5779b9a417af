const MATERIAL = 'material:';
const ANSWER = 'answer:';

/** The station and the element in it where a fault of the pre-check is mended. */
export interface Place {
	step: 'questions' | 'form' | 'papers';
	place: string;
}

/** Where a fault is mended; undefined when nothing in the application can mend it. */
export function faultPlace(path: string, code = ''): Place | undefined {
	if (path === 'item') return undefined;
	if (path.startsWith(MATERIAL)) return { step: 'papers', place: `material-${path.slice(MATERIAL.length)}` };
	if (path.startsWith(ANSWER)) return { step: 'questions', place: `question-${path.slice(ANSWER.length)}` };
	if (path.startsWith('situation:') || code === 'FROM_ANSWER')
		return { step: 'questions', place: 'questions' };
	return { step: 'form', place: `root${path.replaceAll('/', '_')}` };
}
