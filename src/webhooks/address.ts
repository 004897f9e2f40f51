import { BlockList, isIP } from 'node:net';
import { AddressRefusedError } from './rules.ts';

/** Addresses and ranges that may be sent to although they are in private networks; an App is such. */
export interface Allowing {
  readonly allowPrivate: readonly string[];
}

/** Characters of an address. */
const LONGEST = 2_000;

/** Not on the public internet: the special-purpose registries of the IANA (RFC 6890 and what came after it). */
const NOT_PUBLIC_4: readonly string[] = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
];
/** Of IPv6 only 2000::/3 is given out, and of that some stand for something else. */
const NOT_PUBLIC_6: readonly string[] = [
  '::/3',
  '4000::/2',
  '8000::/1',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
];
// Apart: a list looks for IPv4 addresses in its ranges of IPv6 as well.
const notPublic = { ipv4: listOf(NOT_PUBLIC_4), ipv6: listOf(NOT_PUBLIC_6) };

/**
 * The address as it is kept, or an AddressRefusedError: `https`, no credentials, no fragment, and no literal address outside
 * of the public internet but those that are allowed. What a name stands for is looked at each time that something
 * is sent (send.ts), because it can change.
 */
export function checkAddress({ allowPrivate }: Allowing, text: string): string {
  if (!URL.canParse(text) || text.length > LONGEST) throw refused('it is not an absolute URL');
  const url = new URL(text);
  const host = hostOf(url);
  const isAllowed = isAllowedHost(host, allowPrivate);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isAllowed)) {
    throw refused('it has to begin with https://');
  }
  if (url.username !== '' || url.password !== '') throw refused('it holds credentials');
  if (url.hash !== '') throw refused('it has a fragment, which is never sent');
  if (url.port === '0') throw refused('there is no port 0');
  if (!isAllowed && isPrivateHost(host)) throw refused('it is in a private network');
  return url.href;
}

/** Whether an entry of WEBHOOK_ALLOW_PRIVATE can be read: an address, or a range of them as in `10.0.0.0/8`. */
export function isAddressRange(text: string): boolean {
  const [address = '', prefix, rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest !== undefined) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128));
}

/** Without the brackets and the final dot; numbers in other notations are decimal already. */
function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

/** Whether an address that a name stands for may be sent to. */
export function isReachable({ allowPrivate }: Allowing, address: string): boolean {
  return !isPrivateHost(address) || isAllowedHost(address, allowPrivate);
}

function isPrivateHost(host: string): boolean {
  if (isIP(host) === 0) return /(^|\.)localhost$/.test(host);
  return isOn(notPublic[familyOf(host)], host);
}

function isAllowedHost(host: string, allowPrivate: readonly string[]): boolean {
  const address = host === 'localhost' ? '127.0.0.1' : host;
  return isIP(address) !== 0 && isOn(listOf(allowPrivate), address);
}

function isOn(list: BlockList, address: string): boolean {
  return list.check(address, familyOf(address));
}

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', prefix] = range.split('/');
    if (prefix === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(prefix), familyOf(address));
  }
  return list;
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 4 ? 'ipv4' : 'ipv6';
}

function refused(why: string): AddressRefusedError {
  return new AddressRefusedError(`Nothing can be sent to this address: ${why}.`, ['url']);
}
