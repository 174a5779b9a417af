import { Notice } from '../../../../../web/ui/notice.tsx';
import { Signposts } from '../../../../../web/ui/signposts.tsx';
import type { Draft } from '../../../cases.schema.ts';

/** What has happened to the item since the draft was begun, with the ways on. */
export function DraftRemarks({ draft }: { draft: Draft }) {
	return draft.remarks.map(({ code, text, signposts }) => (
		<Notice key={code} tone={code === 'ITEM_CANCELLED' ? 'danger' : 'info'} title={text}>
			<Signposts signposts={signposts} />
		</Notice>
	));
}
