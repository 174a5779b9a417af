const MATERIAL = 'material:';

/** Where a fault of the pre-check is mended: the step of the application and the element in it. */
export function faultPlace(path: string): { step: 'form' | 'papers'; place: string } {
	if (path.startsWith(MATERIAL)) return { step: 'papers', place: `material-${path.slice(MATERIAL.length)}` };
	return { step: 'form', place: `root${path.replaceAll('/', '_')}` };
}
