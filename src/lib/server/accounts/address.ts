import { isIP } from 'node:net';

/**
 * Whom an IP address stands for, when attempts are counted: an IPv4 address, or
 * the /64 of an IPv6 address, since one household or office is given at least
 * that many. Each spelling of an address gives the same. Anything that is no
 * address comes back as it is.
 */
export function neighbourhoodOf(address: string): string {
	const [bare = ''] = address.split('%'); // fe80::1%eth0
	if (isIP(bare) !== 6) return address;
	const groups = groupsOf(bare);
	const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
	if (mapped) return groups.slice(6).flatMap((group) => [group >> 8, group & 0xff]).join('.');
	return `${groups.slice(0, 4).map((group) => group.toString(16)).join(':')}::/64`;
}

/** The 8 groups of an IPv6 address. */
function groupsOf(address: string): number[] {
	// The URL parser knows every spelling, also ::ffff:192.0.2.1, and writes the shortest.
	const shortest = new URL(`http://[${address}]`).hostname.slice(1, -1);
	const [head = '', tail] = shortest.split('::');
	const read = (part: string) => (part === '' ? [] : part.split(':').map((group) => parseInt(group, 16)));
	if (tail === undefined) return read(head);
	const [first, last] = [read(head), read(tail)];
	return [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last];
}
