import { isIPv6 } from 'node:net';

const MAPPED = /^::ffff:(\d+(?:\.\d+){3})$/i;
/** Groups of sixteen bits in a /64. */
const NETWORK_GROUPS = 4;

/**
 * What counts as one sender: an IPv4 address, or the /64 that one subscriber has of IPv6, because whoever has one
 * address of it has 2⁶⁴.
 */
export function networkOf(address: string): string {
	const mapped = MAPPED.exec(address)?.[1];
	if (mapped) return mapped;
	if (!isIPv6(address)) return address;
	const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
	const left = head.split(':').filter(Boolean);
	const right = tail?.split(':').filter(Boolean) ?? [];
	const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
	const groups = tail === undefined ? left : [...left, ...zeros, ...right];
	const network = groups.slice(0, NETWORK_GROUPS).map((group) => Number.parseInt(group, 16).toString(16));
	return `${network.join(':')}::/64`;
}
