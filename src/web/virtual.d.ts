declare module 'virtual:locale/*' {
	const namespaces: Record<string, Record<string, unknown>>;
	export default namespaces;
}
declare module '*.css';
