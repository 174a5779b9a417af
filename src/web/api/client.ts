import { parseProblem, unreachable } from './problem.ts';

type Query = Record<string, string | number | undefined>;
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Called whenever an answer says that nobody is signed in (401). */
type LapseListener = () => void;
const lapseListeners = new Set<LapseListener>();

/** Tells the frame about lapsed sessions. Returns the way to stop listening. */
export function onSessionLapsed(listener: LapseListener): () => void {
	lapseListeners.add(listener);
	return () => lapseListeners.delete(listener);
}

/**
 * Keys of requests without an answer yet. The same request sent again, by us or by the person pressing
 * the button once more, carries the same key: the server then does it once.
 */
const unanswered = new Map<string, string>();

function keyFor(fingerprint: string): string {
	const key = unanswered.get(fingerprint) ?? crypto.randomUUID();
	unanswered.set(fingerprint, key);
	return key;
}

const withQuery = (path: string, query: Query = {}): string => {
	const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
	if (pairs.length === 0) return path;
	return `${path}?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]))}`;
};

const parseBody = (text: string): unknown => {
	if (text === '') return null;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
};

/** Turns an answer into its value, or throws its `ApiProblem`. The caller names the type that the route promises. */
function settle<T>(path: string, status: number, text: string): T {
	const body = parseBody(text);
	if (status >= 200 && status < 300) return body as T;
	if (status === 401 && !path.startsWith('/api/auth/')) for (const listener of lapseListeners) listener();
	throw parseProblem(status, body);
}

async function request<T>(
	method: Method,
	path: string,
	body?: unknown,
	{ once = method === 'POST' } = {},
): Promise<T> {
	const payload = body === undefined ? undefined : JSON.stringify(body);
	const fingerprint = `${method} ${path} ${payload ?? ''}`;
	const headers: Record<string, string> = { accept: 'application/json' };
	if (payload !== undefined) headers['content-type'] = 'application/json';
	if (once) headers['idempotency-key'] = keyFor(fingerprint);
	const response = await fetch(path, {
		method,
		headers,
		credentials: 'same-origin',
		...(payload === undefined ? {} : { body: payload }),
	}).catch((cause: unknown) => {
		throw unreachable(cause);
	});
	const text = await response.text();
	if (response.status < 500) unanswered.delete(fingerprint);
	return settle<T>(path, response.status, text);
}

/** Sends one file as multipart; `fetch` cannot tell the progress of an upload, hence XMLHttpRequest. */
function upload<T>(
	path: string,
	fields: Record<string, string>,
	file: File,
	onProgress: (share: number) => void,
): Promise<T> {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.append(name, value);
	form.append('file', file);
	const fingerprint = `POST ${path} ${JSON.stringify(fields)} ${file.name} ${file.size} ${file.lastModified}`;
	return new Promise((resolve, reject) => {
		const xhr = new XMLHttpRequest();
		xhr.open('POST', path);
		xhr.setRequestHeader('idempotency-key', keyFor(fingerprint));
		xhr.setRequestHeader('accept', 'application/json');
		xhr.upload.onprogress = (event) => onProgress(event.total > 0 ? event.loaded / event.total : 0);
		xhr.onerror = (event) => reject(unreachable(event));
		xhr.onload = () => {
			if (xhr.status < 500) unanswered.delete(fingerprint);
			try {
				resolve(settle<T>(path, xhr.status, xhr.responseText));
			} catch (problem) {
				reject(problem);
			}
		};
		xhr.send(form);
	});
}

/** The server, as the browser speaks to it. Every method throws `ApiProblem`, nothing else. */
export const api = {
	get: <T>(path: string, query?: Query) => request<T>('GET', withQuery(path, query)),
	post: <T>(path: string, body: unknown = {}) => request<T>('POST', path, body),
	/** A POST that only asks: it changes nothing, so the server need not remember that it was sent. */
	ask: <T>(path: string, body: unknown = {}) => request<T>('POST', path, body, { once: false }),
	put: <T>(path: string, body: unknown) => request<T>('PUT', path, body),
	delete: <T>(path: string) => request<T>('DELETE', path),
	upload,
};
