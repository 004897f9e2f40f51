import { builder } from './builder.ts';

/** The platform as a side of a conversation: the desk of its operators. */
interface PlatformSide {
  readonly deskName: string;
}

export const PLATFORM_SIDE: PlatformSide = { deskName: 'Support' };

export const Platform = builder.objectRef<PlatformSide>('Platform').implement({
  description: 'The platform itself, for which its operators speak. Nobody learns which of them.',
  fields: (t) => ({ name: t.exposeString('deskName', { description: 'What to show.' }) }),
});

/** Which kind a side of a conversation is. */
export function partyType(party: object): 'Person' | 'Business' | 'Platform' {
  if ('deskName' in party) return 'Platform';
  return 'handle' in party ? 'Business' : 'Person';
}
