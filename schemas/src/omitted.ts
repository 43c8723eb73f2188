// Parts that an event may leave out for ever, because they are the secret itself: what was decrypted, a kubeconfig, a new token.

export const OMITTABLE_PARTS = ["request.body", "request.parameters", "result"] as const;

export type OmittablePart = (typeof OMITTABLE_PARTS)[number];

/** What stands in such a part's place, so that nobody wonders where it is. */
export const omittedText = (part: OmittablePart): string => `{"omitted":"this operation's ${part} is never recorded"}`;
